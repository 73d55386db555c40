#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace thidua::domain
{

// The kinds of files that are taken as evidence: photographs and scanned papers. A file is what its first
// bytes say, whatever its name is; nothing here opens a picture.
[[nodiscard]] const QStringList& mediaTypes();

inline constexpr qint64 mediaTypeBytes = 16; // of a file's beginning that tell
// Empty if it is none of these.
[[nodiscard]] QString mediaTypeOf(QByteArrayView beginning);

} // namespace thidua::domain
