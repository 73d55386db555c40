#pragma once

#include "base/cbor.h"
#include "base/result.h"
#include "base/value.h"

#include <QByteArrayView>

namespace thidua
{

// Values as deterministic CBOR (RFC 8949 section 4.2): what travels, what is stored and what is hashed.
namespace codec
{

inline constexpr int maxNesting = 4;       // lists in lists
inline constexpr qsizetype maxText = 8192; // UTF-8 bytes of one text or bytes value

void write(QByteArray& bytes, const Value& value);
void write(QByteArray& bytes, const Fields& fields); // a map

// Reads one value and steps past it. Malformed on floats, tags, maps and invalid UTF-8; TooLarge beyond the
// limits.
[[nodiscard]] Result<Value> readValue(cbor::Cursor& cursor, int nesting = maxNesting);

[[nodiscard]] QByteArray encode(const Fields& fields);
[[nodiscard]] Result<Fields> decodeFields(const QByteArray& bytes);

// A row: values one after the other without a header; the columns are known from elsewhere.
[[nodiscard]] QByteArray encodeRow(const QList<Value>& values);
[[nodiscard]] Result<QList<Value>> decodeRow(const QByteArray& bytes, qsizetype count);
// Only the values at these positions, which rise. The others are stepped over undecoded.
[[nodiscard]] Result<QList<Value>> decodeColumns(const QByteArray& bytes, qsizetype count,
                                                 const QList<qsizetype>& positions);

} // namespace codec
} // namespace thidua
