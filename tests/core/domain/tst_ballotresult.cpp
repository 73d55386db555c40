#include "domain/ballotresult.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

const RecordId unitA = RecordId::named("test", "A");
const RecordId unitB = RecordId::named("test", "B");
const RecordId unitC = RecordId::named("test", "C");

Ballot question(const VoteRule& rule, const VoteCount& count)
{
    Ballot ballot;
    ballot.rule = rule;
    ballot.count = count;
    return ballot;
}

// Of 20 members 18 were there; the rule of a provincial title: 90 % of all members.
Ballot titleVote(qint64 inFavour, qint64 against)
{
    return question({.basis = VoteBasis::Members, .quorum = 6667, .approval = 9000},
                    {.members = 20, .present = 18, .votes = {inFavour}, .against = against});
}

Ballot amongUnits(const QList<qint64>& votes, qint64 invalid = 0)
{
    Ballot ballot;
    ballot.kind = BallotKind::TieBreak;
    ballot.period = u"2025"_s;
    ballot.candidates = {unitA, unitB, unitC};
    ballot.rule = {.basis = VoteBasis::Present, .quorum = 6667, .approval = 5001};
    ballot.count = VoteCount{.members = 6, .present = 6, .votes = votes, .invalid = invalid};
    ballot.closed = true;
    return ballot;
}

BallotOutcome outcomeOf(const Ballot& ballot)
{
    return resultOf(ballot).outcome;
}

} // namespace

class BallotResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACountThereIsNoResult();
    void ratiosAreRoundedToTheNearestHundredth();
    void ninetyPercentOfAllMembersIsNotNinetyPercentOfThosePresent();
    void absentMembersMayVoteInWriting();
    void withoutAQuorumNothingIsDecided();
    void exactlyTheThresholdIsEnough();
    void theCandidateWithMostVotesIsElected();
    void equalLeadersAreTied();
    void whereNobodyGotAVoteNobodyIsChosen();
    void theLeaderOfAnElectionNeedsTheApprovalToo();
    void invalidVotesCountInTheBasisAndForNobody();
    void aCountThatDoesNotAddUpIsImpossible_data();
    void aCountThatDoesNotAddUpIsImpossible();
    void aTieIsBrokenByTheClosedBallotOfItsPeriod();
    void aBallotWithoutAQuorumBreaksNoTie();
};

void BallotResultTest::withoutACountThereIsNoResult()
{
    QCOMPARE(outcomeOf(Ballot{}), BallotOutcome::NotCounted);
}

void BallotResultTest::ratiosAreRoundedToTheNearestHundredth()
{
    QCOMPARE(ratioOf(4, 6), 6667);
    QCOMPARE(ratioOf(1, 3), 3333);
    QCOMPARE(ratioOf(1, 8), 1250);
    QCOMPARE(ratioOf(6, 6), 10000);
    QCOMPARE(ratioOf(3, 0), 0);
}

void BallotResultTest::ninetyPercentOfAllMembersIsNotNinetyPercentOfThosePresent()
{
    const auto result = resultOf(titleVote(17, 1));
    QCOMPARE(result.attendance, 9000);
    QCOMPARE(result.approvals, QList<qint64>{8500});
    QCOMPARE(result.outcome, BallotOutcome::NotApproved);
    Ballot present = titleVote(17, 1);
    present.rule.basis = VoteBasis::Present;
    QCOMPARE(resultOf(present).approvals, QList<qint64>{9444});
    QCOMPARE(outcomeOf(present), BallotOutcome::Approved);
}

void BallotResultTest::absentMembersMayVoteInWriting()
{
    QCOMPARE(outcomeOf(titleVote(19, 1)), BallotOutcome::Approved); // 18 present and two letters
    Ballot present = titleVote(19, 1);
    present.rule.basis = VoteBasis::Present;
    QCOMPARE(outcomeOf(present), BallotOutcome::Impossible);
}

void BallotResultTest::withoutAQuorumNothingIsDecided()
{
    Ballot ballot = titleVote(20, 0);
    ballot.count->present = 13; // 65 %
    QCOMPARE(outcomeOf(ballot), BallotOutcome::NoQuorum);
    QCOMPARE(resultOf(ballot).chosen, -1);
}

void BallotResultTest::exactlyTheThresholdIsEnough()
{
    QCOMPARE(outcomeOf(titleVote(18, 2)), BallotOutcome::Approved);
    QCOMPARE(outcomeOf(titleVote(17, 3)), BallotOutcome::NotApproved);
    const auto twoThirds = question({.basis = VoteBasis::Present, .quorum = 6667, .approval = 6667},
                                    {.members = 6, .present = 4, .votes = {3}, .against = 1});
    QCOMPARE(outcomeOf(twoThirds), BallotOutcome::Approved);
}

void BallotResultTest::theCandidateWithMostVotesIsElected()
{
    const auto result = resultOf(amongUnits({1, 4, 1}));
    QCOMPARE(result.outcome, BallotOutcome::Approved);
    QCOMPARE(result.chosen, 1);
}

void BallotResultTest::equalLeadersAreTied()
{
    Ballot ballot = amongUnits({3, 3, 0});
    ballot.rule.approval = 3000;
    QCOMPARE(outcomeOf(ballot), BallotOutcome::Tied);
    QCOMPARE(resultOf(ballot).chosen, -1);
}

void BallotResultTest::whereNobodyGotAVoteNobodyIsChosen()
{
    Ballot ballot = amongUnits({0, 0, 0}, 6);
    ballot.rule.approval = 0;
    QCOMPARE(outcomeOf(ballot), BallotOutcome::NotApproved);
}

void BallotResultTest::theLeaderOfAnElectionNeedsTheApprovalToo()
{
    QCOMPARE(outcomeOf(amongUnits({3, 2, 1})), BallotOutcome::NotApproved); // 50 % is not over a half
}

void BallotResultTest::invalidVotesCountInTheBasisAndForNobody()
{
    QCOMPARE(resultOf(amongUnits({4, 0, 0}, 2)).approvals, (QList<qint64>{6667, 0, 0}));
}

void BallotResultTest::aCountThatDoesNotAddUpIsImpossible_data()
{
    QTest::addColumn<QList<qint64>>("votes");
    QTest::addColumn<qint64>("members");
    QTest::addColumn<qint64>("present");
    QTest::addColumn<qint64>("invalid");
    QTest::newRow("a number is missing") << QList<qint64>{3, 3} << qint64(6) << qint64(6) << qint64(0);
    QTest::newRow("a number too many") << QList<qint64>{1, 1, 1, 1} << qint64(6) << qint64(6) << qint64(0);
    QTest::newRow("more votes than voters") << QList<qint64>{3, 3, 1} << qint64(6) << qint64(6) << qint64(0);
    QTest::newRow("with the invalid ones") << QList<qint64>{3, 2, 0} << qint64(6) << qint64(6) << qint64(2);
    QTest::newRow("more present than members")
        << QList<qint64>{1, 1, 1} << qint64(6) << qint64(7) << qint64(0);
    QTest::newRow("nobody is a member") << QList<qint64>{0, 0, 0} << qint64(0) << qint64(0) << qint64(0);
    QTest::newRow("less than nothing") << QList<qint64>{-1, 1, 1} << qint64(6) << qint64(6) << qint64(0);
    QTest::newRow("beyond reason") << QList<qint64>{std::numeric_limits<qint64>::max(), 1, 1} << qint64(6)
                                   << qint64(6) << qint64(0);
}

void BallotResultTest::aCountThatDoesNotAddUpIsImpossible()
{
    QFETCH(QList<qint64>, votes);
    QFETCH(qint64, members);
    QFETCH(qint64, present);
    QFETCH(qint64, invalid);
    Ballot ballot = amongUnits(votes, invalid);
    ballot.count->members = members;
    ballot.count->present = present;
    QCOMPARE(checkCount(ballot, *ballot.count).error().code, ErrorCode::InvalidValue);
    QCOMPARE(outcomeOf(ballot), BallotOutcome::Impossible);
}

void BallotResultTest::aTieIsBrokenByTheClosedBallotOfItsPeriod()
{
    Ballot ballot = amongUnits({1, 4, 1});
    QCOMPARE(tieBreakVotes({ballot}, u"2025"_s).value(unitB), 4);
    QVERIFY(tieBreakVotes({ballot}, u"2024"_s).isEmpty());
    ballot.closed = false;
    QVERIFY(tieBreakVotes({ballot}, u"2025"_s).isEmpty());
    ballot.closed = true;
    ballot.kind = BallotKind::Election;
    QVERIFY(tieBreakVotes({ballot}, u"2025"_s).isEmpty());
}

void BallotResultTest::aBallotWithoutAQuorumBreaksNoTie()
{
    Ballot ballot = amongUnits({1, 1, 1});
    ballot.count->present = 3;
    QVERIFY(tieBreakVotes({ballot}, u"2025"_s).isEmpty());
}

QTEST_APPLESS_MAIN(BallotResultTest)
#include "tst_ballotresult.moc"
