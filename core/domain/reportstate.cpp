#include "domain/reportstate.h"

#include "domain/lifecycle.h"
#include "domain/names.h"

#include <algorithm>
#include <array>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array stateNames{"draft"_L1,     "submitted"_L1, "returned"_L1,
                                "appraised"_L1, "decided"_L1,   "published"_L1};

std::optional<ReportState> stateFromName(QStringView name)
{
    const auto found = std::ranges::find_if(stateNames, [&](QLatin1String known) { return known == name; });
    return found == stateNames.end() ? std::nullopt : std::optional(ReportState(found - stateNames.begin()));
}

} // namespace

QLatin1String reportStateName(ReportState state)
{
    return stateNames[size_t(state)];
}

ReportState reportStateOf(const Fields& report)
{
    const auto status = stateFromName(report.value(name::status).toText());
    if (status && judgesLastSubmission(report))
        return *status;
    return report.value(name::submission).toInteger() > 0 ? ReportState::Submitted : ReportState::Draft;
}

} // namespace thidua::domain
