#include "protocol/codec.h"

#include <QList>

namespace thidua::protocol
{

QByteArrayView contentType(Format format)
{
    return format == Format::Json ? QByteArrayView("application/json") : QByteArrayView("application/cbor");
}

std::optional<Format> formatOf(QByteArrayView contentTypeHeader)
{
    const QByteArray type = contentTypeHeader.toByteArray().split(';').first().trimmed().toLower();
    if (type == contentType(Format::Cbor))
        return Format::Cbor;
    if (type == contentType(Format::Json))
        return Format::Json;
    return std::nullopt;
}

} // namespace thidua::protocol
