#include "domain/names.h"
#include "domain/schemaparts.h"

// What a block does together: it meets, votes, and is run by councils and by the division into blocks.
namespace thidua::domain::parts
{

using namespace Qt::StringLiterals;

static Kind reviewKind()
{
    const auto entry = Role::BlockLead;
    const QList<QString> open{u"planned"_s, u"held"_s};
    return kindOf(
        kind::review, ChannelRule::Block,
        {alone(required(name::name, text(), entry, open)),
         {u"subject"_s,
          MergePolicy::Role,
          {required(name::kind, choice({u"interim"_s, u"final"_s}), entry, open),
           optional(name::block, reference(kind::block), entry, open),
           required(name::year, integer(), entry, open)}},
         alone(optional(name::agenda, text(), entry, open)),
         {u"occurrence"_s,
          MergePolicy::Role,
          {optional(name::occurredOn, date(), entry, open), optional(name::place, text(), entry, open)}},
         {u"attendance"_s,
          MergePolicy::Role,
          {optional(name::units, listOf(reference(kind::unit)), entry, open),
           optional(name::attendees, integer(), entry, open)}},
         alone(optional(name::minutes, text(), entry, open)),
         alone(optional(name::legalBasis, listOf(reference(kind::document)), entry, open)),
         statusGroup({u"held"_s, u"closed"_s}, entry)},
        Role::BlockLead, {u"planned"_s});
}

static FieldGroup questionGroup(Role entry, const QList<QString>& open)
{
    const QList<QString> kinds{u"question"_s, u"election"_s, u"tieBreak"_s, u"commendation"_s};
    return {u"question"_s,
            MergePolicy::Role,
            {required(name::name, text(), entry, open), required(name::kind, choice(kinds), entry, open),
             optional(name::block, reference(kind::block), entry, open),
             optional(name::review, reference(kind::review), entry, open),
             optional(name::candidates, listOf(reference(kind::unit)), entry, open),
             optional(name::commendation, reference(kind::commendation), entry, open),
             optional(name::period, text(), entry, open)}};
}

static Kind ballotKind()
{
    const auto entry = Role::BlockLead;
    const QList<QString> open{u"open"_s};
    return kindOf(kind::ballot, ChannelRule::Block,
                  {questionGroup(entry, open),
                   // A ratio means nothing without what it is a part of.
                   {u"rule"_s,
                    MergePolicy::Role,
                    {required(name::basis, choice({u"members"_s, u"present"_s}), entry, open),
                     required(name::quorum, hundredths(), entry, open),
                     required(name::approval, hundredths(), entry, open),
                     required(name::secrecy, choice({u"secret"_s, u"open"_s}), entry, open),
                     required(name::occurredOn, date(), entry, open)}},
                   // The block's secretary counts, its lead answers for the count. Numbers only: who voted
                   // how is nowhere, so that no device can tell.
                   {u"count"_s,
                    MergePolicy::Authority,
                    {optional(name::members, integer(), Role::Officer, open),
                     optional(name::present, integer(), Role::Officer, open),
                     optional(name::votes, listOf(integer()), Role::Officer, open),
                     optional(name::against, integer(), Role::Officer, open),
                     optional(name::invalid, integer(), Role::Officer, open)}},
                   alone(optional(name::legalBasis, listOf(reference(kind::document)), entry, open)),
                   statusGroup({u"open"_s, u"closed"_s}, entry)},
                  Role::BlockLead, {u"open"_s});
}

static Kind bodyKind()
{
    const auto entry = Role::Council;
    return kindOf(kind::body, ChannelRule::City,
                  {alone(required(name::name, text(), entry)),
                   {u"classification"_s,
                    MergePolicy::Role,
                    {required(name::type, choice({u"council"_s, u"blocks"_s}), entry),
                     required(name::level, choice({u"national"_s, u"city"_s, u"unit"_s}), entry)}},
                   alone(optional(name::members, integer(), entry)),
                   alone(optional(name::legalBasis, listOf(reference(kind::document)), entry)),
                   // Remarks do not decide anything: the newest one is the useful one.
                   alone(optional(name::note, text(), entry), MergePolicy::Latest)},
                  Role::Council);
}

QList<Kind> reviewKinds()
{
    return {reviewKind(), ballotKind(), bodyKind()};
}

} // namespace thidua::domain::parts
