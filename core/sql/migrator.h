#pragma once

#include "sql/connection.h"

#include <span>

namespace thidua::sql
{

struct Migration {
    int version; // 1, 2, 3… without gaps; append only, a released one is never edited
    QByteArray script;
};

// Brings a file up to the last migration, each in a transaction of its own together with its number, so that
// a crash leaves the file at a whole step; the first sets journal_mode = WAL for good. The number is kept in
// PRAGMA user_version; applicationId tells our files from others. Errors: NewerFile (made by a newer
// program), StorageCorrupt (a database of something else); both leave the file untouched.
[[nodiscard]] Result<void> migrate(Connection& connection, qint32 applicationId,
                                   std::span<const Migration> migrations);

} // namespace thidua::sql
