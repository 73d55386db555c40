#pragma once

#include <QtGlobal>

// The first byte of a CBOR item (RFC 8949 section 3): three bits of major type, five of additional
// information.
namespace thidua::protocol::cbor
{

inline constexpr quint8 unsignedInteger = 0;
inline constexpr quint8 negativeInteger = 1;
inline constexpr quint8 byteString = 2;
inline constexpr quint8 textString = 3;
inline constexpr quint8 list = 4;
inline constexpr quint8 map = 5;
inline constexpr quint8 tag = 6;
inline constexpr quint8 simple = 7;

inline constexpr quint8 simpleFalse = 20;
inline constexpr quint8 simpleTrue = 21;
inline constexpr quint8 simpleNull = 22;

inline constexpr quint8 oneByteFollows = 24; // 25, 26, 27: two, four, eight
inline constexpr quint8 eightBytesFollow = 27;

} // namespace thidua::protocol::cbor
