#include "domain/names.h"
#include "domain/scoring.h"

#include <QTest>

#include <limits>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

Fields reportIn(const QString& state)
{
    Fields report{{name::submission, state == u"draft"_s ? 0 : 1}};
    if (state != u"draft"_s && state != u"submitted"_s) {
        report.insert(name::status, state);
        report.insert(name::reviewedSubmission, 1);
    }
    return report;
}

Criterion criterionOf(std::optional<qint64> maxPoints)
{
    Criterion criterion;
    criterion.maxPoints = maxPoints;
    return criterion;
}

ScoreTable tableWith(std::optional<qint64> bonusCap, std::optional<qint64> penaltyCap)
{
    ScoreTable table;
    table.bonusCap = bonusCap;
    table.penaltyCap = penaltyCap;
    return table;
}

Points pointsOf(qint64 base, qint64 bonus, qint64 penalty, const ScoreTable& table = {})
{
    Points points;
    points.add(CriterionKind::Base, base);
    points.add(CriterionKind::Bonus, bonus);
    points.add(CriterionKind::Penalty, penalty);
    points.applyCaps(table);
    return points;
}

} // namespace

class ScoringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHighestStageCounts();
    void aReportWithoutScoreIsReportedWithNoPoints();
    void draftsAndReturnedReportsDoNotCount_data();
    void draftsAndReturnedReportsDoNotCount();
    void anAnsweredReturnCountsAgain();
    void pointsStayBetweenNothingAndTheMaximum_data();
    void pointsStayBetweenNothingAndTheMaximum();
    void enteredPointsAreCheckedNotBent();
    void ninetySevenAndTenAreOneHundredAndSeven();
    void penaltiesSubtract();
    void capsLimitBonusAndPenalty();
    void aTotalMayFallBelowNothing();
    void sumsStopAtTheEndsOfTheRange();
};

void ScoringTest::theHighestStageCounts()
{
    Fields report = reportIn(u"submitted"_s);
    report.insert(name::scoreSelf, 1000);
    QCOMPARE(scoredReport({}, report).stage, ScoreStage::Self);
    QCOMPARE(scoredReport({}, report).points, 1000);
    report.insert(name::scoreAppraisal, 800);
    QCOMPARE(scoredReport({}, report).stage, ScoreStage::Appraisal);
    QCOMPARE(scoredReport({}, report).points, 800);
    report.insert(name::scoreCouncil, 0); // nothing, but given
    QCOMPARE(scoredReport({}, report).stage, ScoreStage::Council);
    QCOMPARE(scoredReport({}, report).points, 0);
    report.insert(name::scoreCouncil, {});
    QCOMPARE(scoredReport({}, report).points, 800);
}

void ScoringTest::aReportWithoutScoreIsReportedWithNoPoints()
{
    const ScoredReport scored = scoredReport({}, reportIn(u"submitted"_s));
    QVERIFY(scored.counts());
    QCOMPARE(scored.stage, ScoreStage::None);
    QCOMPARE(scored.points, 0);
}

void ScoringTest::draftsAndReturnedReportsDoNotCount_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("counts");
    QTest::newRow("draft") << u"draft"_s << false;
    QTest::newRow("submitted") << u"submitted"_s << true;
    QTest::newRow("returned") << u"returned"_s << false;
    QTest::newRow("appraised") << u"appraised"_s << true;
    QTest::newRow("decided") << u"decided"_s << true;
    QTest::newRow("published") << u"published"_s << true;
}

void ScoringTest::draftsAndReturnedReportsDoNotCount()
{
    QFETCH(QString, state);
    QFETCH(bool, counts);
    QCOMPARE(scoredReport({}, reportIn(state)).counts(), counts);
}

void ScoringTest::anAnsweredReturnCountsAgain()
{
    Fields report = reportIn(u"returned"_s);
    report.insert(name::submission, 2);
    QVERIFY(scoredReport({}, report).counts());
}

void ScoringTest::pointsStayBetweenNothingAndTheMaximum_data()
{
    QTest::addColumn<qint64>("maxPoints"); // -1: unlimited
    QTest::addColumn<qint64>("given");
    QTest::addColumn<qint64>("counted");
    QTest::newRow("below") << qint64(5000) << qint64(4999) << qint64(4999);
    QTest::newRow("at") << qint64(5000) << qint64(5000) << qint64(5000);
    QTest::newRow("above") << qint64(5000) << qint64(5001) << qint64(5000);
    QTest::newRow("negative") << qint64(5000) << qint64(-1) << qint64(0);
    QTest::newRow("unlimited") << qint64(-1) << qint64(999999) << qint64(999999);
    QTest::newRow("unlimited, negative") << qint64(-1) << qint64(-5) << qint64(0);
    QTest::newRow("maximum nothing") << qint64(0) << qint64(5) << qint64(0);
    QTest::newRow("greatest") << qint64(5000) << most << qint64(5000);
    QTest::newRow("least") << qint64(5000) << least << qint64(0);
}

void ScoringTest::pointsStayBetweenNothingAndTheMaximum()
{
    QFETCH(qint64, maxPoints);
    QFETCH(qint64, given);
    QFETCH(qint64, counted);
    const auto criterion = criterionOf(maxPoints < 0 ? std::nullopt : std::optional(maxPoints));
    QCOMPARE(cappedPoints(criterion, given), counted);
}

void ScoringTest::enteredPointsAreCheckedNotBent()
{
    QVERIFY(checkPoints(criterionOf(5000), 5000).ok());
    QVERIFY(checkPoints(criterionOf(5000), 0).ok());
    QCOMPARE(checkPoints(criterionOf(5000), 5001).error().code, ErrorCode::InvalidValue);
    QCOMPARE(checkPoints(criterionOf(5000), -1).error().code, ErrorCode::InvalidValue);
    // A nonsensical maximum lets nothing through.
    QCOMPARE(checkPoints(criterionOf(-100), 1).error().code, ErrorCode::InvalidValue);
}

void ScoringTest::ninetySevenAndTenAreOneHundredAndSeven()
{
    // The city's sheet of 2008: 100 points at most, and 10 more for a flag.
    QCOMPARE(pointsOf(9700, 1000, 0).total(), 10700);
}

void ScoringTest::penaltiesSubtract()
{
    QCOMPARE(pointsOf(9000, 500, 250).total(), 9250);
    QCOMPARE(pointsOf(9000, 500, 250).penalty, 250);
}

void ScoringTest::capsLimitBonusAndPenalty()
{
    const Points capped = pointsOf(9000, 6000, 3000, tableWith(5000, 2000));
    QCOMPARE(capped, (Points{9000, 5000, 2000}));
    QCOMPARE(capped.total(), 12000);
    QCOMPARE(pointsOf(9000, 4000, 1000, tableWith(5000, 2000)), (Points{9000, 4000, 1000}));
    QCOMPARE(pointsOf(9000, 6000, 3000, tableWith(0, 0)), (Points{9000, 0, 0}));
    QCOMPARE(pointsOf(9000, 6000, 3000, tableWith({}, {})), (Points{9000, 6000, 3000}));
}

void ScoringTest::aTotalMayFallBelowNothing()
{
    QCOMPARE(pointsOf(100, 0, 300).total(), -200);
}

void ScoringTest::sumsStopAtTheEndsOfTheRange()
{
    QCOMPARE(sumOf(most, 1), most);
    QCOMPARE(sumOf(least, -1), least);
    QCOMPARE(sumOf(most, least), -1);
    QCOMPARE(differenceOf(least, 1), least);
    QCOMPARE(differenceOf(most, -1), most);
    Points points = pointsOf(most, most, 0);
    points.add(CriterionKind::Base, most);
    QCOMPARE(points.total(), most);
    QCOMPARE(pointsOf(0, 0, most).total(), -most);
}

QTEST_APPLESS_MAIN(ScoringTest)
#include "tst_scoring.moc"
