#pragma once

#include "sql/migrator.h"

#include <QList>

namespace thidua::store
{

inline constexpr qint32 applicationId = 0x54446476; // "TDdv": a device's file

// The steps of migrations/*.sql, embedded by the build.
[[nodiscard]] QList<sql::Migration> migrations();

} // namespace thidua::store
