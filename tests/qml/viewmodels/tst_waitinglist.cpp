#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::WaitingList;

namespace
{

qint64 enter(SampleApp& sample, const RecordId& criterion, qint64 score)
{
    const auto saved = sample.server->save(
        {kind::report, reportOf(unitA, criterion), 0, reportFields(unitA, criterion, 9550, score), {}});
    Q_ASSERT(saved);
    return saved->seq;
}

} // namespace

class WaitingListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreNamedTheLongestWaitingFirst()
    {
        SampleApp sample;
        enter(sample, quantity, 18000);
        sample.clock.advance(std::chrono::minutes(5));
        enter(sample, graded, 4000);
        enter(sample, quantity, 19000);
        QVERIFY(sample.start());
        WaitingList& list = *sample.session().waiting();
        QTRY_COMPARE(list.count(), 2);
        QCOMPARE(cell(list, 0, "title").toString(), u"Criterion I.1 — Phường Bến Thành"_s);
        QCOMPARE(cell(list, 0, "detail").toString(),
                 u"2 changes, the first one 10:42 · Tỷ lệ hài lòng của người dân"_s);
        QCOMPARE(cell(list, 1, "detail").toString(), u"Entered 10:47 · Quán triệt Chỉ thị 34-CT/TW"_s);
        QVERIFY(list.moreText().isEmpty());
    }

    void whatTheServerAnsweredLeavesTheList()
    {
        SampleApp sample;
        const qint64 seq = enter(sample, quantity, 18000);
        QVERIFY(sample.start());
        WaitingList& list = *sample.session().waiting();
        QTRY_COMPARE(list.count(), 1);
        QVERIFY(sample.server->settleReceipts({{seq, 1, {}, ErrorCode::None, {}}}));
        QTRY_COMPARE(list.count(), 0);
    }

    void aRowAgesAfterADay()
    {
        SampleApp sample;
        enter(sample, quantity, 18000);
        QVERIFY(sample.start());
        WaitingList& list = *sample.session().waiting();
        QTRY_COMPARE(list.count(), 1);
        sample.clock.advance(std::chrono::hours(24));
        QVERIFY(!cell(list, 0, "ageing").toBool());
        sample.clock.advance(std::chrono::minutes(1));
        QVERIFY(cell(list, 0, "ageing").toBool());
    }

    void aWrongClockAgesNothing()
    {
        SampleApp sample;
        const qint64 yearAhead = -365LL * 24 * 3'600'000; // ms, server minus device
        QVERIFY(sample.server->setFact(u"clockOffset"_s, QString::number(yearAhead)));
        enter(sample, quantity, 18000);
        QVERIFY(sample.start());
        WaitingList& list = *sample.session().waiting();
        QTRY_COMPARE(list.count(), 1);
        QVERIFY(!cell(list, 0, "ageing").toBool());
        sample.clock.advance(std::chrono::hours(25));
        QVERIFY(cell(list, 0, "ageing").toBool());
    }

    void moreThanCanBeLookedOverIsCounted()
    {
        SampleApp sample;
        for (int i = 0; i < WaitingList::listed + 2; ++i) {
            const QByteArray name = "work " + QByteArray::number(i);
            const auto saved = sample.server->save({u"futureKind"_s,
                                                    idOf(name.constData()),
                                                    0,
                                                    {{name::unit, unitA}, {name::note, u"ghi chú"_s}},
                                                    {}});
            QVERIFY(saved);
        }
        QVERIFY(sample.start());
        WaitingList& list = *sample.session().waiting();
        QTRY_COMPARE(list.count(), WaitingList::listed);
        QCOMPARE(list.moreText(), u"and 2 more records"_s);
        QVERIFY(!cell(list, 0, "title").toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(WaitingListTest)
#include "tst_waitinglist.moc"
