#pragma once

#include "people.h"

namespace thidua
{

// Fills a new server with the sample: its people with their accounts, then every save in its author's name.
// Returns what there is to know about it, for the answer of `init`.
[[nodiscard]] Result<QJsonObject> addSample(Environment& environment, People& people);

} // namespace thidua
