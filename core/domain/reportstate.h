#pragma once

#include "base/value.h"

#include <QLatin1String>

namespace thidua::domain
{

// The life of a report: draft -> submitted -> returned | appraised -> decided -> published. lifecycle.h says
// who takes it from where to where.
enum class ReportState { Draft, Submitted, Returned, Appraised, Decided, Published };

[[nodiscard]] QLatin1String reportStateName(ReportState state);
[[nodiscard]] ReportState reportStateOf(const Fields& report);

} // namespace thidua::domain
