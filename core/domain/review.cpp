#include "domain/review.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto kinds = std::to_array<Choice<ReviewKind>>({
    {ReviewKind::Interim, "interim"_L1},
    {ReviewKind::Final, "final"_L1},
});

Review Review::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .kind = choiceOf(kinds, fields.value(name::kind)).value_or(ReviewKind::Interim),
            .block = fields.value(name::block).toId(),
            .year = int(fields.value(name::year).toInteger()),
            .agenda = fields.value(name::agenda).toText(),
            .heldOn = dateOf(fields.value(name::occurredOn)),
            .place = fields.value(name::place).toText(),
            .units = idsOf(fields.value(name::units)),
            .attendees = numberOf(fields.value(name::attendees)),
            .minutes = fields.value(name::minutes).toText(),
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Review::toFields() const
{
    return withoutEmptyGroups(kind::review, {{name::name, name},
                                             {name::kind, choiceName(kinds, kind)},
                                             {name::block, toValue(block)},
                                             {name::year, year},
                                             {name::agenda, toValue(agenda)},
                                             {name::occurredOn, toValue(heldOn)},
                                             {name::place, toValue(place)},
                                             {name::units, toValue(units)},
                                             {name::attendees, toValue(attendees)},
                                             {name::minutes, toValue(minutes)},
                                             {name::legalBasis, toValue(legalBasis)}});
}

} // namespace thidua::domain
