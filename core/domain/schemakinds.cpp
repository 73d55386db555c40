#include "domain/mediatype.h"
#include "domain/names.h"
#include "domain/schemaparts.h"

// The kinds of version 1, as tables. The reason of a group's policy stands beside it when it is not `role`.
namespace thidua::domain
{

using namespace Qt::StringLiterals;
using namespace parts;

namespace
{

Kind unitKind()
{
    const QList<QString> types{u"ward"_s, u"commune"_s, u"township"_s, u"specialZone"_s, u"organisation"_s};
    return kindOf(kind::unit, ChannelRule::City,
                  {{u"identity"_s,
                    MergePolicy::Role,
                    {byName(required(name::code, text(), Role::Admin)),
                     byName(required(name::name, text(), Role::Admin)),
                     required(name::type, choice(types), Role::Admin)}},
                   alone(byText(optional(name::district, text(), Role::Admin))),
                   {u"validity"_s,
                    MergePolicy::Role,
                    {byDay(required(name::validFrom, date(), Role::Admin)),
                     optional(name::validTo, date(), Role::Admin)}}},
                  Role::Admin);
}

Kind blockKind()
{
    return kindOf(kind::block, ChannelRule::City,
                  {{u"identity"_s,
                    MergePolicy::Role,
                    {byName(required(name::code, text(), Role::Council)),
                     byName(required(name::name, text(), Role::Council)),
                     required(name::kind, choice({u"block"_s, u"cluster"_s}), Role::Council),
                     byDay(required(name::year, integer(), Role::Council))}},
                   alone(byText(optional(name::decision, text(), Role::Council))),
                   // Ordered: the first rule that tells two units apart decides.
                   alone(optional(name::tieBreak, listOf(choice({u"groupI"_s, u"penalty"_s, u"vote"_s})),
                                  Role::Council)),
                   alone(optional(name::illustration, boolean(), Role::Council))},
                  Role::Council);
}

Kind membershipKind()
{
    return kindOf(kind::membership, ChannelRule::City,
                  {{u"membership"_s,
                    MergePolicy::Role,
                    {required(name::block, reference(kind::block), Role::Council),
                     required(name::unit, reference(kind::unit), Role::Council),
                     required(name::year, integer(), Role::Council)}},
                   alone(required(name::role, choice({u"lead"_s, u"deputy"_s, u"member"_s}), Role::Council))},
                  Role::Council);
}

Kind personKind()
{
    return kindOf(kind::person, ChannelRule::City,
                  {alone(byName(required(name::name, text(), Role::Admin))),
                   alone(byText(optional(name::position, text(), Role::Admin))),
                   alone(optional(name::unit, reference(kind::unit), Role::Admin))},
                  Role::Admin);
}

Kind documentKind()
{
    const QList<QString> types{u"directive"_s, u"resolution"_s, u"plan"_s,          u"guidance"_s,
                               u"decision"_s,  u"law"_s,        u"decree"_s,        u"scheme"_s,
                               u"circular"_s,  u"programme"_s,  u"officialLetter"_s};
    return kindOf(
        kind::document, ChannelRule::City,
        {{u"identity"_s,
          MergePolicy::Role,
          {required(name::type, choice(types), Role::Council),
           byName(required(name::number, text(), Role::Council)),
           byDay(optional(name::issuedOn, date(), Role::Council)),
           byText(optional(name::issuer, text(), Role::Council))}},
         alone(byName(required(name::name, text(), Role::Council))),
         {u"validity"_s,
          MergePolicy::Role,
          {optional(name::validFrom, date(), Role::Council), optional(name::validTo, date(), Role::Council)}},
         // Remarks do not decide anything: the newest one is the useful one.
         alone(byText(optional(name::note, text(), Role::Council)), MergePolicy::Latest)},
        Role::Council);
}

Kind movementKind()
{
    const auto entry = Role::Council;
    const QList<QString> kinds{u"annual"_s,   u"special"_s, u"thematic"_s,
                               u"campaign"_s, u"drive"_s,   u"group"_s};
    const QList<QString> levels{u"national"_s, u"city"_s, u"unit"_s, u"armedForces"_s};
    return kindOf(kind::movement, ChannelRule::City,
                  {alone(byName(required(name::name, text(), entry))),
                   alone(byName(optional(name::code, text(), entry))),
                   {u"classification"_s,
                    MergePolicy::Role,
                    {required(name::kind, choice(kinds), entry), required(name::level, choice(levels), entry),
                     optional(name::mode, choice({u"regular"_s, u"thematic"_s}), entry)}},
                   alone(byText(optional(name::goal, text(), entry))),
                   alone(byText(optional(name::subjects, text(), entry))),
                   alone(byText(optional(name::scope, text(), entry))),
                   alone(byText(optional(name::field, text(), entry))),
                   alone(byText(optional(name::theme, text(), entry))),
                   {u"duration"_s,
                    MergePolicy::Role,
                    {byDay(optional(name::startsOn, date(), entry)), optional(name::endsOn, date(), entry)}},
                   alone(optional(name::dossierDeadline, date(), entry)),
                   alone(byText(optional(name::awardForms, listOf(text()), entry))),
                   alone(optional(name::legalBasis, listOf(reference(kind::document)), entry)),
                   alone(byText(optional(name::organiser, text(), entry))),
                   // Launching and closing are decisions: nobody below the council changes them.
                   {u"status"_s,
                    MergePolicy::Authority,
                    {optional(name::status, choice({u"draft"_s, u"launched"_s, u"closed"_s}), entry),
                     optional(name::reason, text(), entry)}},
                   alone(byText(optional(name::note, text(), entry)), MergePolicy::Latest)},
                  Role::Council);
}

Kind scoreTableKind()
{
    const auto entry = Role::BlockLead;
    return kindOf(
        kind::scoreTable, ChannelRule::Block,
        {{u"identity"_s,
          MergePolicy::Role,
          {byName(required(name::name, text(), entry)), byDay(required(name::year, integer(), entry))}},
         alone(optional(name::block, reference(kind::block), entry)),
         alone(optional(name::movement, reference(kind::movement), entry)),
         {u"caps"_s,
          MergePolicy::Role,
          {optional(name::bonusCap, hundredths(), entry), optional(name::penaltyCap, hundredths(), entry)}},
         alone(optional(name::dueOn, date(), entry)),
         alone(optional(name::illustration, boolean(), entry)),
         alone(optional(name::legalBasis, listOf(reference(kind::document)), entry))},
        Role::BlockLead);
}

Kind criterionKind()
{
    const auto entry = Role::BlockLead;
    return kindOf(kind::criterion, ChannelRule::Block,
                  {{u"place"_s,
                    MergePolicy::Role,
                    {required(name::scoreTable, reference(kind::scoreTable), entry),
                     optional(name::block, reference(kind::block), entry),
                     required(name::group, text(), entry), required(name::number, integer(), entry)}},
                   alone(byName(required(name::name, text(), entry))),
                   alone(byText(optional(name::groupName, text(), entry))),
                   // A maximum means nothing without the way it is reached.
                   {u"scoring"_s,
                    MergePolicy::Role,
                    {required(name::kind, choice({u"base"_s, u"bonus"_s, u"penalty"_s}), entry),
                     required(name::scoring, choice({u"quantity"_s, u"yesNo"_s, u"graded"_s}), entry),
                     optional(name::maxPoints, hundredths(), entry), optional(name::measure, text(), entry)}},
                   alone(optional(name::movement, reference(kind::movement), entry))},
                  Role::BlockLead);
}

Kind pledgeKind()
{
    const auto entry = Role::BlockLead;
    return kindOf(kind::pledge, ChannelRule::Block,
                  {alone(byName(required(name::name, text(), entry))),
                   alone(optional(name::block, reference(kind::block), entry)),
                   alone(optional(name::movement, reference(kind::movement), entry)),
                   {u"signing"_s,
                    MergePolicy::Authority,
                    {optional(name::status, choice({u"draft"_s, u"signed"_s}), entry),
                     byDay(optional(name::signedOn, date(), entry))}}},
                  Role::Council);
}

Kind pledgeItemKind()
{
    const auto entry = Role::BlockLead;
    return kindOf(
        kind::pledgeItem, ChannelRule::Block,
        {{u"place"_s,
          MergePolicy::Role,
          {required(name::pledge, reference(kind::pledge), entry),
           optional(name::block, reference(kind::block), entry), required(name::number, integer(), entry)}},
         alone(byName(required(name::text, text(), entry)))},
        Role::Council);
}

Kind targetKind()
{
    const auto entry = Role::Council;
    const QList<QString> comparators{u"atLeast"_s, u"atMost"_s, u"betterValue"_s, u"betterClassAndRank"_s,
                                     u"completed"_s};
    return kindOf(kind::target, ChannelRule::City,
                  {alone(byName(required(name::name, text(), entry))),
                   alone(byName(optional(name::indicator, text(), entry))),
                   alone(optional(name::movement, reference(kind::movement), entry)),
                   {u"threshold"_s,
                    MergePolicy::Role,
                    {required(name::comparator, choice(comparators), entry),
                     optional(name::threshold, hundredths(), entry), optional(name::measure, text(), entry)}},
                   {u"baseline"_s,
                    MergePolicy::Role,
                    {optional(name::baseline, hundredths(), entry), optional(name::rank, integer(), entry)}},
                   alone(byDay(required(name::period, text(), entry))),
                   alone(byText(optional(name::note, text(), entry)), MergePolicy::Latest)},
                  Role::Council);
}

Kind reportKind()
{
    // The unit's own fields stay open until the block has judged the submission.
    const QList<QString> entry{u"draft"_s, u"submitted"_s, u"returned"_s};
    const QList<QString> appraisal{u"submitted"_s, u"returned"_s, u"appraised"_s};
    const QList<QString> council{u"appraised"_s, u"decided"_s};
    return kindOf(
        kind::report, ChannelRule::Unit,
        {{u"subject"_s,
          MergePolicy::Role,
          {required(name::unit, reference(kind::unit), Role::Officer, entry),
           required(name::criterion, reference(kind::criterion), Role::Officer, entry),
           optional(name::movement, reference(kind::movement), Role::Officer, entry),
           byDay(required(name::period, text(), Role::Officer, entry))}},
         // A number without its unit of measure is no result.
         {u"result"_s,
          MergePolicy::Role,
          {optional(name::value, hundredths(), Role::Officer, entry),
           optional(name::measure, text(), Role::Officer, entry)}},
         alone(optional(name::target, hundredths(), Role::Officer, entry)),
         {u"occurrence"_s,
          MergePolicy::Role,
          {byDay(optional(name::occurredOn, date(), Role::Officer, entry)),
           byText(optional(name::place, text(), Role::Officer, entry))}},
         alone(byText(optional(name::explanation, text(), Role::Officer, entry))),
         alone(optional(name::scoreSelf, hundredths(), Role::Officer, entry)),
         alone(optional(name::reporter, reference(kind::person), Role::Officer, entry)),
         alone(optional(name::submission, integer(), Role::Officer, entry)),
         // Free notes and objections are said by people at a time: the newest word stands, whoever says it.
         alone(byText(optional(name::note, text(), Role::Officer)), MergePolicy::Latest),
         alone(byText(optional(name::objection, text(), Role::Officer)), MergePolicy::Latest),
         // Verified scores and decisions: a lower role may propose, never overrule.
         {u"appraisal"_s,
          MergePolicy::Authority,
          {optional(name::scoreAppraisal, hundredths(), Role::BlockLead, appraisal),
           byText(optional(name::appraisalReason, text(), Role::BlockLead, appraisal))}},
         {u"council"_s,
          MergePolicy::Authority,
          {optional(name::scoreCouncil, hundredths(), Role::Council, council),
           byText(optional(name::councilReason, text(), Role::Council, council))}},
         {u"status"_s,
          MergePolicy::Authority,
          {optional(name::status, choice({u"returned"_s, u"appraised"_s, u"decided"_s, u"published"_s}),
                    Role::BlockLead),
           byText(optional(name::reason, text(), Role::BlockLead)),
           optional(name::reviewedSubmission, integer(), Role::BlockLead)}}},
        Role::Officer, {u"draft"_s, u"returned"_s});
}

Kind attachmentKind()
{
    const auto entry = Role::Officer;
    return kindOf(kind::attachment, ChannelRule::Unit,
                  {{u"subject"_s,
                    MergePolicy::Role,
                    {required(name::unit, reference(kind::unit), entry),
                     required(name::report, reference(kind::report), entry)}},
                   // What a file is hangs on its content alone.
                   {u"file"_s,
                    MergePolicy::Role,
                    {required(name::sha256, bytes(), entry), required(name::size, integer(), entry),
                     required(name::mediaType, choice(mediaTypes()), entry)}},
                   alone(byName(required(name::name, text(), entry))),
                   // A caption decides nothing: the newest word stands.
                   alone(byText(optional(name::note, text(), entry)), MergePolicy::Latest)},
                  Role::Officer);
}

Kind standingKind()
{
    // Written by the server alone, as one value: half a table would be a wrong table.
    const auto entry = Role::Admin;
    return kindOf(
        kind::standing, ChannelRule::Block,
        {{u"table"_s,
          MergePolicy::Authority,
          {optional(name::block, reference(kind::block), entry),
           optional(name::scoreTable, reference(kind::scoreTable), entry),
           required(name::period, text(), entry), required(name::asOf, instant(), entry),
           required(name::status, choice({u"provisional"_s, u"published"_s}), entry),
           required(name::reported, integer(), entry), required(name::expected, integer(), entry),
           required(name::groups, listOf(text()), entry),
           required(name::units, listOf(reference(kind::unit)), entry),
           required(name::groupPoints, listOf(listOf(hundredths())), entry),
           required(name::base, listOf(hundredths()), entry),
           required(name::bonus, listOf(hundredths()), entry),
           required(name::penalty, listOf(hundredths()), entry),
           required(name::total, listOf(hundredths()), entry), required(name::rank, listOf(integer()), entry),
           required(name::previousRank, listOf(integer()), entry),
           required(name::unitReported, listOf(integer()), entry),
           required(name::unitExpected, listOf(integer()), entry)}}},
        Role::Admin);
}

} // namespace

const Schema& Schema::current()
{
    static const Schema schema(1, QList<Kind>{unitKind(), blockKind(), membershipKind(), personKind(),
                                              documentKind(), movementKind(), scoreTableKind(),
                                              criterionKind(), pledgeKind(), pledgeItemKind(), targetKind(),
                                              reportKind(), attachmentKind(), standingKind()} +
                                      reviewKinds() + commendationKinds() + urgingKinds() + publicityKinds());
    return schema;
}

} // namespace thidua::domain
