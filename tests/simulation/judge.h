#pragma once

#include "simulation/world.h"

namespace thidua::simulation
{

// Lets everything come to rest: networks and disks are good, who has to enrols anew, everybody synchronises
// until nothing changes. Fails if that does not come.
void quiet(World& world);

// The promises of SYNC.md, looked at from outside: server against oracle, devices against both.
void judge(World& world);

} // namespace thidua::simulation
