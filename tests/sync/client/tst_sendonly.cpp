#include "sync/client/enginefixture.h"

#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using test::EngineFixture;

// Sending without fetching, and what is said of it.
class tst_SendOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync.info=false"_s); }

    void whatWaitsIsSentAndNothingIsFetched()
    {
        EngineFixture f;
        f.startAndSettle();
        const auto pulls = f.transport.count("/v1/pull");
        const Instant fetchedAt = f.last.lastFetchedAt;
        f.clock.advance(std::chrono::minutes(3));
        f.server.write(RecordId::named("test", "theirs"), u"theirs"_s);
        f.save(u"mine"_s);
        f.engine->sendOnly();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::Sent);
        QCOMPARE(f.pending(), 0);
        QCOMPARE(f.transport.count("/v1/pull"), pulls);
        QCOMPARE(f.last.lastFetchedAt, fetchedAt);
        QVERIFY(f.last.safeToHandIn()); // receipts cover the whole outbox
        // Never mistaken for knowing what others did.
        QVERIFY(f.last.lastCompleteAt < f.clock.wall);
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.last.lastFetchedAt, f.clock.wall);
    }

    void itIsPossibleWhileWorkingOfflineAndDoesNotEndThat()
    {
        EngineFixture f;
        f.startAndSettle();
        f.engine->setOffline(true);
        f.save(u"mine"_s);
        f.engine->localChange();
        f.engine->sendOnly();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::Sent);
        QCOMPARE(f.pending(), 0);
        QVERIFY(!f.scheduler.next());
        f.save(u"another"_s);
        f.engine->localChange();
        QCOMPARE(f.phase(), Phase::Waiting);
        QVERIFY(!f.last.safeToHandIn());
        QVERIFY(!f.scheduler.next());
    }

    void aHintAtOnesOwnEditsFetchesNothing()
    {
        EngineFixture f;
        f.startAndSettle();
        const auto pulls = f.transport.count("/v1/pull");
        f.save(u"mine"_s);
        f.engine->sendOnly();
        f.transport.settle();
        f.transport.say(f.server.hint());
        f.scheduler.fireUntil(f.clock.steady + 2 * tuning::hintSpread);
        f.transport.settle();
        QCOMPARE(f.transport.count("/v1/pull"), pulls);
        QCOMPARE(f.phase(), Phase::Sent);
    }

    void withoutAServerNothingIsCalledSent()
    {
        EngineFixture f;
        f.startAndSettle();
        f.save(u"mine"_s);
        f.server.before = [](const HttpRequest&) { return std::optional(test::failure(ErrorCode::Offline)); };
        f.engine->sendOnly();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::Unknown);
        QCOMPARE(f.last.pendingRecords, 1);
        QVERIFY(!f.phases.contains(Phase::Sent));
        // The next cycle is a whole one again.
        f.server.before = {};
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void receiptsAreCountedAndSurviveARestart()
    {
        EngineFixture f;
        f.startAndSettle();
        QCOMPARE(f.last.lastReceipts, 0);
        for (int i = 0; i < 3; ++i)
            f.save(QString::number(i));
        f.server.refuse = {2}; // an answer, but no confirmation
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.last.lastReceipts, 2);
        QCOMPARE(f.last.lastReceiptAt, f.clock.wall);
        const Instant when = f.clock.wall;
        f.clock.advance(std::chrono::minutes(3));
        f.engine->syncNow(); // with nothing to send the last receipts stand
        f.transport.settle();
        f.makeEngine();
        f.engine->start("token");
        QCOMPARE(f.last.lastReceipts, 2);
        QCOMPARE(f.last.lastReceiptAt, when);
        QCOMPARE(f.last.lastFetchedAt, f.clock.wall);
    }

    void factsOfAnEarlierVersionAreRead()
    {
        EngineFixture f;
        QVERIFY(f.store->setFact(u"syncStatus"_s, u"11 12 13 14"_s));
        f.server.before = [](const HttpRequest&) { return std::optional(test::failure(ErrorCode::Offline)); };
        f.startAndSettle();
        QCOMPARE(f.last.lastCompleteAt, 11);
        QCOMPARE(f.last.lastReceipts, 0);
    }
};

QTEST_GUILESS_MAIN(tst_SendOnly)
#include "tst_sendonly.moc"
