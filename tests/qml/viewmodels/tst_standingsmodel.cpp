#include "support/sessiontest.h"

#include "domain/standing.h"

#include <QAbstractItemModelTester>

using namespace thidua;
using namespace thidua::test;
using domain::Standing;
using viewmodels::StandingsModel;

namespace
{

domain::StandingRow rowFor(const RecordId& unit, int rank, int before, qint64 base, qint64 bonusPoints,
                           qint64 penalty)
{
    domain::StandingRow row;
    row.unit = unit;
    row.rank = rank;
    row.previousRank = before;
    row.groupPoints = {base, 0};
    row.points = {base, bonusPoints, penalty};
    row.reported = rank > 0 ? 1 : 0;
    row.expected = 3;
    return row;
}

Standing standing(const RecordId& about)
{
    Standing table;
    table.id = Standing::idOf(about, period);
    table.block = about;
    table.scoreTable = scoreTable;
    table.period = period;
    table.asOf = QDateTime(QDate(2025, 11, 20), QTime(9, 5)).toMSecsSinceEpoch();
    table.groups = {u"I"_s, u"II"_s};
    table.rows = {rowFor(unitB, 1, 2, 10000, 5000, 0), rowFor(unitA, 2, 1, 9000, 0, 200),
                  rowFor(unitC, 0, 0, 0, 0, 0)};
    return table;
}

} // namespace

class StandingsModelTest : public QObject
{
    Q_OBJECT

private:
    static void arrive(SampleApp& sample, const Standing& table)
    {
        sample.decisions.row(kind::standing, table.id, table.toFields());
        sample.arrive();
    }

private Q_SLOTS:
    void theTableSaysWhenItIsFromAndHowComplete()
    {
        SampleApp sample;
        arrive(sample, standing(block));
        QVERIFY(sample.start());
        StandingsModel& model = *sample.session().standings();
        const QAbstractItemModelTester tester(model.rows());
        QTRY_VERIFY(model.hasStanding());
        QCOMPARE(model.title(), u"Cụm thi đua 1, year 2025"_s);
        QCOMPARE(model.asOfText(), u"As of 09:05 on 20/11/2025"_s);
        QCOMPARE(model.completenessText(), u"2 of 3 units have reported"_s);
        QVERIFY(model.provisional());
        QCOMPARE(model.groups(), (QStringList{u"I"_s, u"II"_s}));
        const auto& rows = *model.rows();
        QCOMPARE(rows.count(), 3);
        QCOMPARE(cell(rows, 0, "rank").toInt(), 1);
        QCOMPARE(cell(rows, 0, "rankChange").toInt(), 1);
        QCOMPARE(cell(rows, 0, "unitName").toString(), u"Phường Đông Hưng Thuận"_s);
        QVERIFY(cell(rows, 0, "isLeader").toBool());
        QCOMPARE(cell(rows, 0, "totalText").toString(), u"150"_s);
        QCOMPARE(cell(rows, 0, "bonusText").toString(), u"+50"_s);
        QCOMPARE(cell(rows, 0, "basePart").toDouble() + cell(rows, 0, "bonusPart").toDouble(), 1.0);
        QCOMPARE(cell(rows, 1, "rankChange").toInt(), -1);
        QVERIFY(cell(rows, 1, "isMine").toBool());
        QCOMPARE(cell(rows, 1, "penaltyText").toString(), u"−2"_s);
        QCOMPARE(cell(rows, 1, "groupTexts").toStringList(), (QStringList{u"90"_s, u"0"_s}));
        QCOMPARE(cell(rows, 1, "reportedText").toString(), u"1 of 3 criteria reported"_s);
        QCOMPARE(cell(rows, 2, "rankChange").toInt(), 0);
        QCOMPARE(model.myUnitRow(), 1);
        QCOMPARE(model.myUnitText(), u"Your unit: rank 2, 88 points"_s);
    }

    void ownUnsentReportsCountAndAreSaid()
    {
        SampleApp sample;
        arrive(sample, standing(block));
        QVERIFY(sample.start());
        StandingsModel& model = *sample.session().standings();
        QTRY_VERIFY(model.hasStanding());
        const std::unique_ptr<viewmodels::ReportEditor> editor(
            sample.session().newReport(graded.toText(), period));
        QTRY_VERIFY(!editor->loading());
        editor->setScoreText(u"100"_s);
        editor->submit();
        QTRY_VERIFY(model.completenessText().contains(u"includes 1 record of yours"_s));
        // By hand: the own unit has this report alone, 100 points, against 150 of unit B.
        QCOMPARE(cell(*model.rows(), 1, "totalText").toString(), u"100"_s);
        QCOMPARE(model.myUnitRow(), 1);
        QVERIFY(model.provisional());
    }

    void anotherBlockAndPeriodCanBeChosen()
    {
        SampleApp sample;
        arrive(sample, standing(block));
        Standing city = standing({});
        city.scoreTable = {};
        city.rows.removeLast();
        arrive(sample, city);
        Standing older = standing(block);
        older.period = u"2024"_s;
        older.id = Standing::idOf(block, older.period);
        older.status = domain::StandingStatus::Published;
        arrive(sample, older);
        QVERIFY(sample.start());
        StandingsModel& model = *sample.session().standings();
        QTRY_COMPARE(model.blocks().size(), 2);
        QCOMPARE(model.blockId(), block.toText());
        QCOMPARE(model.periods().size(), 2);
        model.setPeriod(u"2024"_s);
        QTRY_COMPARE(model.statusText(), u"Published"_s);
        model.setBlockId(u"city"_s);
        QTRY_COMPARE(model.rows()->count(), 2);
        QCOMPARE(model.title(), u"Whole city, year 2025"_s);
        // Two choices in a row: the last one stands.
        model.setBlockId(block.toText());
        model.setPeriod(u"2024"_s);
        QTRY_COMPARE(model.title(), u"Cụm thi đua 1, year 2024"_s);
    }

    void withoutAnyTableNothingIsInvented()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        StandingsModel& model = *sample.session().standings();
        QTRY_VERIFY(!model.loading());
        QVERIFY(!model.hasStanding());
        QVERIFY(model.asOfText().isEmpty());
        QVERIFY(model.completenessText().isEmpty());
        QVERIFY(model.errorText().isEmpty());
        QCOMPARE(model.rows()->count(), 0);
    }
};

QTEST_GUILESS_MAIN(StandingsModelTest)
#include "tst_standingsmodel.moc"
