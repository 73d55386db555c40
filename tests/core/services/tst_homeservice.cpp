#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::ReportState;

class HomeServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfTheTableIsDueUntilItIsSubmitted()
    {
        ServicesFile file;
        Fields returned = reportFields(unitA, graded, Value(), 5000, 1);
        returned.insert({{name::status, u"returned"_s},
                         {name::reason, u"Thiếu minh chứng"_s},
                         {name::reviewedSubmission, 1}});
        file.decisions.row(kind::report, reportOf(unitA, graded), returned)
            .row(kind::report, reportOf(unitA, second), reportFields(unitA, second, Value(), 5000, 1))
            .row(kind::report, reportOf(unitB, quantity), reportFields(unitB, quantity, 1, 5000, 1));
        file.arrive();
        const auto summary = file.services->home().summary();
        QVERIFY(summary);
        QCOMPARE(summary->unitName, u"Phường Bến Thành"_s);
        QCOMPARE(summary->blockName, u"Cụm thi đua 1"_s);
        QCOMPARE(summary->period, period);
        QCOMPARE(summary->lines.size(), 4);
        QVERIFY(summary->lines[0].report.isNull());
        QCOMPARE(summary->lines[1].state, ReportState::Returned);
        QVERIFY(summary->lines[1].isOpen());
        QCOMPARE(summary->lines[2].state, ReportState::Submitted);
        QVERIFY(!summary->lines[2].isOpen());
        QCOMPARE(summary->lines[2].points, 5000);
        QVERIFY(!summary->late);
    }

    void whoeverLeadsABlockSeesItAsAWhole()
    {
        ServicesFile file(leadOf(block));
        QVERIFY(file.services->home().summary());
        domain::Standing made;
        made.id = domain::Standing::idOf(block, period);
        made.block = block;
        made.period = period;
        made.asOf = 1'000;
        for (const RecordId& unit : {unitA, unitB, unitC}) {
            domain::StandingRow row;
            row.unit = unit;
            row.rank = unit == unitA ? 1 : 0;
            row.reported = unit == unitA ? 1 : 0;
            row.expected = 4;
            made.rows.append(row);
        }
        file.decisions.row(kind::standing, made.id, made.toFields());
        file.arrive();
        const auto summary = file.services->home().summary();
        QVERIFY(summary);
        QCOMPARE(summary->overviewName, u"Cụm thi đua 1"_s);
        QVERIFY(summary->overview.has_value());
        QCOMPARE(summary->overview->standing.reported(), 1);
        QCOMPARE(summary->overview->standing.expected(), 3);
        QCOMPARE(summary->overview->unitNames.value(unitB), u"Phường Đông Hưng Thuận"_s);
    }

    void whoWorksForAUnitSeesTheUnit()
    {
        ServicesFile file;
        QVERIFY(!file.services->home().summary()->overview.has_value());
    }

    void lateMeansAfterTheDay()
    {
        ServicesFile file;
        file.clock.wall = QDateTime(QDate(2025, 11, 30), QTime(12, 0)).toMSecsSinceEpoch();
        QVERIFY(!file.services->home().summary()->late);
        file.clock.wall = QDateTime(QDate(2025, 12, 1), QTime(12, 0)).toMSecsSinceEpoch();
        QVERIFY(file.services->home().summary()->late);
    }

    void aReportUnderAnotherIdIsFoundToo()
    {
        ServicesFile file;
        file.decisions.row(kind::report, idOf("entered by hand"),
                           reportFields(unitA, graded, Value(), 100, 1));
        file.arrive();
        QCOMPARE(file.services->home().summary()->lines[1].report, idOf("entered by hand"));
    }

    void anUnfinishedFormShows()
    {
        ServicesFile file;
        auto& reports = file.services->reports();
        QVERIFY(reports.keepDraft(reports.newForm(second, period)->shown, {{name::note, u"x"_s}}));
        const auto summary = file.services->home().summary();
        QVERIFY(summary->lines[2].draftKept);
        QVERIFY(!summary->lines[1].draftKept);
    }

    void somebodyWithoutAUnitHasNothingDue()
    {
        ServicesFile file(leadOf(block));
        const auto summary = file.services->home().summary();
        QVERIFY(summary->lines.isEmpty());
        QCOMPARE(summary->blockName, u"Cụm thi đua 1"_s);
    }

    void aMovementListsItsCriteriaWithTheUnitsReports()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, graded),
                           reportFields(unitA, graded, Value(), 5000, 1));
        file.arrive();
        const auto sheet = file.services->movements().sheet(movement);
        QCOMPARE(sheet->criteria.size(), 4);
        QCOMPARE(sheet->criteria[1].report, reportOf(unitA, graded));
        QCOMPARE(file.services->movements().all()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(HomeServiceTest)
#include "tst_homeservice.moc"
