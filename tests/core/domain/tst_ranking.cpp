#include "domain/ranking.h"

#include <QTest>

using namespace thidua::domain;

class RankingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsRankedAmongNobody();
    void theHigherTotalStandsAbove();
    void tiedUnitsShareARankAndTheNextCountOn();
    void theFirstGroupBreaksATie();
    void fewerPenaltyPointsBreakATie();
    void theOrderOfTheRuleIsTheBlocksOwn();
    void aVoteLeavesThemTiedAndNothingBehindItDecides();
    void aVoteThatWasTakenBreaksTheTieItIsAbout();
    void withoutARuleEqualTotalsAreTied();
    void theOrderOfTheEntriesDoesNotMatter();
};

static QList<int> ranksOf(std::vector<RankingEntry> entries, const QList<TieBreak>& rule = defaultTieBreak())
{
    return ranks(entries, rule);
}

void RankingTest::nobodyIsRankedAmongNobody()
{
    QCOMPARE(ranksOf({}), QList<int>{});
    QCOMPARE(ranksOf({{-5, 0, 0}}), QList<int>{1});
}

void RankingTest::theHigherTotalStandsAbove()
{
    QCOMPARE(ranksOf({{9000}, {10700}, {-100}, {0}}), (QList<int>{2, 1, 4, 3}));
}

void RankingTest::tiedUnitsShareARankAndTheNextCountOn()
{
    QCOMPARE(ranksOf({{80}, {90}, {80}, {70}, {80}}), (QList<int>{2, 1, 2, 5, 2}));
}

void RankingTest::theFirstGroupBreaksATie()
{
    QCOMPARE(ranksOf({{90, 20, 0}, {90, 30, 0}, {90, 10, 0}}), (QList<int>{2, 1, 3}));
}

void RankingTest::fewerPenaltyPointsBreakATie()
{
    QCOMPARE(ranksOf({{90, 20, 5}, {90, 20, 0}}), (QList<int>{2, 1}));
}

void RankingTest::theOrderOfTheRuleIsTheBlocksOwn()
{
    const std::vector<RankingEntry> entries{{90, 30, 5}, {90, 20, 0}};
    QCOMPARE(ranks(entries, {TieBreak::GroupI, TieBreak::Penalty}), (QList<int>{1, 2}));
    QCOMPARE(ranks(entries, {TieBreak::Penalty, TieBreak::GroupI}), (QList<int>{2, 1}));
}

void RankingTest::aVoteLeavesThemTiedAndNothingBehindItDecides()
{
    const std::vector<RankingEntry> entries{{90, 30, 5}, {90, 20, 0}, {80, 0, 0}};
    QCOMPARE(ranks(entries, {TieBreak::Vote, TieBreak::GroupI}), (QList<int>{1, 1, 3}));
}

void RankingTest::aVoteThatWasTakenBreaksTheTieItIsAbout()
{
    QCOMPARE(ranksOf({{.total = 90, .votes = 2}, {.total = 90, .votes = 4}, {.total = 95}}),
             (QList<int>{3, 2, 1}));
    QCOMPARE(ranksOf({{.total = 90, .votes = 2}, {.total = 90, .votes = 4}}, {TieBreak::GroupI}),
             (QList<int>{1, 1})); // the block does not vote on ties
}

void RankingTest::withoutARuleEqualTotalsAreTied()
{
    QCOMPARE(ranksOf({{90, 30, 5}, {90, 20, 0}}, {}), (QList<int>{1, 1}));
}

void RankingTest::theOrderOfTheEntriesDoesNotMatter()
{
    std::vector<RankingEntry> entries{{90, 30, 5}, {90, 30, 5}, {90, 30, 0}, {70, 9, 9}, {95, 0, 0}};
    const QList<int> expected{3, 3, 2, 5, 1};
    std::vector<size_t> order{0, 1, 2, 3, 4};
    do {
        std::vector<RankingEntry> shuffled;
        for (size_t place : order)
            shuffled.push_back(entries[place]);
        const QList<int> given = ranksOf(shuffled);
        for (size_t i = 0; i < order.size(); ++i)
            QCOMPARE(given[qsizetype(i)], expected[qsizetype(order[i])]);
    } while (std::ranges::next_permutation(order).found);
}

QTEST_APPLESS_MAIN(RankingTest)
#include "tst_ranking.moc"
