#include "domain/ballotresult.h"

#include <algorithm>
#include <numeric>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

// More people than this vote nowhere; it keeps every product below far from the ends of the range.
static constexpr qint64 mostVoters = 1'000'000;

static qint64 voters(const VoteRule& rule, const VoteCount& count)
{
    return rule.basis == VoteBasis::Members ? count.members : count.present;
}

qint64 ratioOf(qint64 part, qint64 whole)
{
    return whole <= 0 ? 0 : (2 * 10'000 * part + whole) / (2 * whole);
}

Result<void> checkCount(const Ballot& ballot, const VoteCount& count)
{
    const auto impossible = [](const QString& why) { return Result<void>(ErrorCode::InvalidValue, why); };
    if (count.votes.size() != ballot.choices())
        return impossible(u"a count has one number for each choice"_s);
    const auto within = [](qint64 number) { return number >= 0 && number <= mostVoters; };
    if (!within(count.members) || !within(count.present) || !within(count.against) ||
        !within(count.invalid) || !std::ranges::all_of(count.votes, within))
        return impossible(u"a number of votes is below nothing or beyond reason"_s);
    if (count.members == 0 || count.present > count.members)
        return impossible(u"more people are present than there are members"_s);
    const qint64 given =
        std::accumulate(count.votes.begin(), count.votes.end(), count.against + count.invalid);
    if (given > voters(ballot.rule, count))
        return impossible(u"there are more votes than voters"_s);
    return {};
}

// Ratios are rounded, so that who leads is told by the votes themselves.
static void choose(BallotResult& result, const VoteRule& rule, const QList<qint64>& votes)
{
    const qsizetype first = std::ranges::max_element(votes) - votes.begin();
    if (votes[first] == 0 || result.approvals[first] < rule.approval) {
        result.outcome = BallotOutcome::NotApproved;
    } else if (std::ranges::count(votes, votes[first]) > 1) {
        result.outcome = BallotOutcome::Tied;
    } else {
        result.outcome = BallotOutcome::Approved;
        result.chosen = first;
    }
}

BallotResult resultOf(const Ballot& ballot)
{
    BallotResult result;
    if (!ballot.count)
        return result;
    const VoteCount& count = *ballot.count;
    if (!checkCount(ballot, count) || count.votes.isEmpty()) {
        result.outcome = BallotOutcome::Impossible;
        return result;
    }
    result.attendance = ratioOf(count.present, count.members);
    for (const qint64 votes : count.votes)
        result.approvals.append(ratioOf(votes, voters(ballot.rule, count)));
    if (result.attendance < ballot.rule.quorum)
        result.outcome = BallotOutcome::NoQuorum;
    else
        choose(result, ballot.rule, count.votes);
    return result;
}

static bool breaksTies(const Ballot& ballot, const QString& period)
{
    if (ballot.deleted || !ballot.closed || ballot.kind != BallotKind::TieBreak || ballot.period != period)
        return false;
    const BallotOutcome outcome = resultOf(ballot).outcome;
    return outcome == BallotOutcome::Approved || outcome == BallotOutcome::Tied ||
           outcome == BallotOutcome::NotApproved;
}

QHash<RecordId, qint64> tieBreakVotes(const QList<Ballot>& ballots, const QString& period)
{
    QHash<RecordId, qint64> votes;
    for (const Ballot& ballot : ballots) {
        if (!breaksTies(ballot, period))
            continue;
        for (qsizetype i = 0; i < ballot.candidates.size(); ++i)
            votes.insert(ballot.candidates[i], ballot.count->votes[i]);
    }
    return votes;
}

} // namespace thidua::domain
