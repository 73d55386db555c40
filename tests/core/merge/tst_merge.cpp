#include "core/merge/mergemodel.h"

#include <QTest>

using namespace thidua;
using namespace thidua::merge;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int officer = 10;
constexpr int head = 20;
constexpr int lead = 30;

// What a history is decided to be, as text: "winner | siblings", each "device:seq=value".
QString decided(MergePolicy policy, const ModelHistory& history)
{
    return text(decide(policy, heads(policy, groupEdits(history))));
}

const QList<MergePolicy> allPolicies{MergePolicy::Role, MergePolicy::Latest, MergePolicy::Authority};

} // namespace

// The sentences of SYNC.md section 3, one by one.
class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHigherRoleWinsThoughItWasEarlier()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 9, .rank = officer, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = head, .version = 2, .value = 2}};
        QCOMPARE(decided(MergePolicy::Role, history), u"2:1=2 | 1:1=1"_s);
        QCOMPARE(decided(MergePolicy::Authority, history), u"2:1=2 | 1:1=1"_s);
        QCOMPARE(decided(MergePolicy::Latest, history), u"1:1=1 | 2:1=2"_s);
    }

    void betweenEqualsTheLaterTimestampWins()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 9, .rank = officer, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 2, .value = 2}};
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"1:1=1 | 2:1=2"_s);
    }

    void thenTheDeviceAndThenItsNumber()
    {
        const ModelHistory history{
            {.device = 1, .seq = 5, .at = 3, .rank = officer, .version = 2, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 1, .value = 2}};
        for (MergePolicy policy : allPolicies) {
            QCOMPARE(decided(policy, history), u"2:1=2 | 1:5=1"_s);
            const GroupEdit first = groupEdit({.device = 1, .seq = 1, .rank = officer});
            const GroupEdit second = groupEdit({.device = 1, .seq = 2, .rank = officer});
            QVERIFY(lessThan(policy, first, second));
            QVERIFY(!lessThan(policy, second, first));
            QVERIFY(!lessThan(policy, first, first));
        }
    }

    void whoHadSeenTheOtherValueReplacesItWhateverTheClocksSay()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 31'536'000, .rank = officer, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 2, .seen = 1, .value = 2}};
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"2:1=2 | "_s);
    }

    void anOfficerWhoHadSeenTheHeadsValueReplacesItUnlessAuthoritySaysOtherwise()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 1, .rank = head, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 2, .seen = 1, .value = 2}};
        QCOMPARE(decided(MergePolicy::Role, history), u"2:1=2 | "_s);
        QCOMPARE(decided(MergePolicy::Latest, history), u"2:1=2 | "_s);
        QCOMPARE(decided(MergePolicy::Authority, history), u"1:1=1 | 2:1=2"_s);
    }

    void aProposalStandsUntilSomebodyOfThatRankSettlesIt()
    {
        ModelHistory history{
            {.device = 1, .seq = 1, .at = 1, .rank = lead, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 2, .seen = 1, .value = 2},
            {.device = 3, .seq = 1, .at = 4, .rank = head, .version = 3, .seen = 2, .value = 3}};
        // A head's word replaces the officer's proposal, and is one itself.
        QCOMPARE(decided(MergePolicy::Authority, history), u"1:1=1 | 3:1=3"_s);
        history.push_back(
            {.device = 4, .seq = 1, .at = 0, .rank = lead, .version = 4, .seen = 3, .value = 4});
        QCOMPARE(decided(MergePolicy::Authority, history), u"4:1=4 | "_s);
    }

    void onTheSameDeviceTheLaterEditReplacesTheEarlier()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 9, .rank = officer, .version = 1, .value = 1},
            {.device = 1, .seq = 2, .at = 3, .rank = officer, .version = 2, .value = 2}};
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"1:2=2 | "_s);
    }

    void aLowerRoleOnTheSameDeviceDoesNotReplaceWhatAuthorityHolds()
    {
        // The person was a lead when the first was accepted and is an officer now.
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 1, .rank = lead, .version = 1, .value = 1},
            {.device = 1, .seq = 2, .at = 2, .rank = officer, .version = 2, .seen = 1, .value = 2}};
        QCOMPARE(decided(MergePolicy::Authority, history), u"1:1=1 | 1:2=2"_s);
        QCOMPARE(decided(MergePolicy::Role, history), u"1:2=2 | "_s);
    }

    void equalValuesAreNoConflict()
    {
        const ModelHistory history{
            {.device = 1, .seq = 1, .at = 1, .rank = officer, .version = 1, .value = 7},
            {.device = 2, .seq = 1, .at = 3, .rank = officer, .version = 2, .value = 7},
            {.device = 3, .seq = 1, .at = 2, .rank = officer, .version = 3, .value = 8},
            {.device = 4, .seq = 1, .at = 0, .rank = officer, .version = 4, .value = 8}};
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"2:1=7 | 3:1=8"_s);
    }

    // The pairwise form ("does the incoming one beat the current one?") gives A, B or C by the order of
    // arrival.
    void theMergeIsAFunctionOfTheSetAndNotOfPairs()
    {
        const ModelEdit a{.device = 1, .seq = 1, .at = 1, .rank = 30, .version = 1, .value = 1};
        const ModelEdit b{.device = 2, .seq = 1, .at = 2, .rank = 10, .version = 2, .seen = 1, .value = 2};
        const ModelEdit c{.device = 3, .seq = 1, .at = 3, .rank = 20, .version = 3, .value = 3};
        QCOMPARE(decided(MergePolicy::Role, {a, b, c}), u"3:1=3 | 2:1=2"_s);
        ModelEdit bLast = b;
        ModelEdit cBefore = c;
        std::swap(bLast.version, cBefore.version);
        QCOMPARE(decided(MergePolicy::Role, {a, cBefore, bLast}), u"3:1=3 | 2:1=2"_s);
        QCOMPARE(decided(MergePolicy::Role, {cBefore, bLast, a}), u"3:1=3 | 2:1=2"_s);
    }

    void anEditMadeAgainstALockStandsBesideAndReplacesNobody()
    {
        ModelHistory history{
            {.device = 1, .seq = 1, .at = 1, .rank = officer, .version = 1, .value = 1},
            {.device = 2, .seq = 1, .at = 9, .rank = 0, .version = 2, .seen = 1, .value = 2}};
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"1:1=1 | 2:1=2"_s);
        // It does replace another of its kind that it knew…
        history.push_back({.device = 3, .seq = 1, .at = 3, .rank = 0, .version = 3, .seen = 2, .value = 3});
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"1:1=1 | 3:1=3"_s);
        // …and is settled by whoever may write and has seen it.
        history.push_back(
            {.device = 4, .seq = 1, .at = 2, .rank = officer, .version = 4, .seen = 3, .value = 1});
        for (MergePolicy policy : allPolicies)
            QCOMPARE(decided(policy, history), u"4:1=1 | "_s);
    }

    void aVersionSeenBeforeARestoreCoversNothingThatWasAcceptedAfterIt()
    {
        const ModelEdit restored{
            .device = 1, .seq = 1, .at = 1, .rank = officer, .version = 4, .epoch = 2, .value = 1};
        ModelEdit old{.device = 2, .seq = 1, .at = 2, .rank = officer, .version = 5, .seen = 9, .value = 2};
        old.epoch = 2;
        QCOMPARE(decided(MergePolicy::Role, {restored, old}), u"2:1=2 | 1:1=1"_s);
        old.seenEpoch = 2;
        QCOMPARE(decided(MergePolicy::Role, {restored, old}), u"2:1=2 | "_s);
    }

    void headsComeInOrderOfAcceptance()
    {
        const ModelHistory history{{.device = 3, .seq = 1, .rank = head, .version = 1, .value = 1},
                                   {.device = 1, .seq = 1, .rank = lead, .version = 2, .value = 2},
                                   {.device = 2, .seq = 1, .rank = officer, .version = 3, .value = 3}};
        auto edits = groupEdits(history);
        std::ranges::reverse(edits);
        QCOMPARE(heads(MergePolicy::Role, edits), groupEdits(history));
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "tst_merge.moc"
