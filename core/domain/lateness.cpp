#include "domain/lateness.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace thidua::domain
{

QList<LateUnit> lateUnits(const Schedule& schedule, const QList<ScoredReport>& reports, const QDate& today)
{
    if (!schedule.dueOn.isValid() || today <= schedule.dueOn)
        return {};
    QHash<RecordId, QSet<RecordId>> reported;
    for (const ScoredReport& report : reports) {
        if (report.counts() && schedule.criteria.contains(report.criterion))
            reported[report.unit].insert(report.criterion);
    }
    const QSet<RecordId> asked(schedule.criteria.begin(), schedule.criteria.end());
    QList<LateUnit> late;
    for (const RecordId& unit : schedule.units) {
        const qsizetype missing = asked.size() - reported.value(unit).size();
        if (missing > 0)
            late.append({unit, missing, schedule.dueOn.daysTo(today)});
    }
    std::ranges::stable_sort(late, std::greater(), &LateUnit::missing);
    return late;
}

} // namespace thidua::domain
