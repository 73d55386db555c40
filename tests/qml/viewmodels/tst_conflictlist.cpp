#include "support/sessiontest.h"

#include <QAbstractItemModelTester>

using namespace thidua;
using namespace thidua::test;
using viewmodels::ConflictList;

namespace
{

const RecordId report = reportOf(unitA, graded);

Instant at(int hour, int minute)
{
    return QDateTime(QDate(2025, 11, 20), QTime(hour, minute)).toMSecsSinceEpoch();
}

// The own 80 of 9:30 against the head's 70 of 9:02.
void headBeatsMe(SampleApp& sample)
{
    const auto saved =
        sample.server->save({kind::report, report, 0, reportFields(unitA, graded, Value(), 8000), {}});
    const auto settled =
        sample.server->settleReceipts({{saved->seq, 2, {u"scoreSelf"_s}, ErrorCode::None, {}}});
    Q_ASSERT(settled);
    sample.decisions
        .row(kind::report, report, reportFields(unitA, graded, Value(), 7000),
             {.version = 3, .rank = 20, .author = head, .at = at(9, 2)})
        .sibling(report, {{name::scoreSelf, 8000}},
                 {.version = 2, .rank = 10, .author = me, .at = at(9, 30), .device = myDevice, .seq = 1});
    sample.arrive();
}

} // namespace

class ConflictListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothValuesAreShownWithPeopleRolesTimesAndTheReason()
    {
        SampleApp sample;
        headBeatsMe(sample);
        QVERIFY(sample.start());
        ConflictList& list = *sample.session().conflicts();
        const QAbstractItemModelTester tester(&list);
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(cell(list, 0, "title").toString(), u"Criterion I.2 — Phường Bến Thành"_s);
        QCOMPARE(cell(list, 0, "fieldText").toString(), u"Self-score"_s);
        QCOMPARE(cell(list, 0, "keptValue").toString(), u"70"_s);
        QCOMPARE(cell(list, 0, "keptBy").toString(), u"Lê Văn Cường"_s);
        QCOMPARE(cell(list, 0, "keptRole").toString(), u"Head of the unit"_s);
        QCOMPARE(cell(list, 0, "keptWhen").toString(), u"09:02 20/11/2025"_s);
        QCOMPARE(cell(list, 0, "lostValue").toString(), u"80"_s);
        QCOMPARE(cell(list, 0, "lostBy").toString(), u"You"_s);
        QCOMPARE(cell(list, 0, "lostWhen").toString(), u"09:30 20/11/2025"_s);
        QCOMPARE(cell(list, 0, "whyText").toString(), u"The value of the higher role stands"_s);
        QVERIFY(cell(list, 0, "mine").toBool());
        QVERIFY(!cell(list, 0, "staleAuthority").toBool());
        QCOMPARE(sample.session().sync()->conflicts(), 1);
    }

    void aNumberIsShownWithItsMeasure()
    {
        SampleApp sample;
        sample.decisions
            .row(kind::report, reportOf(unitA, quantity), reportFields(unitA, quantity, 9550, 100),
                 {.version = 3, .rank = 10, .author = colleague, .at = at(9, 30)})
            .sibling(reportOf(unitA, quantity), {{name::value, 9000}, {name::measure, u"%"_s}},
                     {.version = 2, .rank = 10, .author = head, .at = at(9, 0)});
        sample.arrive();
        QVERIFY(sample.start());
        ConflictList& list = *sample.session().conflicts();
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(cell(list, 0, "fieldText").toString(), u"Result"_s);
        QCOMPARE(cell(list, 0, "keptValue").toString(), u"95,5 %"_s);
        QCOMPARE(cell(list, 0, "lostValue").toString(), u"90 %"_s);
        QCOMPARE(cell(list, 0, "whyText").toString(), u"The later value stands"_s);
        QVERIFY(!cell(list, 0, "mine").toBool());
    }

    void agreeingEndsIt()
    {
        SampleApp sample;
        headBeatsMe(sample);
        QVERIFY(sample.start());
        ConflictList& list = *sample.session().conflicts();
        QTRY_COMPARE(list.count(), 1);
        list.accept(report.toText(), u"scoreSelf"_s);
        QTRY_COMPARE(list.count(), 0);
        QCOMPARE(sample.session().sync()->conflicts(), 0);
        QCOMPARE(sample.pending().last().edit.set.value(name::scoreSelf).toInteger(), 7000);
    }

    void proposingSendsTheOwnValueAgain()
    {
        SampleApp sample;
        headBeatsMe(sample);
        QVERIFY(sample.start());
        ConflictList& list = *sample.session().conflicts();
        QTRY_COMPARE(list.count(), 1);
        list.propose(report.toText(), u"scoreSelf"_s);
        QTRY_COMPARE(list.count(), 0);
        QCOMPARE(sample.pending().last().edit.set.value(name::scoreSelf).toInteger(), 8000);
        QCOMPARE(sample.pending().last().edit.seen, 3);
    }

    void whatCannotBeReadIsSaidAndChangesNothing()
    {
        SampleApp sample;
        headBeatsMe(sample);
        QVERIFY(sample.start());
        ConflictList& list = *sample.session().conflicts();
        QTRY_COMPARE(list.count(), 1);
        QSignalSpy problem(&list, &ConflictList::problem);
        list.settleWith(report.toText(), u"scoreSelf"_s, u"?"_s);
        QTRY_COMPARE(problem.count(), 1);
        QVERIFY(!problem.first().first().toString().isEmpty());
        QCOMPARE(list.count(), 1);
        list.settleWith(report.toText(), u"scoreSelf"_s, u"75"_s);
        QTRY_COMPARE(list.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ConflictListTest)
#include "tst_conflictlist.moc"
