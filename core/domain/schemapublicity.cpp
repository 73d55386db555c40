#include "domain/names.h"
#include "domain/schemaparts.h"

// What is made known: announcements, model examples, emulation works, entries for the Creativity Award.
namespace thidua::domain::parts
{

using namespace Qt::StringLiterals;

static Kind announcementKind()
{
    const auto entry = Role::BlockLead;
    const QList<QString> open{u"draft"_s};
    return kindOf(
        kind::announcement, ChannelRule::Block,
        {{u"message"_s,
          MergePolicy::Role,
          {required(name::name, text(), entry, open), required(name::text, text(), entry, open)}},
         alone(optional(name::block, reference(kind::block), entry, open)),
         {u"duration"_s,
          MergePolicy::Role,
          {optional(name::startsOn, date(), entry, open), optional(name::endsOn, date(), entry, open)}},
         alone(optional(name::legalBasis, listOf(reference(kind::document)), entry, open)),
         statusGroup({u"published"_s, u"withdrawn"_s}, entry)},
        Role::BlockLead, open);
}

static Kind exampleKind()
{
    const auto entry = Role::Officer;
    const QList<QString> open{u"proposed"_s};
    return kindOf(
        kind::example, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), entry, open),
           required(name::name, text(), entry, open)}},
         alone(optional(name::achievement, text(), entry, open)),
         {u"occurrence"_s,
          MergePolicy::Role,
          {optional(name::occurredOn, date(), entry, open), optional(name::place, text(), entry, open)}},
         alone(optional(name::movement, reference(kind::movement), entry, open)),
         statusGroup({u"recognised"_s, u"withdrawn"_s}, Role::BlockLead)},
        Role::Officer, open);
}

static Kind workKind()
{
    const auto entry = Role::Officer;
    const QList<QString> open{u"registered"_s};
    return kindOf(
        kind::work, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), entry, open),
           required(name::name, text(), entry, open)}},
         alone(optional(name::goal, text(), entry, open)),
         alone(optional(name::movement, reference(kind::movement), entry, open)),
         {u"duration"_s,
          MergePolicy::Role,
          {optional(name::startsOn, date(), entry, open), optional(name::endsOn, date(), entry, open)}},
         // Told again each quarter, by whoever has looked last.
         alone(optional(name::progress, hundredths(), entry), MergePolicy::Latest),
         statusGroup({u"recognised"_s, u"withdrawn"_s}, Role::Council)},
        Role::Officer, open);
}

static Kind creativityEntryKind()
{
    const auto entry = Role::Officer;
    const QList<QString> open{u"entered"_s};
    const QList<QString> fields{u"economy"_s, u"defence"_s, u"administration"_s, u"media"_s,
                                u"arts"_s,    u"science"_s, u"startup"_s};
    return kindOf(
        kind::creativityEntry, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), entry, open),
           required(name::name, text(), entry, open), required(name::year, integer(), entry, open),
           required(name::field, choice(fields), entry, open)}},
         alone(optional(name::authors, text(), entry, open)),
         alone(optional(name::achievement, text(), entry, open)),
         // A prize is part of the judgement that gives it.
         {u"status"_s,
          MergePolicy::Authority,
          {optional(name::status, choice({u"accepted"_s, u"awarded"_s, u"rejected"_s}), Role::Council),
           optional(name::reason, text(), Role::Council),
           optional(name::prize, choice({u"first"_s, u"second"_s, u"third"_s}), Role::Council)}}},
        Role::Officer, open);
}

QList<Kind> publicityKinds()
{
    return {announcementKind(), exampleKind(), workKind(), creativityEntryKind()};
}

} // namespace thidua::domain::parts
