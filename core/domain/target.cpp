#include "domain/target.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto comparators = std::to_array<Choice<Comparator>>({
    {Comparator::AtLeast, "atLeast"_L1},
    {Comparator::AtMost, "atMost"_L1},
    {Comparator::BetterValue, "betterValue"_L1},
    {Comparator::BetterClassAndRank, "betterClassAndRank"_L1},
    {Comparator::Completed, "completed"_L1},
});

Target Target::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .indicator = fields.value(name::indicator).toText(),
            .movement = fields.value(name::movement).toId(),
            .comparator =
                choiceOf(comparators, fields.value(name::comparator)).value_or(Comparator::Completed),
            .threshold = numberOf(fields.value(name::threshold)),
            .measure = fields.value(name::measure).toText(),
            .baseline = numberOf(fields.value(name::baseline)),
            .rank = numberOf(fields.value(name::rank)),
            .period = fields.value(name::period).toText(),
            .note = fields.value(name::note).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Target::toFields() const
{
    return withoutEmptyGroups(kind::target, {{name::name, name},
                                             {name::indicator, toValue(indicator)},
                                             {name::movement, toValue(movement)},
                                             {name::comparator, choiceName(comparators, comparator)},
                                             {name::threshold, toValue(threshold)},
                                             {name::measure, toValue(measure)},
                                             {name::baseline, toValue(baseline)},
                                             {name::rank, toValue(rank)},
                                             {name::period, period},
                                             {name::note, toValue(note)}});
}

} // namespace thidua::domain
