#include "tour/sumbyhand.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::tour
{

using namespace Qt::StringLiterals;

namespace
{

// A report counts from its submission on; one that was returned waits for its next.
bool counts(const Fields& report)
{
    const qint64 submission = report.value(name::submission).toInteger();
    const bool judged = report.value(name::reviewedSubmission).toInteger() >= submission;
    const QString status = judged ? report.value(name::status).toText() : QString();
    return submission > 0 && status != u"returned"_s;
}

qint64 pointsOf(const Fields& report)
{
    for (const auto& field : {name::scoreCouncil, name::scoreAppraisal, name::scoreSelf}) {
        if (!report.value(field).isNull())
            return report.value(field).toInteger();
    }
    return 0;
}

} // namespace

qint64 sumByHand(Tablet& tablet, const RecordId& unit, const QString& period)
{
    qint64 base = 0;
    qint64 bonus = 0;
    qint64 penalty = 0;
    qint64 bonusCap = -1;
    qint64 penaltyCap = -1;
    const auto reports = tablet.file().records(kind::report, domain::Channel::unit(unit).name());
    for (const store::Record& report : reports.valueOr({})) {
        if (report.values.value(name::period).toText() != period || !counts(report.values))
            continue;
        const Fields criterion = tablet.values(report.values.value(name::criterion).toId());
        const Fields table = tablet.values(criterion.value(name::scoreTable).toId());
        bonusCap = table.value(name::bonusCap).toInteger(bonusCap);
        penaltyCap = table.value(name::penaltyCap).toInteger(penaltyCap);
        const Value maximum = criterion.value(name::maxPoints);
        qint64 points = std::max<qint64>(0, pointsOf(report.values));
        if (!maximum.isNull())
            points = std::min(points, maximum.toInteger());
        const QString kind = criterion.value(name::kind).toText();
        (kind == u"bonus"_s ? bonus : kind == u"penalty"_s ? penalty : base) += points;
    }
    if (bonusCap >= 0)
        bonus = std::min(bonus, bonusCap);
    if (penaltyCap >= 0)
        penalty = std::min(penalty, penaltyCap);
    return base + bonus - penalty;
}

} // namespace thidua::tour
