#pragma once

#include "base/value.h"

#include <QDate>

#include <optional>

namespace thidua::domain
{

enum class BallotKind {
    Question,     // for or against
    Election,     // of the next lead, among the candidates
    TieBreak,     // among units of equal points
    Commendation, // for or against a dossier
};
enum class VoteBasis { Members, Present };
enum class Secrecy { Secret, Open };

// How a ballot is judged; all ratios are hundredths of a percent: 9000 is 90 %.
struct VoteRule {
    VoteBasis basis = VoteBasis::Members; // what the approval is a part of
    qint64 quorum = 0;                    // present, of all members
    qint64 approval = 0;
    Secrecy secrecy = Secrecy::Secret;

    friend bool operator==(const VoteRule&, const VoteRule&) = default;
};
// A ballot has one; the catalogue says which one an award asks for.
[[nodiscard]] VoteRule voteRuleOf(const Fields& fields);
void insertVoteRule(Fields& fields, const VoteRule& rule);

// What came out of the box. Numbers only, never who voted how.
struct VoteCount {
    qint64 members = 0;
    qint64 present = 0;
    QList<qint64> votes; // for each candidate; of a question the votes for it
    qint64 against = 0;
    qint64 invalid = 0;

    friend bool operator==(const VoteCount&, const VoteCount&) = default;
};

// A vote of a block or of a council (bình xét, bỏ phiếu).
struct Ballot {
    RecordId id;
    QString name;
    BallotKind kind = BallotKind::Question;
    RecordId block;
    RecordId review;
    QList<RecordId> candidates; // units
    RecordId commendation;
    QString period; // of the standing whose tie it breaks
    VoteRule rule;
    QDate heldOn; // the legal regime follows from it
    std::optional<VoteCount> count;
    bool closed = false; // follows from its state; toFields() writes none
    QList<RecordId> legalBasis;
    bool deleted = false;

    [[nodiscard]] static Ballot fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;
    [[nodiscard]] qsizetype choices() const; // how many numbers a count of votes has

    friend bool operator==(const Ballot&, const Ballot&) = default;
};

} // namespace thidua::domain
