#pragma once

#include "base/result.h"
#include "domain/ballot.h"

#include <QHash>

namespace thidua::domain
{

enum class BallotOutcome {
    NotCounted,
    Impossible, // more votes than voters, or not a number for each candidate
    NoQuorum,
    Tied, // several candidates lead with the same number
    NotApproved,
    Approved,
};

// Never stored: whoever has the count has the result.
struct BallotResult {
    BallotOutcome outcome = BallotOutcome::NotCounted;
    qint64 attendance = 0;   // hundredths of a percent of the members
    QList<qint64> approvals; // hundredths of a percent of the basis, for each choice
    qsizetype chosen = -1;   // which candidate; 0 for a question that is approved
};

// Part of a whole in hundredths of a percent, to the nearest one, as minutes print it: 4 of 6 are 66,67 %.
[[nodiscard]] qint64 ratioOf(qint64 part, qint64 whole);

// Errors: InvalidValue. Absent members may vote in writing where all members are the basis.
[[nodiscard]] Result<void> checkCount(const Ballot& ballot, const VoteCount& count);
[[nodiscard]] BallotResult resultOf(const Ballot& ballot);

// Unit -> votes in the closed ballots that break ties of this period. Ballots without a quorum say nothing.
[[nodiscard]] QHash<RecordId, qint64> tieBreakVotes(const QList<Ballot>& ballots, const QString& period);

} // namespace thidua::domain
