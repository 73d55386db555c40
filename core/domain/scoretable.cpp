#include "domain/scoretable.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto kinds = std::to_array<Choice<CriterionKind>>({
    {CriterionKind::Base, "base"_L1},
    {CriterionKind::Bonus, "bonus"_L1},
    {CriterionKind::Penalty, "penalty"_L1},
});
static constexpr auto scorings = std::to_array<Choice<Scoring>>({
    {Scoring::Quantity, "quantity"_L1},
    {Scoring::YesNo, "yesNo"_L1},
    {Scoring::Graded, "graded"_L1},
});

ScoreTable ScoreTable::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .year = int(fields.value(name::year).toInteger()),
            .block = fields.value(name::block).toId(),
            .movement = fields.value(name::movement).toId(),
            .bonusCap = numberOf(fields.value(name::bonusCap)),
            .penaltyCap = numberOf(fields.value(name::penaltyCap)),
            .dueOn = dateOf(fields.value(name::dueOn)),
            .illustration = fields.value(name::illustration).toBool(),
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields ScoreTable::toFields() const
{
    return withoutEmptyGroups(kind::scoreTable, {{name::name, name},
                                                 {name::year, year},
                                                 {name::block, toValue(block)},
                                                 {name::movement, toValue(movement)},
                                                 {name::bonusCap, toValue(bonusCap)},
                                                 {name::penaltyCap, toValue(penaltyCap)},
                                                 {name::dueOn, toValue(dueOn)},
                                                 {name::illustration, illustration ? Value(true) : Value()},
                                                 {name::legalBasis, toValue(legalBasis)}});
}

std::optional<ScoreTable> generalTable(const QList<ScoreTable>& tables, const RecordId& block, int year)
{
    std::optional<ScoreTable> chosen;
    for (const ScoreTable& table : tables) {
        const bool fits =
            !table.deleted && table.movement.isNull() && table.block == block && table.year == year;
        // Two people may have made one each; everybody must choose the same.
        if (fits && (!chosen || table.id < chosen->id))
            chosen = table;
    }
    return chosen;
}

Criterion Criterion::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .scoreTable = fields.value(name::scoreTable).toId(),
            .block = fields.value(name::block).toId(),
            .group = fields.value(name::group).toText(),
            .number = int(fields.value(name::number).toInteger()),
            .name = fields.value(name::name).toText(),
            .groupName = fields.value(name::groupName).toText(),
            .kind = choiceOf(kinds, fields.value(name::kind)).value_or(CriterionKind::Base),
            .scoring = choiceOf(scorings, fields.value(name::scoring)).value_or(Scoring::Graded),
            .maxPoints = numberOf(fields.value(name::maxPoints)),
            .measure = fields.value(name::measure).toText(),
            .movement = fields.value(name::movement).toId(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Criterion::toFields() const
{
    return withoutEmptyGroups(kind::criterion, {{name::scoreTable, scoreTable},
                                                {name::block, toValue(block)},
                                                {name::group, group},
                                                {name::number, number},
                                                {name::name, name},
                                                {name::groupName, toValue(groupName)},
                                                {name::kind, choiceName(kinds, kind)},
                                                {name::scoring, choiceName(scorings, scoring)},
                                                {name::maxPoints, toValue(maxPoints)},
                                                {name::measure, toValue(measure)},
                                                {name::movement, toValue(movement)}});
}

} // namespace thidua::domain
