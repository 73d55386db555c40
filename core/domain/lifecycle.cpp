#include "domain/lifecycle.h"

#include "domain/names.h"
#include "domain/reportstate.h"
#include "domain/schema.h"

#include <algorithm>
#include <array>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

namespace
{

struct Life {
    QLatin1String kind;
    QLatin1String begins;
    bool handedIn = false; // by counting `submission`
};

constexpr auto lives = std::to_array<Life>({
    {kind::report, "draft"_L1, true},
    {kind::commendation, "draft"_L1, true},
    {kind::review, "planned"_L1},
    {kind::ballot, "open"_L1},
    {kind::inspection, "open"_L1},
    {kind::announcement, "draft"_L1},
    {kind::example, "proposed"_L1},
    {kind::work, "registered"_L1},
    {kind::creativityEntry, "entered"_L1},
});

struct Move {
    QLatin1String kind;
    QLatin1String from;
    QLatin1String to;
    Role role; // this one and higher
    std::array<QLatin1String, 2> carries{};
};

// Saying a state again corrects its reason, where that is listed. Handing in is not in here: the states of
// the field `submission` in the schema judge it.
constexpr auto moves = std::to_array<Move>({
    {kind::report, "submitted"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::report, "returned"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::report, "appraised"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::report, "submitted"_L1, "appraised"_L1, Role::BlockLead},
    {kind::report, "returned"_L1, "appraised"_L1, Role::BlockLead},
    {kind::report, "appraised"_L1, "appraised"_L1, Role::BlockLead},
    {kind::report, "decided"_L1, "appraised"_L1, Role::Council},
    {kind::report, "appraised"_L1, "decided"_L1, Role::Council},
    {kind::report, "decided"_L1, "decided"_L1, Role::Council},
    {kind::report, "decided"_L1, "published"_L1, Role::Council},

    {kind::commendation, "submitted"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::commendation, "returned"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::commendation, "appraised"_L1, "returned"_L1, Role::BlockLead, {name::reason}},
    {kind::commendation, "voted"_L1, "returned"_L1, Role::Council, {name::reason}},
    {kind::commendation, "submitted"_L1, "appraised"_L1, Role::BlockLead},
    {kind::commendation, "appraised"_L1, "appraised"_L1, Role::BlockLead},
    {kind::commendation, "appraised"_L1, "voted"_L1, Role::BlockLead, {name::ballot}},
    {kind::commendation, "voted"_L1, "decided"_L1, Role::Council, {name::ballot, name::awardDecision}},
    {kind::commendation, "voted"_L1, "rejected"_L1, Role::Council, {name::reason}},
    {kind::commendation, "decided"_L1, "revoked"_L1, Role::Council, {name::reason, name::awardDecision}},

    {kind::review, "planned"_L1, "held"_L1, Role::BlockLead},
    {kind::review, "held"_L1, "closed"_L1, Role::BlockLead},
    {kind::review, "closed"_L1, "held"_L1, Role::Council, {name::reason}},

    {kind::ballot, "open"_L1, "closed"_L1, Role::BlockLead},
    {kind::ballot, "closed"_L1, "open"_L1, Role::Council, {name::reason}},

    {kind::inspection, "open"_L1, "closed"_L1, Role::BlockLead, {name::reason}},
    {kind::inspection, "closed"_L1, "open"_L1, Role::BlockLead, {name::reason}},

    {kind::announcement, "draft"_L1, "published"_L1, Role::BlockLead},
    {kind::announcement, "published"_L1, "withdrawn"_L1, Role::BlockLead, {name::reason}},

    {kind::example, "proposed"_L1, "recognised"_L1, Role::BlockLead},
    {kind::example, "recognised"_L1, "withdrawn"_L1, Role::BlockLead, {name::reason}},

    {kind::work, "registered"_L1, "recognised"_L1, Role::Council},
    {kind::work, "recognised"_L1, "withdrawn"_L1, Role::Council, {name::reason}},

    {kind::creativityEntry, "entered"_L1, "accepted"_L1, Role::Council},
    {kind::creativityEntry, "entered"_L1, "rejected"_L1, Role::Council, {name::reason}},
    {kind::creativityEntry, "accepted"_L1, "rejected"_L1, Role::Council, {name::reason}},
    {kind::creativityEntry, "accepted"_L1, "awarded"_L1, Role::Council, {name::prize}},
});

const Life* lifeOf(QStringView kind)
{
    const auto found = std::ranges::find_if(lives, [&](const Life& life) { return life.kind == kind; });
    return found == lives.end() ? nullptr : &*found;
}

Error illegal(const QString& why)
{
    return {ErrorCode::IllegalMove, why};
}

bool isSaid(const Value& value)
{
    return value.isText() ? !value.toText().trimmed().isEmpty() : !value.isNull();
}

Result<void> checkCarried(const Move& move, const Fields& seen, const Fields& set)
{
    for (const QLatin1String field : move.carries) {
        if (!field.isEmpty() && !isSaid(set.value(field)))
            return illegal(u"the step to "_s + move.to + u" needs its "_s + field);
    }
    // A revocation is a decision of its own, not the one that it takes back.
    if (move.to == "revoked"_L1 && set.value(name::awardDecision) == seen.value(name::awardDecision))
        return illegal(u"a revocation needs a decision of its own"_s);
    return {};
}

Result<void> checkStatus(const Life& life, Role role, const Fields& seen, const Fields& set)
{
    const QString from = stateOf(QString(life.kind), seen);
    const QString to = set.value(name::status).toText();
    if (set.value(name::status).isNull()) {
        // A new record may name the empty group; a decision is answered by another one, never wiped out.
        return seen.value(name::status).isNull() ? Result<void>() : illegal(u"a status is not taken back"_s);
    }
    const auto move = std::ranges::find_if(moves, [&](const Move& known) {
        return known.kind == life.kind && known.from == from && known.to == to && role >= known.role;
    });
    if (move == moves.end())
        return illegal(u"no step from "_s + from + u" to "_s + to);
    if (auto carried = checkCarried(*move, seen, set); !carried)
        return carried;
    if (life.handedIn &&
        set.value(name::reviewedSubmission).toInteger() != seen.value(name::submission).toInteger())
        return illegal(u"the status judges another submission than the one that was seen"_s);
    return {};
}

Result<void> checkSubmission(const Fields& seen, const Fields& set)
{
    const qint64 before = seen.value(name::submission).toInteger();
    const qint64 after = set.value(name::submission).toInteger();
    if (after != before && after != before + 1)
        return illegal(u"submissions count up by one"_s);
    return {};
}

} // namespace

QStringList statesOf(QStringView kind)
{
    const Life* life = lifeOf(kind);
    if (!life)
        return {};
    QStringList states{life->begins};
    if (life->handedIn)
        states.append(u"submitted"_s);
    for (const Move& move : moves) {
        if (move.kind == kind && !states.contains(move.to))
            states.append(move.to);
    }
    return states;
}

QList<LegalMove> movesFrom(QStringView kind, QStringView state)
{
    QList<LegalMove> legal;
    for (const Move& move : moves) {
        if (move.kind != kind || move.from != state || move.to == state)
            continue;
        LegalMove step{QString(move.to), move.role, {}};
        for (const QLatin1String field : move.carries) {
            if (!field.isEmpty())
                step.carries.append(QString(field));
        }
        legal.append(std::move(step));
    }
    return legal;
}

bool judgesLastSubmission(const Fields& fields)
{
    return fields.value(name::reviewedSubmission).toInteger() >= fields.value(name::submission).toInteger();
}

QString stateOf(QStringView kind, const Fields& values)
{
    const Life* life = lifeOf(kind);
    if (!life)
        return {};
    if (kind == kind::report) // by its enum: standings ask for a hundred thousand of them
        return reportStateName(reportStateOf(values));
    const QString status = values.value(name::status).toText();
    const bool counts = !life->handedIn || judgesLastSubmission(values);
    if (counts && statesOf(kind).contains(status))
        return status;
    return life->handedIn && values.value(name::submission).toInteger() > 0 ? u"submitted"_s
                                                                            : QString(life->begins);
}

Result<void> checkMove(QStringView kind, Role role, const Fields& seen, const Fields& set)
{
    const Life* life = lifeOf(kind);
    if (!life)
        return {};
    if (set.contains(name::status)) {
        if (auto status = checkStatus(*life, role, seen, set); !status)
            return status;
    }
    return life->handedIn && set.contains(name::submission) ? checkSubmission(seen, set) : Result<void>();
}

} // namespace thidua::domain
