#include "domain/scoring.h"

#include "domain/names.h"

#include <algorithm>
#include <array>
#include <limits>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

QLatin1String scoreStageName(ScoreStage stage)
{
    static constexpr std::array names{"none"_L1, "self"_L1, "appraisal"_L1, "council"_L1};
    return names[size_t(stage)];
}

ScoredReport scoredReport(const RecordId& id, const Fields& report)
{
    ScoredReport scored{.id = id,
                        .unit = report.value(name::unit).toId(),
                        .criterion = report.value(name::criterion).toId(),
                        .state = reportStateOf(report)};
    const std::pair<QLatin1String, ScoreStage> stages[]{{name::scoreCouncil, ScoreStage::Council},
                                                        {name::scoreAppraisal, ScoreStage::Appraisal},
                                                        {name::scoreSelf, ScoreStage::Self}};
    for (const auto& [field, stage] : stages) {
        if (const Value points = report.value(field); points.isInteger()) {
            scored.stage = stage;
            scored.points = points.toInteger();
            break;
        }
    }
    return scored;
}

qint64 cappedPoints(const Criterion& criterion, qint64 points)
{
    const qint64 most = std::max<qint64>(0, criterion.maxPoints.value_or(std::numeric_limits<qint64>::max()));
    return std::clamp<qint64>(points, 0, most);
}

Result<void> checkPoints(const Criterion& criterion, qint64 points)
{
    if (cappedPoints(criterion, points) == points)
        return {};
    return {ErrorCode::InvalidValue, u"points are not between 0 and the criterion's maximum"_s};
}

qint64 sumOf(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return b > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
}

qint64 differenceOf(qint64 a, qint64 b)
{
    qint64 difference = 0;
    if (!__builtin_sub_overflow(a, b, &difference))
        return difference;
    return b < 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
}

void Points::add(CriterionKind kind, qint64 points)
{
    qint64& sum = kind == CriterionKind::Base ? base : kind == CriterionKind::Bonus ? bonus : penalty;
    sum = sumOf(sum, points);
}

void Points::applyCaps(const ScoreTable& table)
{
    bonus = std::min(bonus, std::max<qint64>(0, table.bonusCap.value_or(bonus)));
    penalty = std::min(penalty, std::max<qint64>(0, table.penaltyCap.value_or(penalty)));
}

} // namespace thidua::domain
