#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::HomeModel;

class HomeModelTest : public QObject
{
    Q_OBJECT

private:
    static QVariantMap due(const HomeModel& home, int row) { return home.due().value(row).toMap(); }

private Q_SLOTS:
    void whatIsDueIsListedInTheOrderOfTheTable()
    {
        SampleApp sample;
        sample.decisions.row(kind::report, reportOf(unitA, graded),
                             reportFields(unitA, graded, Value(), 5000, 1));
        sample.arrive();
        QVERIFY(sample.start());
        const HomeModel& home = *sample.session().home();
        QTRY_VERIFY(!home.loading());
        QCOMPARE(home.unitName(), u"Phường Bến Thành"_s);
        QCOMPARE(home.blockName(), u"Cụm thi đua 1"_s);
        QCOMPARE(home.greeting(), u"Hello, Nguyễn Văn An"_s);
        QCOMPARE(home.periodText(), u"year 2025"_s);
        QCOMPARE(home.totalCount(), 4);
        QCOMPARE(home.submittedCount(), 1);
        QCOMPARE(home.dueCount(), 3);
        QCOMPARE(due(home, 0).value(u"title"_s).toString(), u"Tỷ lệ hài lòng của người dân"_s);
        QCOMPARE(due(home, 0).value(u"group"_s).toString(), u"Criterion I.1"_s);
        QCOMPARE(due(home, 0).value(u"stateText"_s).toString(), u"Not begun"_s);
        QCOMPARE(due(home, 0).value(u"deadlineText"_s).toString(), u"due on 30/11/2025"_s);
        QVERIFY(!due(home, 0).value(u"late"_s).toBool());
    }

    void itFollowsWhatArrivesAndWhatIsSaved()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const HomeModel& home = *sample.session().home();
        QTRY_COMPARE(home.dueCount(), 4);
        Fields returned = reportFields(unitA, graded, Value(), 5000, 1);
        returned.insert({{name::status, u"returned"_s},
                         {name::reason, u"Thiếu minh chứng"_s},
                         {name::reviewedSubmission, 1}});
        sample.decisions.row(kind::report, reportOf(unitA, graded), returned, {.version = 1, .rank = 30});
        sample.arrive();
        QTRY_COMPARE(home.returnedCount(), 1);
        const std::unique_ptr<viewmodels::ReportEditor> editor(
            sample.session().newReport(graded.toText(), period));
        QTRY_VERIFY(!editor->loading());
        editor->setScoreText(u"60"_s);
        editor->submit();
        QTRY_COMPARE(home.submittedCount(), 1);
        QCOMPARE(home.returnedCount(), 0);
    }

    void lateIsSaidAfterTheDay()
    {
        SampleApp sample;
        sample.clock.wall = QDateTime(QDate(2025, 12, 2), QTime(8, 0)).toMSecsSinceEpoch();
        QVERIFY(sample.start());
        const HomeModel& home = *sample.session().home();
        QTRY_COMPARE(home.dueCount(), 4);
        QVERIFY(due(home, 0).value(u"late"_s).toBool());
        QCOMPARE(due(home, 0).value(u"deadlineText"_s).toString(), u"was due on 30/11/2025"_s);
    }

    void aMovementShowsItsPartsAndTheUnitsReports()
    {
        SampleApp sample;
        const RecordId document = idOf("document");
        sample.decisions
            .row(kind::document, document,
                 {{name::type, u"directive"_s},
                  {name::number, u"34-CT/TW"_s},
                  {name::issuedOn, u"2014-04-07"_s},
                  {name::issuer, u"Bộ Chính trị"_s},
                  {name::name, u"Về tiếp tục đổi mới công tác thi đua, khen thưởng"_s}})
            .row(kind::movement, movement,
                 {{name::name, u"Phong trào thi đua yêu nước năm 2025"_s},
                  {name::kind, u"annual"_s},
                  {name::level, u"city"_s},
                  {name::mode, u"regular"_s},
                  {name::startsOn, u"2025-01-01"_s},
                  {name::endsOn, u"2025-12-31"_s},
                  {name::status, u"launched"_s},
                  {name::reason, Value()},
                  {name::legalBasis, Value::List{document}}},
                 {.version = 2})
            .row(kind::target, idOf("target"),
                 {{name::name, u"Tỷ lệ hài lòng"_s},
                  {name::movement, movement},
                  {name::comparator, u"atLeast"_s},
                  {name::threshold, 9500},
                  {name::measure, u"%"_s},
                  {name::baseline, 9250},
                  {name::rank, 12},
                  {name::period, period}});
        sample.arrive();
        QVERIFY(sample.start());
        viewmodels::MovementList& list = *sample.session().movements();
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(cell(list, 0, "periodText").toString(), u"01/01/2025\u00a0–\u00a031/12/2025"_s);
        QCOMPARE(cell(list, 0, "legalBasisText").toString(), u"34-CT/TW"_s);
        QCOMPARE(cell(list, 0, "statusName").toString(), u"launched"_s);
        list.setFilter(u"yeu nuoc 34"_s);
        QCOMPARE(list.count(), 1);
        list.setFilter(u"không có"_s);
        QCOMPARE(list.count(), 0);
        list.setFilter(QString());
        list.setKindFilter(list.kinds().at(2).toMap().value(u"id"_s).toString());
        QCOMPARE(list.count(), 0);
        const std::unique_ptr<viewmodels::MovementModel> model(sample.session().movement(movement.toText()));
        QTRY_COMPARE(model->criteria().size(), 4);
        QCOMPARE(model->legalBasis().first().toMap().value(u"number"_s).toString(), u"Directive 34-CT/TW"_s);
        const QVariantMap target = model->targets().first().toMap();
        QCOMPARE(target.value(u"comparatorText"_s).toString(), u"at least 95 %"_s);
        QCOMPARE(target.value(u"baselineText"_s).toString(), u"before: 92,5 %, rank 12"_s);
        const QVariantMap criterion = model->criteria().first().toMap();
        QCOMPARE(criterion.value(u"maxText"_s).toString(), u"At most 200 points"_s);
        QVERIFY(criterion.value(u"reportId"_s).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(HomeModelTest)
#include "tst_homemodel.moc"
