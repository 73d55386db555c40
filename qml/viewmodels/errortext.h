#pragma once

#include "base/error.h"

namespace thidua::viewmodels
{

// What a person is told about an error: what happened, and what they can do. The one place where codes become
// words. Empty for None.
[[nodiscard]] QString errorText(ErrorCode code);

} // namespace thidua::viewmodels
