#include "domain/block.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto kinds = std::to_array<Choice<BlockKind>>({
    {BlockKind::Block, "block"_L1},
    {BlockKind::Cluster, "cluster"_L1},
});
static constexpr auto roles = std::to_array<Choice<BlockRole>>({
    {BlockRole::Lead, "lead"_L1},
    {BlockRole::Deputy, "deputy"_L1},
    {BlockRole::Member, "member"_L1},
});
static constexpr auto tieBreaks = std::to_array<Choice<TieBreak>>({
    {TieBreak::GroupI, "groupI"_L1},
    {TieBreak::Penalty, "penalty"_L1},
    {TieBreak::Vote, "vote"_L1},
});

static QList<TieBreak> tieBreakOf(const Value& value)
{
    QList<TieBreak> rule;
    for (const Value& item : value.toList()) {
        if (const auto known = choiceOf(tieBreaks, item))
            rule.append(*known);
    }
    return rule;
}

static Value toValue(const QList<TieBreak>& rule)
{
    Value::List list;
    for (TieBreak step : rule)
        list.append(choiceName(tieBreaks, step));
    return list;
}

Block Block::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .code = fields.value(name::code).toText(),
            .name = fields.value(name::name).toText(),
            .kind = choiceOf(kinds, fields.value(name::kind)).value_or(BlockKind::Block),
            .year = int(fields.value(name::year).toInteger()),
            .decision = fields.value(name::decision).toText(),
            .tieBreak = tieBreakOf(fields.value(name::tieBreak)),
            .illustration = fields.value(name::illustration).toBool(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Block::toFields() const
{
    return withoutEmptyGroups(kind::block, {{name::code, code},
                                            {name::name, name},
                                            {name::kind, choiceName(kinds, kind)},
                                            {name::year, year},
                                            {name::decision, toValue(decision)},
                                            {name::tieBreak, toValue(tieBreak)},
                                            {name::illustration, illustration ? Value(true) : Value()}});
}

Membership Membership::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .block = fields.value(name::block).toId(),
            .unit = fields.value(name::unit).toId(),
            .year = int(fields.value(name::year).toInteger()),
            .role = choiceOf(roles, fields.value(name::role)).value_or(BlockRole::Member),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Membership::toFields() const
{
    return {
        {name::block, block}, {name::unit, unit}, {name::year, year}, {name::role, choiceName(roles, role)}};
}

} // namespace thidua::domain
