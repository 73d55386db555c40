#include "qrcode.h"

#include <qrencode.h>

#include <memory>

namespace thidua
{

using namespace Qt::StringLiterals;

static constexpr int quietZone = 2; // modules; four would be by the book, terminals add their own

Result<QString> qrCode(const QString& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return {ErrorCode::TooLarge, u"too long for a QR code"_s};
    const int width = code->width;
    const auto dark = [&](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < width && y < width;
        return inside && (code->data[y * width + x] & 1) != 0;
    };
    QString picture;
    for (int y = -quietZone; y < width + quietZone; y += 2) {
        picture += u"\x1b[30;47m"_s;
        for (int x = -quietZone; x < width + quietZone; ++x) {
            const bool upper = dark(x, y);
            const bool lower = dark(x, y + 1);
            picture += upper && lower ? u'█' : upper ? u'▀' : lower ? u'▄' : u' ';
        }
        picture += u"\x1b[0m\n"_s;
    }
    return picture;
}

} // namespace thidua
