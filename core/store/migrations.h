#pragma once

#include "sql/migrator.h"

#include <QList>

namespace thidua::store
{

inline constexpr qint32 applicationId = 0x54446476;       // "TDdv": a device's file
inline constexpr qint32 searchApplicationId = 0x54447372; // "TDsr": the search index beside it

// The steps of migrations/*.sql, embedded by the build.
[[nodiscard]] QList<sql::Migration> migrations();
[[nodiscard]] QList<sql::Migration> searchMigrations(); // searchmigrations/*.sql

} // namespace thidua::store
