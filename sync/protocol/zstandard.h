#pragma once

#include "base/result.h"

#include <QByteArray>

// Content-Encoding: zstd (RFC 8878), one frame a body.
namespace thidua::protocol::zstandard
{

[[nodiscard]] QByteArray compress(const QByteArray& plain);
[[nodiscard]] Result<QByteArray> decompress(const QByteArray& bytes, qsizetype limit);

} // namespace thidua::protocol::zstandard
