#pragma once

#include "sql/connection.h"

#include <span>

namespace thidua::sql
{

struct Migration {
    int version;       // 1, 2, 3… without gaps; append only, a released one is never edited
    QByteArray script; // in SQLite's words
};

// Brings a database up to the last migration, each in a transaction of its own together with its number, so
// that a crash leaves it at a whole step. applicationId tells our databases from others; see Mark. Errors:
// NewerFile (made by a newer program), StorageCorrupt (a database of something else); both leave it
// untouched.
[[nodiscard]] Result<void> migrate(Connection& connection, qint32 applicationId,
                                   std::span<const Migration> migrations);

} // namespace thidua::sql
