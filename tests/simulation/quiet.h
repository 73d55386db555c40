#pragma once

#include "simulation/world.h"

namespace thidua::simulation
{

// Lets everything come to rest: networks and disks are good, who has to enrols anew, and everybody
// synchronises until nothing changes; asked by their people, or by hints and polls alone. Fails if that does
// not come.
void quiet(World& world);

} // namespace thidua::simulation
