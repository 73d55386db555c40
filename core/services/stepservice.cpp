#include "services/stepservice.h"

#include "domain/names.h"
#include "domain/schema.h"

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::Role;

namespace
{

// What the services ask for before they take a step.
QList<QLatin1String> neededFor(QLatin1String kind, const QString& to)
{
    if (kind == kind::review && to == "closed"_L1)
        return {name::occurredOn, name::units, name::minutes};
    if (kind == kind::ballot && to == "closed"_L1)
        return {name::votes};
    if (kind == kind::commendation && to == "submitted"_L1)
        return {name::proposal, name::achievementReport, name::minutes};
    return {};
}

bool isFilled(const Value& value)
{
    if (value.isText())
        return !value.toText().trimmed().isEmpty();
    return value.isList() ? !value.toList().isEmpty() : !value.isNull();
}

// Something of the right shape, to ask whether the step would be allowed once it is said.
Value anyValue(const QString& field)
{
    if (field == name::reason)
        return u"?"_s;
    return field == name::prize ? Value(u"first"_s) : Value(RecordId::named("step", field.toUtf8()));
}

QList<domain::LegalMove> movesOf(QLatin1String kind, const Fields& fields)
{
    const QString state = domain::stateOf(QString(kind), fields);
    QList<domain::LegalMove> moves = domain::movesFrom(QString(kind), state);
    // Handing in is counted, not moved.
    if (kind == kind::commendation && (state == "draft"_L1 || state == "returned"_L1))
        moves.prepend({u"submitted"_s, Role::Officer, {}});
    return moves;
}

} // namespace

StepService::StepService(const Parts& parts, Access& access)
    : m_parts(parts)
    , m_access(access)
{
}

QList<Step> StepService::steps(QLatin1String kind, const ShownVersion& shown)
{
    QList<Step> steps;
    for (const domain::LegalMove& move : movesOf(kind, shown.fields)) {
        Step step{move.to, move.role, move.carries, {}, ErrorCode::None};
        // A dossier that is decided on has its ballot; only the vote's entry chooses one.
        if (move.to != "voted"_L1)
            step.asks.removeAll(QString(name::ballot));
        for (const QLatin1String field : neededFor(kind, move.to)) {
            if (!isFilled(shown.fields.value(field)))
                step.missing.append(QString(field));
        }
        step.why = refusal(kind, shown, step);
        steps.append(std::move(step));
    }
    return steps;
}

ErrorCode StepService::refusal(QLatin1String kind, const ShownVersion& shown, const Step& step)
{
    Fields set;
    if (step.to == "submitted"_L1) {
        set.insert(name::submission, shown.fields.value(name::submission).toInteger() + 1);
    } else {
        set.insert(name::status, step.to);
        if (kind == kind::commendation) {
            set.insert(name::reviewedSubmission, shown.fields.value(name::submission).toInteger());
            set.insert(name::ballot, shown.fields.value(name::ballot));
        }
        for (const QString& field : step.asks)
            set.insert(field, anyValue(field));
    }
    const auto allowed = m_access.check(QString(kind), set, shown.fields, shown.fields);
    if (allowed)
        return ErrorCode::None;
    // To the table of moves a role that is too low looks like a step that does not exist; it does exist.
    return allowed.error().code == ErrorCode::IllegalMove ? ErrorCode::Forbidden : allowed.error().code;
}

Result<void> StepService::takeDossier(const ShownVersion& shown, const QString& to, const Fields& said)
{
    CommendationService& dossiers = m_parts.commendations;
    const QString reason = said.value(name::reason).toText();
    const RecordId decision = said.value(name::awardDecision).toId();
    if (to == "submitted"_L1)
        return dossiers.submit(shown);
    if (to == "returned"_L1)
        return dossiers.returnDossier(shown, reason);
    if (to == "appraised"_L1)
        return dossiers.appraise(shown);
    if (to == "voted"_L1)
        return dossiers.enterVote(shown, said.value(name::ballot).toId());
    if (to == "decided"_L1)
        return dossiers.decide(shown, decision);
    if (to == "rejected"_L1)
        return dossiers.reject(shown, reason);
    return to == "revoked"_L1 ? dossiers.revoke(shown, reason, decision)
                              : Result<void>(ErrorCode::IllegalMove, u"no step to "_s + to);
}

Result<void> StepService::takePublicity(QLatin1String kind, const ShownVersion& shown, const QString& to,
                                        const Fields& said)
{
    PublicityService& publicity = m_parts.publicity;
    const QString reason = said.value(name::reason).toText();
    if (to == "published"_L1)
        return publicity.publish(shown);
    if (to == "recognised"_L1)
        return publicity.recognise(kind, shown);
    if (to == "withdrawn"_L1)
        return publicity.withdraw(kind, shown, reason);
    if (to == "accepted"_L1)
        return publicity.accept(shown);
    if (to == "rejected"_L1)
        return publicity.reject(shown, reason);
    return to == "awarded"_L1 ? publicity.award(shown, said.value(name::prize).toText())
                              : Result<void>(ErrorCode::IllegalMove, u"no step to "_s + to);
}

Result<void> StepService::take(QLatin1String kind, const ShownVersion& shown, const QString& to,
                               const Fields& said)
{
    const auto moves = movesOf(kind, shown.fields);
    if (std::ranges::none_of(moves, [&](const domain::LegalMove& move) { return move.to == to; }))
        return {ErrorCode::IllegalMove, u"no step to "_s + to};
    const QString reason = said.value(name::reason).toText();
    if (kind == kind::commendation)
        return takeDossier(shown, to, said);
    if (kind == kind::review && to == "closed"_L1)
        return m_parts.reviews.close(shown);
    if (kind == kind::review && to == "held"_L1) {
        const bool again = domain::stateOf(QString(kind), shown.fields) == "closed"_L1;
        return again ? m_parts.reviews.reopen(shown, reason) : m_parts.reviews.hold(shown);
    }
    if (kind == kind::ballot && (to == "closed"_L1 || to == "open"_L1))
        return to == "closed"_L1 ? m_parts.reviews.closeBallot(shown)
                                 : m_parts.reviews.reopenBallot(shown, reason);
    if (kind == kind::inspection && (to == "closed"_L1 || to == "open"_L1))
        return to == "closed"_L1 ? m_parts.urging.close(shown, reason) : m_parts.urging.reopen(shown, reason);
    return takePublicity(kind, shown, to, said);
}

} // namespace thidua::services
