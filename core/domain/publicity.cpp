#include "domain/publicity.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"
#include "domain/schema.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto creativityFields = std::to_array<Choice<CreativityField>>({
    {CreativityField::Economy, "economy"_L1},
    {CreativityField::Defence, "defence"_L1},
    {CreativityField::Administration, "administration"_L1},
    {CreativityField::Media, "media"_L1},
    {CreativityField::Arts, "arts"_L1},
    {CreativityField::Science, "science"_L1},
    {CreativityField::Startup, "startup"_L1},
});

Announcement Announcement::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .text = fields.value(name::text).toText(),
            .block = fields.value(name::block).toId(),
            .startsOn = dateOf(fields.value(name::startsOn)),
            .endsOn = dateOf(fields.value(name::endsOn)),
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .published = stateOf(QString(kind::announcement), fields) == "published"_L1,
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Announcement::toFields() const
{
    return withoutEmptyGroups(kind::announcement, {{name::name, name},
                                                   {name::text, text},
                                                   {name::block, toValue(block)},
                                                   {name::startsOn, toValue(startsOn)},
                                                   {name::endsOn, toValue(endsOn)},
                                                   {name::legalBasis, toValue(legalBasis)}});
}

bool Announcement::isShownOn(const QDate& day) const
{
    return published && !deleted && (!startsOn.isValid() || startsOn <= day) &&
           (!endsOn.isValid() || day <= endsOn);
}

Example Example::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .name = fields.value(name::name).toText(),
            .achievement = fields.value(name::achievement).toText(),
            .occurredOn = dateOf(fields.value(name::occurredOn)),
            .place = fields.value(name::place).toText(),
            .movement = fields.value(name::movement).toId(),
            .recognised = stateOf(QString(kind::example), fields) == "recognised"_L1,
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Example::toFields() const
{
    return withoutEmptyGroups(kind::example, {{name::unit, unit},
                                              {name::name, name},
                                              {name::achievement, toValue(achievement)},
                                              {name::occurredOn, toValue(occurredOn)},
                                              {name::place, toValue(place)},
                                              {name::movement, toValue(movement)}});
}

Work Work::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .name = fields.value(name::name).toText(),
            .goal = fields.value(name::goal).toText(),
            .movement = fields.value(name::movement).toId(),
            .startsOn = dateOf(fields.value(name::startsOn)),
            .endsOn = dateOf(fields.value(name::endsOn)),
            .progress = numberOf(fields.value(name::progress)),
            .recognised = stateOf(QString(kind::work), fields) == "recognised"_L1,
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Work::toFields() const
{
    return withoutEmptyGroups(kind::work, {{name::unit, unit},
                                           {name::name, name},
                                           {name::goal, toValue(goal)},
                                           {name::movement, toValue(movement)},
                                           {name::startsOn, toValue(startsOn)},
                                           {name::endsOn, toValue(endsOn)},
                                           {name::progress, toValue(progress)}});
}

CreativityEntry CreativityEntry::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .name = fields.value(name::name).toText(),
            .year = int(fields.value(name::year).toInteger()),
            .field = choiceOf(creativityFields, fields.value(name::field)).value_or(CreativityField::Economy),
            .authors = fields.value(name::authors).toText(),
            .achievement = fields.value(name::achievement).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields CreativityEntry::toFields() const
{
    return withoutEmptyGroups(kind::creativityEntry, {{name::unit, unit},
                                                      {name::name, name},
                                                      {name::year, year},
                                                      {name::field, choiceName(creativityFields, field)},
                                                      {name::authors, toValue(authors)},
                                                      {name::achievement, toValue(achievement)}});
}

} // namespace thidua::domain
