#include "domain/mediatype.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

const QStringList& mediaTypes()
{
    static const QStringList types{u"image/jpeg"_s, u"image/png"_s, u"image/webp"_s, u"application/pdf"_s};
    return types;
}

QString mediaTypeOf(QByteArrayView beginning)
{
    if (beginning.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    if (beginning.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    // Four bytes between the two are the length.
    if (beginning.size() >= 12 && beginning.startsWith("RIFF") && beginning.sliced(8, 4) == "WEBP")
        return u"image/webp"_s;
    if (beginning.startsWith("%PDF-"))
        return u"application/pdf"_s;
    return {};
}

} // namespace thidua::domain
