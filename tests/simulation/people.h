#pragma once

#include "simulation/world.h"

namespace thidua::simulation
{

// Something that a person does at this device.
void act(World& world, SimDevice& device);

// The number that an edit carries in one of its values; 0: none.
[[nodiscard]] qint64 markOf(const Fields& set);

} // namespace thidua::simulation
