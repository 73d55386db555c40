#pragma once

#include "domain/scoring.h"

#include <QDate>

namespace thidua::domain
{

// What a deadline asks of whom.
struct Schedule {
    QDate dueOn;
    QList<RecordId> units;
    QList<RecordId> criteria; // each is to be reported on by each unit
};

struct LateUnit {
    RecordId unit;
    qsizetype missing = 0; // criteria without a report that counts
    qint64 days = 0;       // since the deadline

    friend bool operator==(const LateUnit&, const LateUnit&) = default;
};

// Those who have most to do first. Nobody is late on the day itself.
[[nodiscard]] QList<LateUnit> lateUnits(const Schedule& schedule, const QList<ScoredReport>& reports,
                                        const QDate& today);

} // namespace thidua::domain
