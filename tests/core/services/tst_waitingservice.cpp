#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;

class WaitingServiceTest : public QObject
{
    Q_OBJECT

private:
    static void score(ServicesFile& file, const RecordId& criterion, qint64 hundredths)
    {
        auto& reports = file.services->reports();
        const auto saved =
            reports.save(reports.newForm(criterion, period)->shown, {{name::scoreSelf, hundredths}});
        Q_ASSERT(saved);
    }

private Q_SLOTS:
    void anEmptyOutboxHasNothingToTell()
    {
        ServicesFile file;
        const auto waiting = file.services->waiting().waiting(10);
        QVERIFY(waiting);
        QVERIFY(waiting->items.isEmpty());
        QCOMPARE(waiting->more, 0);
    }

    void recordsAreCountedAndNamedTheLongestWaitingFirst()
    {
        ServicesFile file;
        const Instant first = file.clock.wall;
        score(file, graded, 4000);
        file.clock.advance(std::chrono::hours(2));
        score(file, second, 2000);
        score(file, graded, 4500);
        const auto waiting = file.services->waiting().waiting(10);
        QCOMPARE(waiting->items.size(), 2);
        QCOMPARE(waiting->items.first().record, reportOf(unitA, graded));
        QCOMPARE(waiting->items.first().subject.label, u"I.2"_s);
        QCOMPARE(waiting->items.first().subject.unitName, u"Phường Bến Thành"_s);
        QCOMPARE(waiting->items.first().edits, 2);
        QCOMPARE(waiting->items.first().since, first);
        QCOMPARE(waiting->items.last().edits, 1);
        QVERIFY(waiting->items.last().since > first);
    }

    void whatIsNotListedIsCounted()
    {
        ServicesFile file;
        score(file, graded, 4000);
        score(file, second, 2000);
        score(file, second, 2500);
        const auto waiting = file.services->waiting().waiting(1);
        QCOMPARE(waiting->items.size(), 1);
        QCOMPARE(waiting->more, 1);
    }

    void whatTheServerAnsweredWaitsNoLonger()
    {
        ServicesFile file;
        score(file, graded, 4000);
        const qint64 seq = file.server->outbox(store::EditState::Pending)->last().edit.seq;
        QVERIFY(file.server->settleReceipts({{seq, 1, {}, ErrorCode::None, {}}}));
        QVERIFY(file.services->waiting().waiting(10)->items.isEmpty());
    }
};

QTEST_GUILESS_MAIN(WaitingServiceTest)
#include "tst_waitingservice.moc"
