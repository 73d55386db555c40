#pragma once

#include "base/error.h"

namespace thidua
{

// Why a synchronisation ended before everything was exchanged, for whoever reads the messages; programs
// decide by the code.
[[nodiscard]] QString whyNot(ErrorCode code);

} // namespace thidua
