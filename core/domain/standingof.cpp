#include "domain/standing.h"
#include "domain/text.h"

#include <algorithm>
#include <limits>

// How a standing is made from reports; what it is stands in standing.cpp.
namespace thidua::domain
{

using namespace Qt::StringLiterals;

namespace
{

// Groups are numbered in Roman figures; others come after them, by their text.
int romanValue(QStringView text)
{
    int value = 0;
    int last = std::numeric_limits<int>::max();
    for (QChar c : text) {
        const int figure = c == u'I' ? 1 : c == u'V' ? 5 : c == u'X' ? 10 : 0;
        if (figure == 0)
            return std::numeric_limits<int>::max();
        value += last < figure ? figure - 2 * last : figure;
        last = figure;
    }
    return text.isEmpty() ? std::numeric_limits<int>::max() : value;
}

QStringList orderedGroups(QStringList groups)
{
    groups.removeDuplicates();
    std::ranges::sort(groups, [](const QString& a, const QString& b) {
        return std::make_pair(romanValue(a), a) < std::make_pair(romanValue(b), b);
    });
    return groups;
}

QList<Unit> orderedUnits(const QList<Unit>& units)
{
    QList<std::pair<QByteArray, Unit>> keyed;
    keyed.reserve(units.size());
    for (const Unit& unit : units) {
        if (!unit.deleted)
            keyed.append({sortKey(unit.fullName()), unit});
    }
    std::ranges::sort(keyed, [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.id) < std::tie(b.first, b.second.id);
    });
    QList<Unit> ordered;
    ordered.reserve(keyed.size());
    for (const auto& [key, unit] : keyed)
        ordered.append(unit);
    return ordered;
}

// Whether `a` is taken instead of `b` when both are about the same criterion.
bool hasComeFurther(const ScoredReport& a, const ScoredReport& b)
{
    if (a.counts() != b.counts())
        return a.counts();
    return std::tie(a.state, a.stage, b.id) > std::tie(b.state, b.stage, a.id);
}

// The reports of all units, one for each unit and criterion.
class Sheet
{
public:
    explicit Sheet(const StandingInput& input)
        : m_units(orderedUnits(input.units))
    {
        for (const Criterion& criterion : input.criteria) {
            if (!criterion.deleted && criterion.scoreTable == input.table.id)
                m_criteria.append(criterion);
        }
        QHash<RecordId, qsizetype> unitPlaces;
        QHash<RecordId, qsizetype> criterionPlaces;
        for (const Unit& unit : m_units)
            unitPlaces.insert(unit.id, unitPlaces.size());
        for (const Criterion& criterion : m_criteria)
            criterionPlaces.insert(criterion.id, criterionPlaces.size());
        m_cells.resize(size_t(m_units.size() * m_criteria.size()));
        for (const ScoredReport& report : input.reports) {
            const qsizetype unit = unitPlaces.value(report.unit, -1);
            const qsizetype criterion = criterionPlaces.value(report.criterion, -1);
            if (unit < 0 || criterion < 0)
                continue;
            const ScoredReport*& cell = m_cells[size_t(unit * m_criteria.size() + criterion)];
            if (!cell || hasComeFurther(report, *cell))
                cell = &report;
        }
    }

    [[nodiscard]] const QList<Unit>& units() const { return m_units; }
    [[nodiscard]] const QList<Criterion>& criteria() const { return m_criteria; }
    // Null where there is none.
    [[nodiscard]] const ScoredReport* report(qsizetype unit, qsizetype criterion) const
    {
        return m_cells[size_t(unit * m_criteria.size() + criterion)];
    }
    [[nodiscard]] StandingStatus status() const
    {
        const auto counting = [](const auto* cell) { return cell && cell->counts(); };
        const auto open = [](const auto* cell) {
            return cell && cell->state != ReportState::Published && cell->state != ReportState::Draft;
        };
        const bool published = std::ranges::any_of(m_cells, counting) && std::ranges::none_of(m_cells, open);
        return published ? StandingStatus::Published : StandingStatus::Provisional;
    }

private:
    QList<Unit> m_units;
    QList<Criterion> m_criteria;
    std::vector<const ScoredReport*> m_cells;
};

// A row with its rank still open: 1 stands for "has reported something".
StandingRow rowOf(const Sheet& sheet, qsizetype unit, const QStringList& groups, const ScoreTable& table)
{
    StandingRow row;
    row.unit = sheet.units()[unit].id;
    row.groupPoints = QList<qint64>(groups.size(), 0);
    for (qsizetype i = 0; i < sheet.criteria().size(); ++i) {
        const Criterion& criterion = sheet.criteria()[i];
        const bool base = criterion.kind == CriterionKind::Base;
        row.expected += base ? 1 : 0;
        const ScoredReport* report = sheet.report(unit, i);
        if (!report || !report->counts())
            continue;
        row.rank = 1;
        row.reported += base ? 1 : 0;
        const qint64 points = cappedPoints(criterion, report->points);
        row.points.add(criterion.kind, points);
        if (base) {
            qint64& sum = row.groupPoints[groups.indexOf(criterion.group)];
            sum = sumOf(sum, points);
        }
    }
    row.points.applyCaps(table);
    return row;
}

} // namespace

void rankRows(Standing& standing, const QList<TieBreak>& rule, const QHash<RecordId, qint64>& votes)
{
    const qsizetype first = std::max<qsizetype>(0, standing.groups.indexOf(u"I"_s));
    std::ranges::stable_partition(standing.rows, [](const StandingRow& row) { return row.rank > 0; });
    std::vector<RankingEntry> entries;
    for (const StandingRow& row : standing.rows) {
        if (row.rank > 0)
            entries.push_back({row.points.total(), row.groupPoints.value(first), row.points.penalty,
                               votes.value(row.unit)});
    }
    const QList<int> given = ranks(entries, rule);
    for (qsizetype i = 0; i < given.size(); ++i)
        standing.rows[i].rank = given[i];
    std::stable_sort(standing.rows.begin(), standing.rows.begin() + given.size(),
                     [](const StandingRow& a, const StandingRow& b) { return a.rank < b.rank; });
}

Standing standingOf(const StandingInput& input)
{
    const Sheet sheet(input);
    QStringList groups;
    for (const Criterion& criterion : sheet.criteria()) {
        if (criterion.kind == CriterionKind::Base)
            groups.append(criterion.group);
    }
    Standing standing{.id = Standing::idOf(input.block, input.period),
                      .block = input.block,
                      .scoreTable = input.table.id,
                      .period = input.period,
                      .asOf = input.asOf,
                      .status = sheet.status(),
                      .groups = orderedGroups(groups),
                      .rows = {}};
    for (qsizetype unit = 0; unit < sheet.units().size(); ++unit) {
        standing.rows.append(rowOf(sheet, unit, standing.groups, input.table));
        standing.rows.last().previousRank = input.previousRanks.value(standing.rows.last().unit);
    }
    rankRows(standing, input.tieBreak, input.votes);
    return standing;
}

// Puts a row's points under the groups of another table.
static QList<qint64> regrouped(const StandingRow& row, const QStringList& from, const QStringList& to)
{
    QList<qint64> points(to.size(), 0);
    for (qsizetype i = 0; i < from.size(); ++i)
        points[to.indexOf(from[i])] = row.groupPoints.value(i);
    return points;
}

Standing cityStandingOf(const QString& period, const QList<Standing>& clusters,
                        const QHash<RecordId, int>& previousRanks, Instant asOf)
{
    Standing city;
    city.id = Standing::idOf({}, period);
    city.period = period;
    city.asOf = asOf;
    const auto isPublished = [](const Standing& one) { return one.status == StandingStatus::Published; };
    if (!clusters.isEmpty() && std::ranges::all_of(clusters, isPublished))
        city.status = StandingStatus::Published;
    for (const Standing& cluster : clusters)
        city.groups.append(cluster.groups);
    city.groups = orderedGroups(city.groups);
    for (const Standing& cluster : clusters) {
        for (StandingRow row : cluster.rows) {
            row.groupPoints = regrouped(row, cluster.groups, city.groups);
            row.previousRank = previousRanks.value(row.unit);
            city.rows.append(row);
        }
    }
    rankRows(city, defaultTieBreak());
    return city;
}

} // namespace thidua::domain
