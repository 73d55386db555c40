#pragma once

#include "base/clock.h"
#include "base/value.h"
#include "domain/ranking.h"
#include "domain/scoring.h"
#include "domain/unit.h"

#include <QHash>
#include <QStringList>

namespace thidua::domain
{

enum class StandingStatus {
    Provisional,
    Published, // every report that counts is published
};

struct StandingRow {
    RecordId unit;
    QList<qint64> groupPoints; // in the order of Standing::groups; base points only
    Points points;
    int rank = 0;         // 0: nothing reported yet, not ranked
    int previousRank = 0; // in the period before; 0: there is none
    int reported = 0;     // base criteria that count
    int expected = 0;     // base criteria of the table

    friend bool operator==(const StandingRow&, const StandingRow&) = default;
};

// The table of a block, or of all clusters of the city, for a period, as of an instant. It says how complete
// it is, because it is read long before everybody has reported.
struct Standing {
    RecordId id;
    RecordId block;      // null: the city's
    RecordId scoreTable; // null: the city's, which spans tables
    QString period;
    Instant asOf = 0;
    StandingStatus status = StandingStatus::Provisional;
    QStringList groups;      // "I" … "VI"
    QList<StandingRow> rows; // by rank, tied ones by name, not ranked ones last

    // The same for everybody, so that there is one record for a block (null: the city) and period.
    [[nodiscard]] static RecordId idOf(const RecordId& block, const QString& period);
    [[nodiscard]] static Standing fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    [[nodiscard]] int reported() const; // units that have reported anything
    [[nodiscard]] int expected() const { return int(rows.size()); }
    // Unit -> rank, of the ranked ones; the previous ranks of the next period.
    [[nodiscard]] QHash<RecordId, int> ranks() const;
    [[nodiscard]] bool equalsExceptTime(const Standing& other) const;

    friend bool operator==(const Standing&, const Standing&) = default;
};

struct StandingInput {
    RecordId block;
    QString period;
    ScoreTable table;
    QList<Criterion> criteria;
    QList<Unit> units;
    QList<ScoredReport> reports; // of this period; others' units and criteria are passed over
    QList<TieBreak> tieBreak;
    QHash<RecordId, int> previousRanks;
    QHash<RecordId, qint64> votes; // by unit, in ballots on ties
    Instant asOf = 0;
};

// The one function by which server and devices make a block's standing. Two reports of one unit on one
// criterion count once: the one that has come furthest.
[[nodiscard]] Standing standingOf(const StandingInput& input);

// Gives the ranks anew after points have changed, and orders the rows by them. A row of rank 0 has reported
// nothing and stays so.
void rankRows(Standing& standing, const QList<TieBreak>& rule, const QHash<RecordId, qint64>& votes = {});

// All clusters in one table, ranked by total over the whole city.
[[nodiscard]] Standing cityStandingOf(const QString& period, const QList<Standing>& clusters,
                                      const QHash<RecordId, int>& previousRanks, Instant asOf);

} // namespace thidua::domain
