#pragma once

#include "server/database.h"
#include "sql/transaction.h"

#include <QStringList>

namespace thidua::server
{

// Everything that a server's database holds, row by row, between databases of the same version, whichever
// they are: `from` as it is at one moment, `to` with empty tables.
[[nodiscard]] Result<void> copyStore(sql::Connection& from, const sql::Transaction& proof,
                                     sql::Connection& to);
// The tables that it knows, so that a test can find one that was forgotten.
[[nodiscard]] QStringList copiedTables();

// A backup: one file of SQLite's, whichever database it is of, made while others write. It can be restored
// into either. Its contents are not flushed to the disk.
[[nodiscard]] Result<void> backUp(const Database& database, const QString& path);
// The file `from` takes the place of a city in PostgreSQL; the present one stays, under the name `aside`.
// Busy if it is being served.
[[nodiscard]] Result<void> putInPlace(const QString& from, const postgres::Address& address,
                                      const QString& aside);

} // namespace thidua::server
