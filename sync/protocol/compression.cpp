#include "protocol/compression.h"

#include "protocol/gzip.h"
#include "protocol/zstandard.h"

#include <QList>

#include <array>
#include <utility>

namespace thidua::protocol
{

namespace
{

constexpr auto names = std::to_array<std::pair<Encoding, QByteArrayView>>({
    {Encoding::Zstd, "zstd"},
    {Encoding::Gzip, "gzip"},
    {Encoding::Identity, "identity"},
});

// One entry of an Accept-Encoding header, "gzip;q=0.5".
struct Offer {
    QByteArray name;
    bool refused = false; // q=0
};

Offer offerOf(const QByteArray& entry)
{
    const auto parts = entry.toLower().split(';');
    Offer offer{parts.first().trimmed(), false};
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray parameter = parts[i].trimmed();
        if (parameter.startsWith("q="))
            offer.refused = parameter.mid(2).toDouble() <= 0;
    }
    return offer;
}

} // namespace

Result<Encoding> encodingFromHeader(QByteArrayView contentEncoding)
{
    const QByteArray wanted = contentEncoding.trimmed().toByteArray().toLower();
    if (wanted.isEmpty())
        return Encoding::Identity;
    for (const auto& [encoding, name] : names) {
        if (name == wanted)
            return encoding;
    }
    return {ErrorCode::Malformed, QStringLiteral("unknown Content-Encoding")};
}

Encoding bestOf(QByteArrayView acceptEncoding)
{
    const auto entries = acceptEncoding.toByteArray().split(',');
    for (const auto& [encoding, name] : names) {
        for (const QByteArray& entry : entries) {
            const Offer offer = offerOf(entry);
            if (!offer.refused && offer.name == name)
                return encoding;
        }
    }
    return Encoding::Identity;
}

QByteArrayView headerName(Encoding encoding)
{
    for (const auto& [known, name] : names) {
        if (known == encoding)
            return name;
    }
    Q_UNREACHABLE();
}

QByteArray compress(const QByteArray& plain, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Zstd:
        return zstandard::compress(plain);
    case Encoding::Gzip:
        return gzip::compress(plain);
    case Encoding::Identity:
        break;
    }
    return plain;
}

Result<QByteArray> decompress(const QByteArray& bytes, Encoding encoding, qsizetype limit)
{
    switch (encoding) {
    case Encoding::Zstd:
        return zstandard::decompress(bytes, limit);
    case Encoding::Gzip:
        return gzip::decompress(bytes, limit);
    case Encoding::Identity:
        break;
    }
    if (bytes.size() > limit)
        return {ErrorCode::TooLarge, QStringLiteral("the body is over the limit")};
    return bytes;
}

} // namespace thidua::protocol
