#pragma once

#include "domain/names.h"
#include "domain/schema.h"

// What the tables of kinds are written with, and the tables that have a file of their own.
namespace thidua::domain::parts
{

inline FieldType of(ValueType type)
{
    return {type, {}, {}, {}};
}
inline FieldType text()
{
    return of(ValueType::Text);
}
inline FieldType integer()
{
    return of(ValueType::Integer);
}
inline FieldType hundredths()
{
    return of(ValueType::Hundredths);
}
inline FieldType date()
{
    return of(ValueType::Date);
}
inline FieldType instant()
{
    return of(ValueType::Time);
}
inline FieldType boolean()
{
    return of(ValueType::Bool);
}
inline FieldType reference(QLatin1String kind)
{
    return {ValueType::Reference, kind, {}, {}};
}
inline FieldType choice(QList<QString> choices)
{
    return {ValueType::Enum, {}, std::move(choices), {}};
}
inline FieldType bytes()
{
    return of(ValueType::Bytes);
}
inline FieldType listOf(const FieldType& element)
{
    return {ValueType::List, {}, {}, {element}};
}

inline Field required(QLatin1String name, FieldType type, Role writtenBy, QList<QString> states = {})
{
    return {name, std::move(type), true, writtenBy, std::move(states), FoundBy::Nothing};
}
inline Field optional(QLatin1String name, FieldType type, Role writtenBy, QList<QString> states = {})
{
    return {name, std::move(type), false, writtenBy, std::move(states), FoundBy::Nothing};
}
// A field that search looks into.
inline Field found(FoundBy how, Field field)
{
    field.foundBy = how;
    return field;
}
inline Field byName(Field field)
{
    return found(FoundBy::Name, std::move(field));
}
inline Field byText(Field field)
{
    return found(FoundBy::Text, std::move(field));
}
inline Field byDay(Field field)
{
    return found(FoundBy::Day, std::move(field));
}
// A field that is merged on its own, under its own name.
inline FieldGroup alone(Field field, MergePolicy policy = MergePolicy::Role)
{
    const QString name = field.name;
    return {name, policy, {std::move(field)}};
}
// Every kind ends with its own `deleted` group, so that a deletion never takes other people's edits with it.
inline Kind kindOf(QLatin1String name, ChannelRule channel, QList<FieldGroup> groups, Role deletedBy,
                   QList<QString> deletedIn = {})
{
    groups.append(alone(optional(name::deleted, boolean(), deletedBy, std::move(deletedIn))));
    return {name, channel, std::move(groups)};
}

// A status is a decision with its reason: nobody below those who took it overrules it.
inline FieldGroup statusGroup(QList<QString> choices, Role writtenBy)
{
    return {QString(name::status),
            MergePolicy::Authority,
            {optional(name::status, choice(std::move(choices)), writtenBy),
             optional(name::reason, text(), writtenBy)}};
}

[[nodiscard]] QList<Kind> reviewKinds();       // review, ballot, body
[[nodiscard]] QList<Kind> commendationKinds(); // awardForm, commendation, awardDecision
[[nodiscard]] QList<Kind> urgingKinds();       // inspection, reminder
[[nodiscard]] QList<Kind> publicityKinds();    // announcement, example, work, creativityEntry

} // namespace thidua::domain::parts
