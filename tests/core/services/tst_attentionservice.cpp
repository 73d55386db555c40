#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;

class AttentionServiceTest : public QObject
{
    Q_OBJECT

private:
    static qint64 refuseOne(ServicesFile& file)
    {
        auto& reports = file.services->reports();
        const auto saved = reports.save(reports.newForm(graded, period)->shown, {{name::scoreSelf, 4000}});
        Q_ASSERT(saved);
        const qint64 seq = file.server->outbox(store::EditState::Pending)->last().edit.seq;
        const auto settled = file.server->settleReceipts({{seq, 0, {}, ErrorCode::Forbidden, u"no grant"_s}});
        Q_ASSERT(settled);
        return seq;
    }

private Q_SLOTS:
    void aRefusedEditKeepsItsContentAndItsReason()
    {
        ServicesFile file;
        const qint64 seq = refuseOne(file);
        const auto items = file.services->attention().items();
        QCOMPARE(items->size(), 1);
        QCOMPARE(items->first().seq, seq);
        QCOMPARE(items->first().code, ErrorCode::Forbidden);
        QCOMPARE(items->first().subject.label, u"I.2"_s);
        QCOMPARE(items->first().subject.unitName, u"Phường Bến Thành"_s);
        const auto& values = items->first().values;
        const auto score = std::ranges::find(values, u"scoreSelf"_s, &services::NamedValue::field);
        QVERIFY(score != values.end());
        QCOMPARE(score->value.toInteger(), 4000);
        const auto unit = std::ranges::find(values, u"unit"_s, &services::NamedValue::field);
        QCOMPARE(unit->refersTo, u"Phường Bến Thành"_s);
    }

    void itIsSentAgainOrPutAsideAndNeverLost()
    {
        ServicesFile file;
        const qint64 seq = refuseOne(file);
        QVERIFY(file.services->attention().sendAgain(seq));
        QCOMPARE(file.services->attention().items()->size(), 0);
        QCOMPARE(file.server->counts()->pendingRecords, 1);
        const qint64 again = file.server->outbox(store::EditState::Pending)->last().edit.seq;
        QVERIFY(file.server->settleReceipts({{again, 0, {}, ErrorCode::Forbidden, {}}}));
        QVERIFY(file.services->attention().putAside(again));
        QCOMPARE(file.services->attention().items()->size(), 0);
        QCOMPARE(file.services->attention().sendAgain(999).error().code, ErrorCode::NotFound);
    }

    void theHistoryNamesPeopleAndValues()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 5000),
                           {.version = 1, .rank = 10, .author = colleague, .at = 1000});
        file.arrive();
        auto& reports = file.services->reports();
        QVERIFY(reports.save(reports.form(reportOf(unitA, graded))->shown, {{name::scoreSelf, 6000}}));
        const auto history = file.services->history().of(reportOf(unitA, graded));
        QCOMPARE(history->subject.label, u"I.2"_s);
        QCOMPARE(history->items.size(), 2);
        QCOMPARE(history->items[0].authorName, u"Nguyễn Văn An"_s);
        QVERIFY(history->items[0].ownDevice);
        QCOMPARE(history->items[0].state, store::EditState::Pending);
        QCOMPARE(history->items[1].authorName, u"Trần Thị Bình"_s);
    }
};

QTEST_GUILESS_MAIN(AttentionServiceTest)
#include "tst_attentionservice.moc"
