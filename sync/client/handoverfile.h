#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

// Where a hand-over lies while somebody carries it: a memory stick, a folder of a chat.
namespace thidua::client
{

// The whole file or none. StorageFailed, with the reason.
[[nodiscard]] Result<void> writeHandoverFile(const QString& path, const QByteArray& content);
// Reads no more than tells that it is too large for a hand-over. NotFound if it cannot be read.
[[nodiscard]] Result<QByteArray> readHandoverFile(const QString& path);

} // namespace thidua::client
