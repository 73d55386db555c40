#include "domain/names.h"
#include "domain/schemaparts.h"

// Titles and awards: the catalogue, the dossiers of the units, the decisions of the council.
namespace thidua::domain::parts
{

using namespace Qt::StringLiterals;

static Kind awardFormKind()
{
    const auto entry = Role::Council;
    const QList<QString> types{u"title"_s, u"flag"_s, u"certificate"_s, u"order"_s, u"medal"_s, u"prize"_s};
    return kindOf(
        kind::awardForm, ChannelRule::City,
        {alone(required(name::name, text(), entry)),
         {u"classification"_s,
          MergePolicy::Role,
          {required(name::type, choice(types), entry),
           required(name::subject, choice({u"person"_s, u"unit"_s, u"household"_s}), entry),
           required(name::level, choice({u"national"_s, u"city"_s, u"unit"_s}), entry)}},
         {u"validity"_s,
          MergePolicy::Role,
          {optional(name::validFrom, date(), entry), optional(name::validTo, date(), entry)}},
         alone(optional(name::legalBasis, listOf(reference(kind::document)), entry)),
         {u"chain"_s,
          MergePolicy::Role,
          {optional(name::previous, reference(kind::awardForm), entry),
           optional(name::years, integer(), entry)}},
         alone(optional(name::quota, hundredths(), entry)),
         {u"vote"_s,
          MergePolicy::Role,
          {optional(name::basis, choice({u"members"_s, u"present"_s}), entry),
           optional(name::quorum, hundredths(), entry), optional(name::approval, hundredths(), entry),
           optional(name::secrecy, choice({u"secret"_s, u"open"_s}), entry)}}},
        Role::Council);
}

// The dossier's judgement hangs together: which submission it judges, what was voted, what was decided.
static FieldGroup judgementGroup()
{
    const auto entry = Role::BlockLead;
    const QList<QString> statuses{u"returned"_s, u"appraised"_s, u"voted"_s,
                                  u"decided"_s,  u"rejected"_s,  u"revoked"_s};
    return {u"status"_s,
            MergePolicy::Authority,
            {optional(name::status, choice(statuses), entry), optional(name::reason, text(), entry),
             optional(name::reviewedSubmission, integer(), entry),
             optional(name::ballot, reference(kind::ballot), entry),
             optional(name::awardDecision, reference(kind::awardDecision), entry)}};
}

static Kind commendationKind()
{
    const auto entry = Role::Officer;
    const QList<QString> open{u"draft"_s, u"submitted"_s, u"returned"_s};
    return kindOf(
        kind::commendation, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), entry, open),
           required(name::awardForm, reference(kind::awardForm), entry, open),
           required(name::year, integer(), entry, open), optional(name::nominee, text(), entry, open)}},
         alone(optional(name::achievement, text(), entry, open)),
         // The dossier is always the same trio (DOMAIN.md section 1.6).
         {u"papers"_s,
          MergePolicy::Role,
          {optional(name::proposal, text(), entry, open),
           optional(name::achievementReport, text(), entry, open),
           optional(name::minutes, text(), entry, open)}},
         alone(optional(name::movement, reference(kind::movement), entry, open)),
         alone(optional(name::legalBasis, listOf(reference(kind::document)), entry, open)),
         alone(optional(name::submission, integer(), entry, open)),
         alone(optional(name::note, text(), entry), MergePolicy::Latest),
         alone(optional(name::objection, text(), entry), MergePolicy::Latest),
         judgementGroup()},
        Role::Officer, {u"draft"_s, u"returned"_s});
}

static Kind awardDecisionKind()
{
    const auto entry = Role::Council;
    return kindOf(kind::awardDecision, ChannelRule::City,
                  {alone(required(name::name, text(), entry)),
                   {u"identity"_s,
                    MergePolicy::Role,
                    {required(name::type, choice({u"grant"_s, u"revocation"_s}), entry),
                     required(name::number, text(), entry), optional(name::signedOn, date(), entry),
                     optional(name::issuer, text(), entry)}},
                   alone(optional(name::legalBasis, listOf(reference(kind::document)), entry)),
                   alone(optional(name::note, text(), entry), MergePolicy::Latest)},
                  Role::Council);
}

QList<Kind> commendationKinds()
{
    return {awardFormKind(), commendationKind(), awardDecisionKind()};
}

} // namespace thidua::domain::parts
