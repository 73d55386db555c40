#pragma once

#include "base/result.h"
#include "base/value.h"
#include "domain/reportstate.h"
#include "domain/scoretable.h"

#include <optional>

// Points of reports and their sums. All points are hundredths; sums stay at the ends of the 64-bit range
// instead of running over.
namespace thidua::domain
{

// Whose score it is; a later stage weighs more.
enum class ScoreStage { None, Self, Appraisal, Council };
[[nodiscard]] QLatin1String scoreStageName(ScoreStage stage); // "none", "self", "appraisal", "council"

// A report as far as scoring needs it; small, because a standing reads a hundred thousand of them.
struct ScoredReport {
    RecordId id;
    RecordId unit;
    RecordId criterion;
    ReportState state = ReportState::Draft;
    ScoreStage stage = ScoreStage::None;
    qint64 points = 0; // of that stage, as they were given

    // Drafts are not yet said and returned reports not yet answered.
    [[nodiscard]] bool counts() const
    {
        return state != ReportState::Draft && state != ReportState::Returned;
    }
};

// council ?? appraisal ?? self. A report without any score counts as reported with no points.
[[nodiscard]] ScoredReport scoredReport(const RecordId& id, const Fields& report);

// What a report is worth: never below nothing, never above the criterion's maximum.
[[nodiscard]] qint64 cappedPoints(const Criterion& criterion, qint64 points);
// Whether these points may be entered for the criterion. Errors: InvalidValue.
[[nodiscard]] Result<void> checkPoints(const Criterion& criterion, qint64 points);

[[nodiscard]] qint64 sumOf(qint64 a, qint64 b);
[[nodiscard]] qint64 differenceOf(qint64 a, qint64 b);

// The sums of one unit.
struct Points {
    qint64 base = 0;
    qint64 bonus = 0;   // capped
    qint64 penalty = 0; // positive; capped

    // May exceed the base: 97 + 10 = 107.
    [[nodiscard]] qint64 total() const { return differenceOf(sumOf(base, bonus), penalty); }

    // `points` is already capped by its criterion.
    void add(CriterionKind kind, qint64 points);
    void applyCaps(const ScoreTable& table);

    friend bool operator==(const Points&, const Points&) = default;
};

} // namespace thidua::domain
