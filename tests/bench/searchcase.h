#pragma once

#include "bench/figures.h"
#include "bench/settings.h"

namespace thidua::bench
{

// search: what a query takes while somebody types it, letter by letter, over all records; the slowest of the
// usual ones counts.
void measureSearch(const Settings& settings, Figures& figures);

} // namespace thidua::bench
