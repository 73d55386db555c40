#include "domain/pledge.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto statuses = std::to_array<Choice<PledgeStatus>>({
    {PledgeStatus::Draft, "draft"_L1},
    {PledgeStatus::Signed, "signed"_L1},
});

Pledge Pledge::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .block = fields.value(name::block).toId(),
            .movement = fields.value(name::movement).toId(),
            .status = choiceOf(statuses, fields.value(name::status)).value_or(PledgeStatus::Draft),
            .signedOn = dateOf(fields.value(name::signedOn)),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Pledge::toFields() const
{
    const bool draft = status == PledgeStatus::Draft && !signedOn.isValid();
    return withoutEmptyGroups(kind::pledge,
                              {{name::name, name},
                               {name::block, toValue(block)},
                               {name::movement, toValue(movement)},
                               {name::status, draft ? Value() : Value(choiceName(statuses, status))},
                               {name::signedOn, toValue(signedOn)}});
}

PledgeItem PledgeItem::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .pledge = fields.value(name::pledge).toId(),
            .block = fields.value(name::block).toId(),
            .number = int(fields.value(name::number).toInteger()),
            .text = fields.value(name::text).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields PledgeItem::toFields() const
{
    return {
        {name::pledge, pledge}, {name::block, toValue(block)}, {name::number, number}, {name::text, text}};
}

} // namespace thidua::domain
