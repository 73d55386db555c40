#include "domain/ballot.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"
#include "domain/schema.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto kinds = std::to_array<Choice<BallotKind>>({
    {BallotKind::Question, "question"_L1},
    {BallotKind::Election, "election"_L1},
    {BallotKind::TieBreak, "tieBreak"_L1},
    {BallotKind::Commendation, "commendation"_L1},
});
static constexpr auto bases = std::to_array<Choice<VoteBasis>>({
    {VoteBasis::Members, "members"_L1},
    {VoteBasis::Present, "present"_L1},
});
static constexpr auto secrecies = std::to_array<Choice<Secrecy>>({
    {Secrecy::Secret, "secret"_L1},
    {Secrecy::Open, "open"_L1},
});

VoteRule voteRuleOf(const Fields& fields)
{
    return {.basis = choiceOf(bases, fields.value(name::basis)).value_or(VoteBasis::Members),
            .quorum = fields.value(name::quorum).toInteger(),
            .approval = fields.value(name::approval).toInteger(),
            .secrecy = choiceOf(secrecies, fields.value(name::secrecy)).value_or(Secrecy::Secret)};
}

void insertVoteRule(Fields& fields, const VoteRule& rule)
{
    fields.insert(name::basis, choiceName(bases, rule.basis));
    fields.insert(name::quorum, rule.quorum);
    fields.insert(name::approval, rule.approval);
    fields.insert(name::secrecy, choiceName(secrecies, rule.secrecy));
}

static std::optional<VoteCount> countOf(const Fields& fields)
{
    if (fields.value(name::members).isNull())
        return std::nullopt;
    return VoteCount{.members = fields.value(name::members).toInteger(),
                     .present = fields.value(name::present).toInteger(),
                     .votes = numbersOf(fields.value(name::votes)),
                     .against = fields.value(name::against).toInteger(),
                     .invalid = fields.value(name::invalid).toInteger()};
}

Ballot Ballot::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .kind = choiceOf(kinds, fields.value(name::kind)).value_or(BallotKind::Question),
            .block = fields.value(name::block).toId(),
            .review = fields.value(name::review).toId(),
            .candidates = idsOf(fields.value(name::candidates)),
            .commendation = fields.value(name::commendation).toId(),
            .period = fields.value(name::period).toText(),
            .rule = voteRuleOf(fields),
            .heldOn = dateOf(fields.value(name::occurredOn)),
            .count = countOf(fields),
            .closed = stateOf(QString(kind::ballot), fields) == "closed"_L1,
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .deleted = fields.value(name::deleted).toBool()};
}

static void insertCount(Fields& fields, const VoteCount& count)
{
    fields.insert(name::members, count.members);
    fields.insert(name::present, count.present);
    fields.insert(name::votes, toValue(count.votes));
    fields.insert(name::against, count.against);
    fields.insert(name::invalid, count.invalid);
}

Fields Ballot::toFields() const
{
    Fields fields{{name::name, name},
                  {name::kind, choiceName(kinds, kind)},
                  {name::block, toValue(block)},
                  {name::review, toValue(review)},
                  {name::candidates, toValue(candidates)},
                  {name::commendation, toValue(commendation)},
                  {name::period, toValue(period)},
                  {name::occurredOn, toValue(heldOn)},
                  {name::legalBasis, toValue(legalBasis)}};
    insertVoteRule(fields, rule);
    if (count)
        insertCount(fields, *count);
    return withoutEmptyGroups(kind::ballot, fields);
}

qsizetype Ballot::choices() const
{
    const bool amongUnits = kind == BallotKind::Election || kind == BallotKind::TieBreak;
    return amongUnits ? candidates.size() : 1;
}

} // namespace thidua::domain
