#pragma once

#include "base/result.h"

#include <QString>

namespace thidua::server::postgres
{

// Where the tables of one city are: a database, and in it a schema of that city's own. No statement names
// the schema, so none can reach into another city's tables.
struct Address {
    QString url;                             // postgresql://user@host:port/database, or libpq's key=value
    QString city = QStringLiteral("thidua"); // lower-case letters, digits and _, as a name in SQL
};

// Malformed if libpq cannot read the URL or the city's name is not one.
[[nodiscard]] Result<void> check(const Address& address);

} // namespace thidua::server::postgres
