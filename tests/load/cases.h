#pragma once

#include "load/settings.h"
#include "load/table.h"

namespace thidua::load
{

// L1, L4, L9: the power is back, and all tablets of a city with it, behind one address.
void measureReconnect(const Settings& settings, Table& table);
// L2: everybody waits for hints.
void measureStreams(const Settings& settings, Table& table);
// New tablets are given out while others work.
void measureFirstSyncs(const Settings& settings, Table& table);
// L5: one tablet asks again and again while others work.
void measureMadDevice(const Settings& settings, Table& table);
// Units are imported while tablets work.
void measureImport(const Settings& settings, Table& table);

} // namespace thidua::load
