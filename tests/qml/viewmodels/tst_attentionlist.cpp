#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::AttentionList;

namespace
{

qint64 refuseOne(SampleApp& sample)
{
    const auto saved = sample.server->save(
        {kind::report, reportOf(unitA, quantity), 0, reportFields(unitA, quantity, 9550, 18000), {}});
    const auto settled =
        sample.server->settleReceipts({{saved->seq, 0, {}, ErrorCode::StateLocked, u"locked"_s}});
    Q_ASSERT(settled);
    return saved->seq;
}

} // namespace

class AttentionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatWasRefusedAndWhy()
    {
        SampleApp sample;
        const qint64 seq = refuseOne(sample);
        QVERIFY(sample.start());
        AttentionList& list = *sample.session().attention();
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(cell(list, 0, "seq").toLongLong(), seq);
        QCOMPARE(cell(list, 0, "title").toString(), u"Criterion I.1 — Phường Bến Thành"_s);
        QVERIFY(cell(list, 0, "fieldsText").toString().contains(u"Result: 95,5 %"_s));
        QVERIFY(cell(list, 0, "fieldsText").toString().contains(u"Self-score: 180"_s));
        QVERIFY(cell(list, 0, "reasonText").toString().contains(u"locked"_s));
        QSignalSpy copied(&list, &AttentionList::copyWanted);
        list.copyText(seq);
        QCOMPARE(copied.count(), 1);
        QVERIFY(copied.first().first().toString().contains(u"95,5 %"_s));
    }

    void sendingAgainOrPuttingAsideEmptiesTheList()
    {
        SampleApp sample;
        const qint64 seq = refuseOne(sample);
        QVERIFY(sample.start());
        AttentionList& list = *sample.session().attention();
        QTRY_COMPARE(list.count(), 1);
        list.sendAgain(seq);
        QTRY_COMPARE(list.count(), 0);
        QCOMPARE(sample.pending().size(), 1);
        const qint64 again = sample.pending().last().edit.seq;
        QVERIFY(sample.server->settleReceipts({{again, 0, {}, ErrorCode::Forbidden, {}}}));
        QTRY_COMPARE(list.count(), 1);
        list.putAside(again);
        QTRY_COMPARE(list.count(), 0);
        QSignalSpy problem(&list, &AttentionList::problem);
        list.sendAgain(777);
        QTRY_COMPARE(problem.count(), 1);
    }

    void theHistoryOfARecordTellsWhoAndWhat()
    {
        SampleApp sample;
        sample.decisions.row(kind::report, reportOf(unitA, graded),
                             reportFields(unitA, graded, Value(), 5000),
                             {.version = 1, .rank = 10, .author = colleague, .at = 1000});
        sample.arrive();
        QVERIFY(sample.start());
        QVERIFY(sample.server->save(
            {kind::report, reportOf(unitA, graded), 1, {{name::note, u"rà soát"_s}}, {}}));
        const std::unique_ptr<viewmodels::HistoryModel> history(
            sample.session().history(reportOf(unitA, graded).toText()));
        QTRY_COMPARE(history->count(), 2);
        QCOMPARE(cell(*history, 0, "whoText").toString(), u"Nguyễn Văn An"_s);
        QCOMPARE(cell(*history, 0, "changesText").toString(), u"Note: rà soát"_s);
        QCOMPARE(cell(*history, 0, "stateText").toString(), u"Waiting to be sent"_s);
        QCOMPARE(cell(*history, 1, "whoText").toString(), u"Trần Thị Bình"_s);
        QCOMPARE(cell(*history, 1, "roleText").toString(), u"Data entry officer"_s);
        QVERIFY(cell(*history, 1, "changesText").toString().contains(u"Self-score: 50"_s));
    }
};

QTEST_GUILESS_MAIN(AttentionListTest)
#include "tst_attentionlist.moc"
