#pragma once

#include "bench/figures.h"
#include "bench/settings.h"

namespace thidua::bench
{

// The app's first frame beside that of an empty window, offscreen, from process start. Nothing where the app
// is not built.
void measureFirstFrame(const Settings& settings, Figures& figures);

} // namespace thidua::bench
