#pragma once

#include "base/result.h"

#include <QByteArray>

namespace thidua::protocol
{

inline constexpr qsizetype maxCompressed = 1 << 20;
inline constexpr qsizetype maxPlain = 8 << 20;

enum class Encoding { Identity, Gzip, Zstd };

// Errors: Malformed for an unknown name or broken data, TooLarge as soon as the output passes maxPlain;
// memory stays bounded whatever the input claims.
[[nodiscard]] Result<Encoding> encodingFromHeader(QByteArrayView contentEncoding);
// The best one of an Accept-Encoding header: zstd, then gzip, then identity.
[[nodiscard]] Encoding bestOf(QByteArrayView acceptEncoding);
[[nodiscard]] QByteArrayView headerName(Encoding encoding);
[[nodiscard]] QByteArray compress(const QByteArray& plain, Encoding encoding);
[[nodiscard]] Result<QByteArray> decompress(const QByteArray& bytes, Encoding encoding,
                                            qsizetype limit = maxPlain);

} // namespace thidua::protocol
