#include "services/commendationservice.h"

#include "domain/ballotresult.h"
#include "domain/names.h"
#include "domain/text.h"

#include <QDateTime>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::AwardDecision;
using domain::AwardForm;
using domain::Ballot;
using domain::Commendation;

// What every judgement carries: which submission it is about, and why.
static Fields judgement(const ShownVersion& shown, const QString& reason = {})
{
    return {{name::reviewedSubmission, shown.fields.value(name::submission).toInteger()},
            {name::reason, reason.trimmed().isEmpty() ? Value() : Value(reason.trimmed())}};
}

CommendationService::CommendationService(store::LocalStore& store, RecordEdits& edits,
                                         CatalogueService& catalogue)
    : m_store(store)
    , m_edits(edits)
    , m_catalogue(catalogue)
{
}

Result<QList<Commendation>> CommendationService::dossiersOf(const RecordId& unit)
{
    return m_edits.all<Commendation>(kind::commendation, domain::Channel::unit(unit).name());
}

Result<RecordId> CommendationService::draft(const Commendation& dossier)
{
    Commendation fresh = dossier;
    fresh.submission = 0;
    return m_edits.create(kind::commendation, fresh.toFields());
}

Result<void> CommendationService::save(const ShownVersion& shown, const Commendation& dossier)
{
    return m_edits.replace(kind::commendation, shown, dossier.toFields());
}

Result<AwardForm> CommendationService::form(const RecordId& id)
{
    auto shown = m_edits.shown(kind::awardForm, id);
    return shown ? Result<AwardForm>(AwardForm::fromFields(id, shown->fields)) : shown.error();
}

// The title asked for in a row goes by the same name under each law.
static QList<RecordId> sameTitle(const RecordId& title, const QList<AwardForm>& forms)
{
    QString key;
    for (const AwardForm& form : forms) {
        if (form.id == title)
            key = domain::matchKey(form.name);
    }
    QList<RecordId> same;
    for (const AwardForm& form : forms) {
        if (form.id == title || (!key.isEmpty() && domain::matchKey(form.name) == key))
            same.append(form.id);
    }
    return same;
}

Result<domain::Eligibility> CommendationService::eligibility(const Commendation& dossier)
{
    auto asked = form(dossier.awardForm);
    auto forms = m_edits.all<AwardForm>(kind::awardForm);
    auto others = m_edits.all<Commendation>(kind::commendation);
    if (!asked)
        return asked.error();
    if (!forms || !others)
        return forms ? others.error() : forms.error();
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    const RecordId block = m_catalogue.currentBlockOf(dossier.unit);
    return domain::eligibilityOf(
        {.form = *asked,
         .dossier = dossier,
         .on = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date(),
         .previousForms = sameTitle(asked->previous, *forms),
         .others = *others,
         .blockUnits = block.isNull() ? QList<RecordId>() : m_catalogue.unitsOf(block)});
}

Result<void> CommendationService::checkEligible(const ShownVersion& shown)
{
    auto eligible = eligibility(Commendation::fromFields(shown.id, shown.fields));
    if (!eligible)
        return eligible.error();
    return eligible->allowed()
               ? Result<void>()
               : Result<void>(ErrorCode::InvalidValue, u"the award's conditions are not met"_s);
}

Result<void> CommendationService::submit(const ShownVersion& shown)
{
    if (!Commendation::fromFields(shown.id, shown.fields).hasPapers())
        return {ErrorCode::MissingField, u"a dossier is handed in with its three papers"_s};
    if (auto eligible = checkEligible(shown); !eligible)
        return eligible;
    return m_edits.change(kind::commendation, shown,
                          {{name::submission, shown.fields.value(name::submission).toInteger() + 1}});
}

Result<void> CommendationService::returnDossier(const ShownVersion& shown, const QString& reason)
{
    Fields carried = judgement(shown, reason);
    carried.insert(name::ballot, Value()); // what is handed in again is voted on again
    return m_edits.move(kind::commendation, shown, "returned"_L1, carried);
}

Result<void> CommendationService::appraise(const ShownVersion& shown)
{
    if (auto eligible = checkEligible(shown); !eligible)
        return eligible;
    return m_edits.move(kind::commendation, shown, "appraised"_L1, judgement(shown));
}

Result<void> CommendationService::enterVote(const ShownVersion& shown, const RecordId& ballotId)
{
    auto stored = m_edits.shown(kind::ballot, ballotId);
    auto asked = form(shown.fields.value(name::awardForm).toId());
    if (!stored || !asked)
        return stored ? asked.error() : stored.error();
    const Ballot ballot = Ballot::fromFields(ballotId, stored->fields);
    if (ballot.kind != domain::BallotKind::Commendation || ballot.commendation != shown.id)
        return {ErrorCode::InvalidValue, u"the ballot was on something else"_s};
    if (asked->vote && ballot.rule != *asked->vote)
        return {ErrorCode::InvalidValue, u"the award asks for another vote"_s};
    if (!ballot.closed || domain::resultOf(ballot).outcome != domain::BallotOutcome::Approved)
        return {ErrorCode::IllegalMove, u"the vote is open or not in favour"_s};
    Fields carried = judgement(shown);
    carried.insert(name::ballot, ballotId);
    return m_edits.move(kind::commendation, shown, "voted"_L1, carried);
}

Result<RecordId> CommendationService::addDecision(const AwardDecision& decision)
{
    if (decision.number.trimmed().isEmpty() || !decision.signedOn.isValid())
        return {ErrorCode::MissingField, u"a decision has a number and a day"_s};
    return m_edits.create(kind::awardDecision, decision.toFields());
}

Result<void> CommendationService::checkDecision(const RecordId& id, domain::DecisionType type)
{
    auto shown = m_edits.shown(kind::awardDecision, id);
    if (!shown)
        return shown.error();
    return AwardDecision::fromFields(id, shown->fields).type == type
               ? Result<void>()
               : Result<void>(ErrorCode::InvalidValue, u"the decision is of the other type"_s);
}

Result<void> CommendationService::decide(const ShownVersion& shown, const RecordId& decision)
{
    if (auto fits = checkDecision(decision, domain::DecisionType::Grant); !fits)
        return fits;
    Fields carried = judgement(shown);
    carried.insert(name::awardDecision, decision);
    return m_edits.move(kind::commendation, shown, "decided"_L1, carried);
}

Result<void> CommendationService::reject(const ShownVersion& shown, const QString& reason)
{
    return m_edits.move(kind::commendation, shown, "rejected"_L1, judgement(shown, reason));
}

Result<void> CommendationService::revoke(const ShownVersion& shown, const QString& reason,
                                         const RecordId& decision)
{
    if (auto fits = checkDecision(decision, domain::DecisionType::Revocation); !fits)
        return fits;
    Fields carried = judgement(shown, reason);
    carried.insert(name::awardDecision, decision);
    return m_edits.move(kind::commendation, shown, "revoked"_L1, carried);
}

Result<void> CommendationService::object(const ShownVersion& shown, const QString& words)
{
    return m_edits.change(kind::commendation, shown, {{name::objection, words.trimmed()}});
}

} // namespace thidua::services
