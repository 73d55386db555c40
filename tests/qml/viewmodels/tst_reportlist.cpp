#include "support/sessiontest.h"

#include <QAbstractItemModelTester>

using namespace thidua;
using namespace thidua::test;
using viewmodels::ReportList;

class ReportListTest : public QObject
{
    Q_OBJECT

private:
    static void fill(SampleApp& sample, int count)
    {
        for (int i = 0; i < count; ++i) {
            Fields fields = reportFields(unitA, i % 2 ? graded : quantity, 100 * i, 100, i % 3 ? 0 : 1);
            fields.insert(name::period, u"%1-Q%2"_s.arg(2000 + i / 8).arg(1 + i % 4));
            sample.decisions.row(kind::report, RecordId::named("many", QByteArray::number(i)), fields);
        }
        sample.arrive();
    }

private Q_SLOTS:
    void rowsAreReadyToBeShown()
    {
        SampleApp sample;
        sample.decisions.row(kind::report, reportOf(unitA, quantity),
                             reportFields(unitA, quantity, 9550, 18000));
        sample.arrive();
        QVERIFY(sample.start());
        ReportList& list = *sample.session().reports();
        const QAbstractItemModelTester tester(&list);
        QTRY_VERIFY(!list.loading());
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(cell(list, 0, "id").toString(), reportOf(unitA, quantity).toText());
        QCOMPARE(cell(list, 0, "title").toString(), u"Tỷ lệ hài lòng của người dân"_s);
        QCOMPARE(cell(list, 0, "group").toString(), u"Criterion I.1"_s);
        QCOMPARE(cell(list, 0, "unitName").toString(), u"Phường Bến Thành"_s);
        QCOMPARE(cell(list, 0, "valueText").toString(), u"95,5 %"_s);
        QCOMPARE(cell(list, 0, "scoreText").toString(), u"180 points"_s);
        QCOMPARE(cell(list, 0, "stateName").toString(), u"draft"_s);
        QVERIFY(!cell(list, 0, "pending").toBool());
        QVERIFY(!cell(list, 0, "late").toBool());
        QCOMPARE(list.periods().size(), 2);
        QCOMPARE(list.states().size(), 7);
    }

    void aLongListArrivesCompleteAndCanBeNarrowed()
    {
        SampleApp sample;
        fill(sample, 10'000);
        QVERIFY(sample.start());
        ReportList& list = *sample.session().reports();
        QTRY_VERIFY_WITH_TIMEOUT(!list.loading() && list.count() == 10'000, 30'000);
        list.setFilter(u"hai long"_s);
        QTRY_COMPARE(list.count(), 5'000);
        list.setStateFilter(u"submitted"_s);
        QTRY_COMPARE(list.count(), 1'667);
        list.setFilter(QString());
        list.setStateFilter(QString());
        list.setPeriod(u"2000-Q1"_s);
        QTRY_COMPARE(list.count(), 2);
        list.setPeriod(QString());
        list.setUnitFilter(unitB.toText());
        QTRY_COMPARE(list.count(), 0);
    }

    void oneChangeTouchesOneRow()
    {
        SampleApp sample;
        fill(sample, 200);
        QVERIFY(sample.start());
        ReportList& list = *sample.session().reports();
        QTRY_VERIFY(!list.loading() && list.count() == 200);
        QSignalSpy inserted(&list, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&list, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        QVERIFY(sample.server->save(
            {kind::report, RecordId::named("many", "7"), 1, {{name::scoreSelf, 4200}}, {}}));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(inserted.count() + removed.count(), 0);
        const int row = changed.first()[0].toModelIndex().row();
        QCOMPARE(changed.first()[1].toModelIndex().row(), row);
        QCOMPARE(cell(list, row, "scoreText").toString(), u"42 points"_s);
        QVERIFY(cell(list, row, "pending").toBool());
    }
};

QTEST_GUILESS_MAIN(ReportListTest)
#include "tst_reportlist.moc"
