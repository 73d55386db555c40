#include "domain/standing.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto statuses = std::to_array<Choice<StandingStatus>>({
    {StandingStatus::Provisional, "provisional"_L1},
    {StandingStatus::Published, "published"_L1},
});

RecordId Standing::idOf(const RecordId& block, const QString& period)
{
    return RecordId::named("standing", block.toBytes() + period.toUtf8());
}

// The record keeps a list for each column; a row beyond the end of a list reads as zeros.
static StandingRow rowAt(const Fields& fields, qsizetype row)
{
    const auto at = [&](QLatin1String name) { return fields.value(name).toList().value(row); };
    return {.unit = at(name::units).toId(),
            .groupPoints = numbersOf(at(name::groupPoints)),
            .points = {.base = at(name::base).toInteger(),
                       .bonus = at(name::bonus).toInteger(),
                       .penalty = at(name::penalty).toInteger()},
            .rank = int(at(name::rank).toInteger()),
            .previousRank = int(at(name::previousRank).toInteger()),
            .reported = int(at(name::unitReported).toInteger()),
            .expected = int(at(name::unitExpected).toInteger())};
}

Standing Standing::fromFields(const RecordId& id, const Fields& fields)
{
    Standing standing{
        .id = id,
        .block = fields.value(name::block).toId(),
        .scoreTable = fields.value(name::scoreTable).toId(),
        .period = fields.value(name::period).toText(),
        .asOf = fields.value(name::asOf).toInteger(),
        .status = choiceOf(statuses, fields.value(name::status)).value_or(StandingStatus::Provisional),
        .groups = textsOf(fields.value(name::groups)),
        .rows = {}};
    const qsizetype count = fields.value(name::units).toList().size();
    standing.rows.reserve(count);
    for (qsizetype row = 0; row < count; ++row)
        standing.rows.append(rowAt(fields, row));
    return standing;
}

Fields Standing::toFields() const
{
    QMap<QString, Value::List> columns;
    for (const StandingRow& row : rows) {
        columns[name::units].append(row.unit);
        columns[name::groupPoints].append(toValue(row.groupPoints));
        columns[name::base].append(row.points.base);
        columns[name::bonus].append(row.points.bonus);
        columns[name::penalty].append(row.points.penalty);
        columns[name::total].append(row.points.total());
        columns[name::rank].append(row.rank);
        columns[name::previousRank].append(row.previousRank);
        columns[name::unitReported].append(row.reported);
        columns[name::unitExpected].append(row.expected);
    }
    Fields fields{{name::block, toValue(block)},   {name::scoreTable, toValue(scoreTable)},
                  {name::period, period},          {name::asOf, asOf},
                  {name::reported, reported()},    {name::expected, expected()},
                  {name::groups, toValue(groups)}, {name::status, choiceName(statuses, status)}};
    for (auto column : {name::units, name::groupPoints, name::base, name::bonus, name::penalty, name::total,
                        name::rank, name::previousRank, name::unitReported, name::unitExpected})
        fields.insert(column, columns.value(column));
    return fields;
}

int Standing::reported() const
{
    return int(std::ranges::count_if(rows, [](const StandingRow& row) { return row.rank > 0; }));
}

QHash<RecordId, int> Standing::ranks() const
{
    QHash<RecordId, int> result;
    for (const StandingRow& row : rows) {
        if (row.rank > 0)
            result.insert(row.unit, row.rank);
    }
    return result;
}

bool Standing::equalsExceptTime(const Standing& other) const
{
    Standing same = other;
    same.asOf = asOf;
    return same == *this;
}

} // namespace thidua::domain
