#include "domain/commendation.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"
#include "domain/schema.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto states = std::to_array<Choice<CommendationState>>({
    {CommendationState::Draft, "draft"_L1},
    {CommendationState::Submitted, "submitted"_L1},
    {CommendationState::Returned, "returned"_L1},
    {CommendationState::Appraised, "appraised"_L1},
    {CommendationState::Voted, "voted"_L1},
    {CommendationState::Decided, "decided"_L1},
    {CommendationState::Rejected, "rejected"_L1},
    {CommendationState::Revoked, "revoked"_L1},
});
static constexpr auto decisionTypes = std::to_array<Choice<DecisionType>>({
    {DecisionType::Grant, "grant"_L1},
    {DecisionType::Revocation, "revocation"_L1},
});

Commendation Commendation::fromFields(const RecordId& id, const Fields& fields)
{
    return {
        .id = id,
        .unit = fields.value(name::unit).toId(),
        .awardForm = fields.value(name::awardForm).toId(),
        .year = int(fields.value(name::year).toInteger()),
        .nominee = fields.value(name::nominee).toText(),
        .achievement = fields.value(name::achievement).toText(),
        .proposal = fields.value(name::proposal).toText(),
        .achievementReport = fields.value(name::achievementReport).toText(),
        .minutes = fields.value(name::minutes).toText(),
        .movement = fields.value(name::movement).toId(),
        .legalBasis = idsOf(fields.value(name::legalBasis)),
        .submission = fields.value(name::submission).toInteger(),
        .note = fields.value(name::note).toText(),
        .objection = fields.value(name::objection).toText(),
        .state =
            choiceOf(states, stateOf(QString(kind::commendation), fields)).value_or(CommendationState::Draft),
        .reason = fields.value(name::reason).toText(),
        .ballot = fields.value(name::ballot).toId(),
        .awardDecision = fields.value(name::awardDecision).toId(),
        .deleted = fields.value(name::deleted).toBool()};
}

Fields Commendation::toFields() const
{
    return withoutEmptyGroups(kind::commendation,
                              {{name::unit, unit},
                               {name::awardForm, awardForm},
                               {name::year, year},
                               {name::nominee, toValue(nominee)},
                               {name::achievement, toValue(achievement)},
                               {name::proposal, toValue(proposal)},
                               {name::achievementReport, toValue(achievementReport)},
                               {name::minutes, toValue(minutes)},
                               {name::movement, toValue(movement)},
                               {name::legalBasis, toValue(legalBasis)},
                               {name::submission, submission > 0 ? Value(submission) : Value()},
                               {name::note, toValue(note)},
                               {name::objection, toValue(objection)}});
}

bool Commendation::hasPapers() const
{
    const auto isThere = [](const QString& paper) { return !paper.trimmed().isEmpty(); };
    return isThere(proposal) && isThere(achievementReport) && isThere(minutes);
}

AwardDecision AwardDecision::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .type = choiceOf(decisionTypes, fields.value(name::type)).value_or(DecisionType::Grant),
            .number = fields.value(name::number).toText(),
            .signedOn = dateOf(fields.value(name::signedOn)),
            .issuer = fields.value(name::issuer).toText(),
            .legalBasis = idsOf(fields.value(name::legalBasis)),
            .note = fields.value(name::note).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields AwardDecision::toFields() const
{
    return withoutEmptyGroups(kind::awardDecision, {{name::name, name},
                                                    {name::type, choiceName(decisionTypes, type)},
                                                    {name::number, number},
                                                    {name::signedOn, toValue(signedOn)},
                                                    {name::issuer, toValue(issuer)},
                                                    {name::legalBasis, toValue(legalBasis)},
                                                    {name::note, toValue(note)}});
}

} // namespace thidua::domain
