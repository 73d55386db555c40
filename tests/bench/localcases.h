#pragma once

#include "bench/figures.h"
#include "bench/settings.h"

namespace thidua::bench
{

// floor.insert_100k_s, and what the app's store adds to it when the same records arrive as pages.
void measureInserting(const Settings& settings, Figures& figures);
// floor.save_…, w2.save_…: 1,000 saves into the store that holds all records, side by side with raw commits.
void measureSaving(const Settings& settings, Figures& figures);

} // namespace thidua::bench
