#pragma once

#include "protocol/compression.h"

// What one request may be; PROTOCOL.md lists them. Sizes of bodies stand in compression.h, of values in
// base/valuecodec.h.
namespace thidua::protocol
{

inline constexpr qsizetype maxPushEdits = 1000;
inline constexpr qsizetype maxPage = 1 << 20;  // of a pull's answer before compression, in bytes
inline constexpr qsizetype maxChannels = 4096; // named in one pull
inline constexpr int maxRows = 100'000;        // asked for in one pull

} // namespace thidua::protocol
