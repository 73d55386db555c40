#include "base/id.h"

#include "base/clock.h"
#include "base/random.h"

#include <QCryptographicHash>

namespace thidua::detail
{

static int hexDigit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

static bool dashAt(qsizetype position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

std::optional<IdBytes> idBytesFromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    IdBytes bytes{};
    size_t nibble = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (dashAt(i)) {
            if (text[i] != u'-')
                return std::nullopt;
            continue;
        }
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return std::nullopt;
        bytes[nibble / 2] = static_cast<unsigned char>(bytes[nibble / 2] << 4 | digit);
        ++nibble;
    }
    return bytes;
}

QString idBytesToText(const IdBytes& bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    QString text;
    text.reserve(36);
    for (size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += u'-';
        text += QLatin1Char(digits[bytes[i] >> 4]);
        text += QLatin1Char(digits[bytes[i] & 0x0f]);
    }
    return text;
}

static void setVersion(IdBytes& bytes, int version)
{
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | version << 4);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
}

IdBytes newIdBytes(const Clock& clock, Random& random)
{
    IdBytes bytes{};
    random.fill(bytes);
    const auto milliseconds = static_cast<quint64>(clock.now());
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<size_t>(i)] = static_cast<unsigned char>(milliseconds >> (40 - 8 * i));
    setVersion(bytes, 7);
    return bytes;
}

IdBytes namedIdBytes(QByteArrayView space, QByteArrayView name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(space);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(name);
    const QByteArray sum = hash.result();
    IdBytes bytes{};
    std::memcpy(bytes.data(), sum.constData(), bytes.size());
    setVersion(bytes, 8);
    return bytes;
}

} // namespace thidua::detail
