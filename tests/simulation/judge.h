#pragma once

#include "simulation/world.h"

namespace thidua::simulation
{

// The promises of SYNC.md, looked at from outside: server against oracle, devices against both.
void judge(World& world);

} // namespace thidua::simulation
