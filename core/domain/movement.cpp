#include "domain/movement.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto kinds = std::to_array<Choice<MovementKind>>({
    {MovementKind::Annual, "annual"_L1},
    {MovementKind::Special, "special"_L1},
    {MovementKind::Thematic, "thematic"_L1},
    {MovementKind::Campaign, "campaign"_L1},
    {MovementKind::Drive, "drive"_L1},
    {MovementKind::Group, "group"_L1},
});
static constexpr auto levels = std::to_array<Choice<MovementLevel>>({
    {MovementLevel::National, "national"_L1},
    {MovementLevel::City, "city"_L1},
    {MovementLevel::Unit, "unit"_L1},
    {MovementLevel::ArmedForces, "armedForces"_L1},
});
static constexpr auto modes = std::to_array<Choice<MovementMode>>({
    {MovementMode::Regular, "regular"_L1},
    {MovementMode::Thematic, "thematic"_L1},
});
static constexpr auto statuses = std::to_array<Choice<MovementStatus>>({
    {MovementStatus::Draft, "draft"_L1},
    {MovementStatus::Launched, "launched"_L1},
    {MovementStatus::Closed, "closed"_L1},
});

Movement Movement::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .code = fields.value(name::code).toText(),
            .kind = choiceOf(kinds, fields.value(name::kind)).value_or(MovementKind::Annual),
            .level = choiceOf(levels, fields.value(name::level)).value_or(MovementLevel::City),
            .mode = choiceOf(modes, fields.value(name::mode)),
            .goal = fields.value(name::goal).toText(),
            .subjects = fields.value(name::subjects).toText(),
            .scope = fields.value(name::scope).toText(),
            .field = fields.value(name::field).toText(),
            .theme = fields.value(name::theme).toText(),
            .startsOn = dateOf(fields.value(name::startsOn)),
            .endsOn = dateOf(fields.value(name::endsOn)),
            .dossierDeadline = dateOf(fields.value(name::dossierDeadline)),
            .awardForms = textsOf(fields.value(name::awardForms)),
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .organiser = fields.value(name::organiser).toText(),
            .status = choiceOf(statuses, fields.value(name::status)).value_or(MovementStatus::Draft),
            .reason = fields.value(name::reason).toText(),
            .note = fields.value(name::note).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Movement::toFields() const
{
    return withoutEmptyGroups(
        kind::movement,
        {{name::name, name},
         {name::code, toValue(code)},
         {name::kind, choiceName(kinds, kind)},
         {name::level, choiceName(levels, level)},
         {name::mode, mode ? Value(choiceName(modes, *mode)) : Value()},
         {name::goal, toValue(goal)},
         {name::subjects, toValue(subjects)},
         {name::scope, toValue(scope)},
         {name::field, toValue(field)},
         {name::theme, toValue(theme)},
         {name::startsOn, toValue(startsOn)},
         {name::endsOn, toValue(endsOn)},
         {name::dossierDeadline, toValue(dossierDeadline)},
         {name::awardForms, toValue(awardForms)},
         {name::legalBasis, toValue(legalBasis)},
         {name::organiser, toValue(organiser)},
         {name::status, status == MovementStatus::Draft ? Value() : Value(choiceName(statuses, status))},
         {name::reason, toValue(reason)},
         {name::note, toValue(note)}});
}

} // namespace thidua::domain
