#pragma once

#include "base/result.h"
#include "base/value.h"
#include "domain/role.h"

namespace thidua::domain
{

// The life of a report: draft -> submitted -> returned | appraised -> decided -> published.
//
// Two groups carry it, because two sides write it. The unit counts its submissions in `submission` (0 =
// draft); the block and the council write `status` with its reason and the submission it judges. A status
// about an earlier submission no longer counts, so that a unit can answer a return without overruling a
// higher role.
enum class ReportState { Draft, Submitted, Returned, Appraised, Decided, Published };

[[nodiscard]] QLatin1String reportStateName(ReportState state);
[[nodiscard]] ReportState reportStateOf(const Fields& report);

// Whether the step that `set` makes is legal from what the person had seen. IllegalMove otherwise, also when
// a return or a correction lacks its reason.
[[nodiscard]] Result<void> checkMove(QStringView kind, Role role, const Fields& seen, const Fields& set);

} // namespace thidua::domain
