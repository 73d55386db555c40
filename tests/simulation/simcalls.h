#pragma once

#include "simulation/simdisk.h"

#include <sqlite3.h>

namespace thidua::simulation
{

// SQLite's way into a SimDisk.
[[nodiscard]] std::unique_ptr<sqlite3_vfs> makeVfs(SimDisk& disk);

} // namespace thidua::simulation
