#pragma once

#include "base/id.h"
#include "base/result.h"
#include "server/request.h"

#include <optional>

// The headers of resumable uploads (tus 1.0.0: core, creation, checksum, expiration) and of partial reading
// (RFC 9110), as values.
namespace thidua::server::tus
{

inline constexpr auto version = "1.0.0";
inline constexpr auto extensions = "creation,checksum,expiration";

// UnsupportedVersion unless the request names ours.
[[nodiscard]] Result<void> checkVersion(const Request& request);

// What Upload-Metadata says of a new upload. Other keys (a name, a type) are for people and are not used.
struct Announced {
    QByteArray sha256;
    RecordId record; // the attachment that the file belongs to
    qint64 length = 0;
};
// Malformed; TooLarge beyond the limit of a file.
[[nodiscard]] Result<Announced> announcedBy(const Request& request);

// Malformed if there is none.
[[nodiscard]] Result<qint64> offsetOf(const Request& request);
// ChecksumMismatch if the body is not what Upload-Checksum says; fine without one.
[[nodiscard]] Result<void> checkChecksum(const Request& request);
// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] QByteArray httpDate(qint64 instant);

struct ByteRange {
    qint64 first = 0;
    qint64 length = 0;
};
// The part of `size` bytes that is asked for; nothing: all of it. Several parts at once are answered with
// all. InvalidValue if it lies outside.
[[nodiscard]] Result<std::optional<ByteRange>> rangeOf(const Request& request, qint64 size,
                                                       const QByteArray& etag);

} // namespace thidua::server::tus
