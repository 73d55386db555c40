#pragma once

#include "base/clock.h"
#include "viewmodels/changefeed.h"
#include "viewmodels/storethread.h"

namespace thidua::viewmodels
{

// What every view model needs; lives as long as the app.
struct Workplace {
    StoreThread& store;
    ChangeFeed& feed;
    const Clock& clock;
};

} // namespace thidua::viewmodels
