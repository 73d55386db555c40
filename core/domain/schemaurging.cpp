#include "domain/names.h"
#include "domain/schemaparts.h"

// Seeing that things are done: inspections of units, and deadlines of which devices remind people.
namespace thidua::domain::parts
{

using namespace Qt::StringLiterals;

static Kind inspectionKind()
{
    const auto entry = Role::BlockLead;
    const QList<QString> open{u"open"_s};
    return kindOf(
        kind::inspection, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), entry, open),
           optional(name::block, reference(kind::block), entry, open),
           required(name::occurredOn, date(), entry, open)}},
         alone(optional(name::findings, text(), entry, open)),
         // What is to be done, and by when: one without the other binds nobody.
         {u"followUp"_s,
          MergePolicy::Role,
          {optional(name::followUp, text(), entry, open), optional(name::dueOn, date(), entry, open)}},
         alone(optional(name::answer, text(), Role::Officer, open)),
         statusGroup({u"open"_s, u"closed"_s}, entry)},
        Role::BlockLead, open);
}

static Kind reminderKind()
{
    const auto entry = Role::BlockLead;
    const QList<QString> roles{u"officer"_s, u"unit-head"_s, u"block-lead"_s};
    return kindOf(
        kind::reminder, ChannelRule::Block,
        {alone(required(name::name, text(), entry)),
         {u"schedule"_s,
          MergePolicy::Role,
          {optional(name::block, reference(kind::block), entry),
           optional(name::scoreTable, reference(kind::scoreTable), entry),
           optional(name::period, text(), entry), required(name::role, choice(roles), entry),
           required(name::dueOn, date(), entry), optional(name::daysBefore, listOf(integer()), entry)}}},
        Role::BlockLead);
}

QList<Kind> urgingKinds()
{
    return {inspectionKind(), reminderKind()};
}

} // namespace thidua::domain::parts
