#pragma once

#include "merge/groupedit.h"

#include <QByteArray>

namespace thidua::store
{

// A stamp as bytes of a fixed length, big-endian, version first: bytes order as versions do.
inline constexpr qsizetype stampLength = 60;
[[nodiscard]] QByteArray encodeStamp(const merge::Stamp& stamp);
void appendStamp(QByteArray& bytes, const merge::Stamp& stamp);
[[nodiscard]] merge::Stamp decodeStamp(QByteArrayView bytes); // all zero if it is not one

} // namespace thidua::store
