#pragma once

#include "bench/figures.h"
#include "bench/settings.h"

namespace thidua::bench
{

// Edits a second that the server takes in, acknowledged and durable, over SQLite and over PostgreSQL: several
// tablets push batches at the same time, over HTTP on the loopback. THIDUA_TEST_POSTGRES names the
// PostgreSQL; without it one is started for the measurement.
void measureThroughput(const Settings& settings, Figures& figures);

} // namespace thidua::bench
