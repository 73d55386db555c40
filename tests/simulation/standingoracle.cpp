#include "simulation/standingoracle.h"

#include "domain/names.h"

#include <algorithm>
#include <tuple>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

namespace
{

const QString onlyPeriod = u"2025"_s; // nobody reports about another one in here

QString line(const RecordId& unit, const QList<qint64>& numbers)
{
    QStringList words{unit.toText().right(6)};
    for (const qint64 number : numbers)
        words.append(QString::number(number));
    return words.join(u' ');
}

// Draft 0, submitted 1, returned 2, appraised 3, decided 4, published 5.
int stageOf(const Fields& report)
{
    static const QStringList judged{u"returned"_s, u"appraised"_s, u"decided"_s, u"published"_s};
    const qint64 submission = report.value(name::submission).toInteger();
    const qsizetype status = judged.indexOf(report.value(name::status).toText());
    if (status >= 0 && report.value(name::reviewedSubmission).toInteger() >= submission)
        return 2 + int(status);
    return submission > 0 ? 1 : 0;
}

bool counts(const Fields& report)
{
    const int stage = stageOf(report);
    return stage == 1 || stage >= 3;
}

// Who has scored: nobody 0, the unit 1, the block 2, the council 3; and how much.
std::pair<int, qint64> scoreOf(const Fields& report)
{
    int who = 3;
    for (const auto field : {name::scoreCouncil, name::scoreAppraisal, name::scoreSelf}) {
        if (report.value(field).isInteger())
            return {who, report.value(field).toInteger()};
        --who;
    }
    return {0, 0};
}

qint64 capped(const Value& most, qint64 points)
{
    return most.isInteger() ? std::min(points, most.toInteger()) : points;
}

} // namespace

void StandingOracle::add(const RecordId& id, const QString& kind, const Fields& values)
{
    if (values.value(name::deleted).toBool())
        return;
    m_records[kind].push_back({id, values});
    if (kind != kind::standing)
        return;
    const auto column = [&](QLatin1String field, qsizetype row) {
        return values.value(field).toList().value(row).toInteger();
    };
    QStringList& lines = m_made[{values.value(name::block).toId(), values.value(name::period).toText()}];
    lines.append(values.value(name::status).toText());
    const auto units = values.value(name::units).toList();
    for (qsizetype row = 0; row < units.size(); ++row) {
        lines.append(line(units[row].toId(),
                          {column(name::rank, row), column(name::base, row), column(name::bonus, row),
                           column(name::penalty, row), column(name::total, row),
                           column(name::unitReported, row), column(name::unitExpected, row)}));
    }
    lines.sort();
}

std::vector<const StandingOracle::Record*> StandingOracle::of(const QString& kind) const
{
    std::vector<const Record*> found;
    const auto known = m_records.constFind(kind);
    if (known == m_records.cend())
        return found;
    for (const Record& record : *known)
        found.push_back(&record);
    return found;
}

const StandingOracle::Record* StandingOracle::tableOf(const RecordId& block) const
{
    for (const Record* table : of(kind::scoreTable)) {
        if (table->values.value(name::block).toId() == block)
            return table;
    }
    return nullptr;
}

// Of several reports on one thing the one that has come furthest; between equals the first that was made.
const StandingOracle::Record* StandingOracle::reportOn(const RecordId& unit, const RecordId& criterion,
                                                       const QString& period) const
{
    const Record* best = nullptr;
    const auto key = [](const Record& report) {
        return std::tuple(counts(report.values), stageOf(report.values), scoreOf(report.values).first);
    };
    for (const Record* report : of(kind::report)) {
        const Fields& values = report->values;
        if (values.value(name::unit).toId() == unit && values.value(name::criterion).toId() == criterion &&
            values.value(name::period).toText() == period && (!best || key(*report) > key(*best)))
            best = report;
    }
    return best;
}

StandingOracle::Row StandingOracle::rowOf(const RecordId& unit, const Record& table,
                                          const QString& period) const
{
    Row row{.unit = unit};
    for (const Record* criterion : of(kind::criterion)) {
        if (criterion->values.value(name::scoreTable).toId() != table.id)
            continue;
        const Record* report = reportOn(unit, criterion->id, period);
        if (!report)
            continue;
        const int stage = stageOf(report->values);
        row.open |= stage > 0 && stage < 5;
        if (!counts(report->values))
            continue;
        row.ranked = true;
        const qint64 points =
            capped(criterion->values.value(name::maxPoints), scoreOf(report->values).second);
        const QString kind = criterion->values.value(name::kind).toText();
        (kind == u"base" ? row.base : kind == u"bonus" ? row.bonus : row.penalty) += points;
        row.reported += kind == u"base" ? 1 : 0;
    }
    row.bonus = capped(table.values.value(name::bonusCap), row.bonus);
    row.penalty = capped(table.values.value(name::penaltyCap), row.penalty);
    return row;
}

std::vector<StandingOracle::Row> StandingOracle::rowsOf(const RecordId& block, const QString& period) const
{
    std::vector<Row> rows;
    for (const Record* membership : of(kind::membership)) {
        if (membership->values.value(name::block).toId() == block)
            rows.push_back(rowOf(membership->values.value(name::unit).toId(), *tableOf(block), period));
    }
    return rows;
}

bool StandingOracle::isReported(const RecordId& block) const
{
    const auto members = rowsOf(block, onlyPeriod);
    return std::ranges::any_of(of(kind::criterion), [&](const Record* criterion) {
        return criterion->values.value(name::block).toId() == block &&
               std::ranges::any_of(members, [&](const Row& row) {
                   return reportOn(row.unit, criterion->id, onlyPeriod) != nullptr;
               });
    });
}

bool StandingOracle::somethingIsReported() const
{
    return std::ranges::any_of(of(kind::block),
                               [this](const Record* block) { return isReported(block->id); });
}

// All groups are group I here, and every table has one criterion for base points.
QStringList StandingOracle::linesOf(const std::vector<Row>& rows)
{
    const auto key = [](const Row& row) {
        return std::tuple(row.base + row.bonus - row.penalty, row.base, -row.penalty);
    };
    QStringList lines;
    for (const Row& row : rows) {
        const auto above = std::ranges::count_if(
            rows, [&](const Row& other) { return other.ranked && key(other) > key(row); });
        lines.append(line(row.unit, {row.ranked ? qint64(above) + 1 : 0, row.base, row.bonus, row.penalty,
                                     row.base + row.bonus - row.penalty, row.reported, 1}));
    }
    return lines;
}

static QStringList withStatus(QStringList lines, bool published)
{
    lines.append(published ? u"published"_s : u"provisional"_s);
    lines.sort();
    return lines;
}

QMap<StandingOracle::Key, QStringList> StandingOracle::expected() const
{
    QMap<Key, QStringList> all;
    std::vector<Row> city;
    bool everywhere = true;
    for (const Record* block : of(kind::block)) {
        const auto rows = rowsOf(block->id, onlyPeriod);
        const bool published =
            std::ranges::any_of(rows, &Row::ranked) && std::ranges::none_of(rows, &Row::open);
        everywhere = everywhere && published;
        all.insert({block->id, onlyPeriod}, withStatus(linesOf(rows), published));
        city.insert(city.end(), rows.begin(), rows.end());
    }
    all.insert({RecordId(), onlyPeriod}, withStatus(linesOf(city), everywhere));
    return all;
}

} // namespace thidua::simulation
