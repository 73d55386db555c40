#include "server/tus.h"

#include "domain/attachment.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace thidua::server::tus
{

using namespace Qt::StringLiterals;

namespace
{

// Digits alone: no sign, no space, no second spelling of one number.
std::optional<qint64> number(const QByteArray& text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits && std::ranges::all_of(text, isDigit) ? std::optional(value) : std::nullopt;
}

std::optional<QByteArray> fromBase64(const QByteArray& text)
{
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

// "key base64,key base64,…"
Result<QHash<QByteArray, QByteArray>> metadataOf(const QByteArray& header)
{
    QHash<QByteArray, QByteArray> all;
    for (const QByteArray& pair : header.split(',')) {
        const QList<QByteArray> parts = pair.trimmed().split(' ');
        const auto value = fromBase64(parts.value(1));
        if (parts.size() > 2 || parts.first().isEmpty() || !value || all.contains(parts.first()))
            return {ErrorCode::Malformed, u"Upload-Metadata is not a list of keys and base64"_s};
        all.insert(parts.first(), *value);
    }
    return all;
}

} // namespace

Result<void> checkVersion(const Request& request)
{
    if (request.header("tus-resumable") == version)
        return {};
    return {ErrorCode::UnsupportedVersion, u"Tus-Resumable must be 1.0.0"_s};
}

Result<Announced> announcedBy(const Request& request)
{
    const auto length = number(request.header("upload-length"));
    if (!length || *length < 1)
        return {ErrorCode::Malformed, u"Upload-Length must be a number of bytes"_s};
    if (*length > domain::Attachment::maxBytes)
        return {ErrorCode::TooLarge, u"a file is at most %1 bytes"_s.arg(domain::Attachment::maxBytes)};
    auto metadata = metadataOf(request.header("upload-metadata"));
    if (!metadata)
        return metadata.error();
    const QByteArray sha256 = domain::sha256FromName(metadata->value("sha256"));
    const auto record = RecordId::fromText(QString::fromLatin1(metadata->value("record")));
    if (sha256.isEmpty() || !record)
        return {ErrorCode::Malformed, u"Upload-Metadata must name sha256 and record"_s};
    return Announced{sha256, *record, *length};
}

Result<qint64> offsetOf(const Request& request)
{
    const auto offset = number(request.header("upload-offset"));
    return offset ? Result<qint64>(*offset)
                  : Error{ErrorCode::Malformed, u"Upload-Offset must be a number of bytes"_s};
}

Result<void> checkChecksum(const Request& request)
{
    const QByteArray header = request.header("upload-checksum");
    if (header.isEmpty())
        return {};
    const QList<QByteArray> parts = header.split(' ');
    const auto announced = fromBase64(parts.value(1));
    if (parts.size() != 2 || parts[0] != "sha256" || !announced)
        return {ErrorCode::Malformed, u"Upload-Checksum must be sha256 and base64"_s};
    if (*announced != QCryptographicHash::hash(request.body, QCryptographicHash::Sha256))
        return {ErrorCode::ChecksumMismatch, u"the piece is not what was announced"_s};
    return {};
}

QByteArray httpDate(qint64 instant)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

Result<std::optional<ByteRange>> rangeOf(const Request& request, qint64 size, const QByteArray& etag)
{
    const std::optional<ByteRange> all;
    const QByteArray header = request.header("range");
    const QByteArray onlyIf = request.header("if-range");
    if (!header.startsWith("bytes=") || header.contains(',') || (!onlyIf.isEmpty() && onlyIf != etag))
        return all;
    const QList<QByteArray> ends = header.mid(6).trimmed().split('-');
    if (ends.size() != 2 || (ends[0].isEmpty() && ends[1].isEmpty()))
        return all;
    const auto from = number(ends[0]);
    const auto to = number(ends[1]);
    if ((!from && !ends[0].isEmpty()) || (!to && !ends[1].isEmpty()))
        return all;
    // "-500": the last 500.
    const qint64 first = ends[0].isEmpty() ? size - std::min(*to, size) : *from;
    const qint64 last = ends[0].isEmpty() || ends[1].isEmpty() ? size - 1 : std::min(*to, size - 1);
    if (first >= size || (!ends[0].isEmpty() && !ends[1].isEmpty() && *to < *from))
        return {ErrorCode::InvalidValue, u"the range lies outside the file"_s};
    return std::optional(ByteRange{first, last - first + 1});
}

} // namespace thidua::server::tus
