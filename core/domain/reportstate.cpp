#include "domain/reportstate.h"

#include "domain/names.h"
#include "domain/schema.h"

#include <algorithm>
#include <array>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array stateNames{"draft"_L1,     "submitted"_L1, "returned"_L1,
                                "appraised"_L1, "decided"_L1,   "published"_L1};

struct Move {
    ReportState from;
    ReportState to;
    Role role; // this one and higher
};

// Review steps only; submitting is judged by the states of the field `submission` in the schema.
constexpr auto moves = std::to_array<Move>({
    {ReportState::Submitted, ReportState::Returned, Role::BlockLead},
    {ReportState::Submitted, ReportState::Appraised, Role::BlockLead},
    {ReportState::Appraised, ReportState::Returned, Role::BlockLead},
    {ReportState::Returned, ReportState::Appraised, Role::BlockLead},
    {ReportState::Appraised, ReportState::Decided, Role::Council},
    {ReportState::Decided, ReportState::Appraised, Role::Council},
    {ReportState::Decided, ReportState::Published, Role::Council},
});

std::optional<ReportState> stateFromName(QStringView name)
{
    const auto found = std::ranges::find_if(stateNames, [&](QLatin1String known) { return known == name; });
    return found == stateNames.end() ? std::nullopt : std::optional(ReportState(found - stateNames.begin()));
}

Error illegal(const QString& why)
{
    return {ErrorCode::IllegalMove, why};
}

// Saying a status again corrects its reason: open to those who may decide it, until publication.
bool isLegal(ReportState from, ReportState to, Role role)
{
    return std::ranges::any_of(moves, [&](const Move& move) {
        const bool again = from == to && to != ReportState::Published;
        return move.to == to && role >= move.role && (move.from == from || again);
    });
}

Result<void> checkReview(Role role, const Fields& seen, const Fields& set)
{
    const ReportState from = reportStateOf(seen);
    if (set.value(name::status).isNull()) {
        // A new record may name the empty group; a decision is answered by another one, never wiped out.
        return seen.value(name::status).isNull() ? Result<void>() : illegal(u"a status is not taken back"_s);
    }
    const auto to = stateFromName(set.value(name::status).toText());
    if (!to || !isLegal(from, *to, role))
        return illegal(u"no step from "_s + reportStateName(from) + u" to "_s +
                       set.value(name::status).toText());
    if (*to == ReportState::Returned && set.value(name::reason).toText().trimmed().isEmpty())
        return illegal(u"a return needs a reason"_s);
    if (set.value(name::reviewedSubmission).toInteger() != seen.value(name::submission).toInteger())
        return illegal(u"the status judges another submission than the one that was seen"_s);
    return {};
}

Result<void> checkSubmission(const Fields& seen, const Fields& set)
{
    const qint64 before = seen.value(name::submission).toInteger();
    const qint64 after = set.value(name::submission).toInteger();
    if (after != before && after != before + 1)
        return illegal(u"submissions count up by one"_s);
    return {};
}

} // namespace

QLatin1String reportStateName(ReportState state)
{
    return stateNames[size_t(state)];
}

ReportState reportStateOf(const Fields& report)
{
    const qint64 submission = report.value(name::submission).toInteger();
    const auto status = stateFromName(report.value(name::status).toText());
    if (status && report.value(name::reviewedSubmission).toInteger() >= submission)
        return *status;
    return submission > 0 ? ReportState::Submitted : ReportState::Draft;
}

QString stateOf(QStringView kind, const Fields& values)
{
    return kind == kind::report ? QString(reportStateName(reportStateOf(values))) : QString();
}

Result<void> checkMove(QStringView kind, Role role, const Fields& seen, const Fields& set)
{
    if (kind != kind::report)
        return {};
    if (set.contains(name::status)) {
        if (auto review = checkReview(role, seen, set); !review)
            return review;
    }
    return set.contains(name::submission) ? checkSubmission(seen, set) : Result<void>();
}

} // namespace thidua::domain
