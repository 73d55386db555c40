#pragma once

#include "base/clock.h"

#include <QString>

// Instants in the device's own time zone, in words.
namespace thidua::viewmodels
{

[[nodiscard]] QString timeText(Instant instant, Instant now); // 17:05 today, otherwise 17:05 20/03/2023
[[nodiscard]] QString whenText(Instant instant);              // 17:05 21/03/2023
[[nodiscard]] QString asOfText(Instant instant);              // As of 17:05 on 21/03/2023
[[nodiscard]] QString spanText(qint64 milliseconds);          // 3 minutes, 5 hours, 2 days

} // namespace thidua::viewmodels
