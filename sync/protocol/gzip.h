#pragma once

#include "base/result.h"

#include <QByteArray>

// Content-Encoding: gzip (RFC 1952), one member a body; its CRC is checked.
namespace thidua::protocol::gzip
{

[[nodiscard]] QByteArray compress(const QByteArray& plain);
[[nodiscard]] Result<QByteArray> decompress(const QByteArray& bytes, qsizetype limit);

} // namespace thidua::protocol::gzip
