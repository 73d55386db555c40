#pragma once

#include "sql/migrator.h"

#include <span>

namespace thidua::server
{

inline constexpr qint32 serverFileId = 0x54445356; // "TDSV"

// Append only; a released migration is never edited.
[[nodiscard]] std::span<const sql::Migration> serverMigrations();

} // namespace thidua::server
