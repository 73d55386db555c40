#pragma once

#include <QByteArray>

namespace thidua::server::postgres
{

// One text serves both databases. SQLite's way to write parameters, ?1, in PostgreSQL's, $1; texts and names
// in quotes stay as they are.
[[nodiscard]] QByteArray withNumberedParameters(QByteArrayView sql);

// A migration written for SQLite, for PostgreSQL: INTEGER is bigint (INTEGER PRIMARY KEY counts by itself),
// BLOB is bytea, TEXT is text in the order of its bytes; STRICT and WITHOUT ROWID have no counterpart.
// REFERENCES is left out: nothing that is pointed to is ever deleted, SQLite checks the same code in the same
// tests, and the seven questions for each edit took half of PostgreSQL's time.
[[nodiscard]] QByteArray tablesOf(const QByteArray& sqliteTables);

} // namespace thidua::server::postgres
