#include "sync/client/enginefixture.h"

#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using test::EngineFixture;

class tst_Hints : public QObject
{
    Q_OBJECT

private:
    // A device that is up to date and hears the server.
    static void listen(EngineFixture& f)
    {
        f.startAndSettle();
        f.transport.say(":\n\n");
        pass(f);
        f.transport.requests.clear();
    }
    // Lets the time pass in which hints are followed.
    static void pass(EngineFixture& f)
    {
        f.scheduler.fireUntil(f.clock.steady + tuning::hintSpread);
        f.transport.settle();
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync*=false"_s); }

    void theStreamIsOpenedWhenTheDeviceIsUpToDate()
    {
        EngineFixture f;
        f.engine->start("token");
        QVERIFY(f.transport.streams.isEmpty());
        f.transport.settle();
        QCOMPARE(f.transport.streams.size(), 1);
        QVERIFY(f.transport.streams.first().headers.contains({"Authorization", "Bearer token"}));
    }

    void anOpenedStreamIsAReasonToPullOnce()
    {
        EngineFixture f;
        f.startAndSettle();
        f.server.write(RecordId::named("test", "r"), u"between"_s);
        f.transport.say(":\n\n");
        pass(f);
        QCOMPARE(*f.store->count(u"report"_s), 1);
        const auto asked = f.transport.requests.size();
        f.transport.say(":\n\n");
        pass(f);
        QCOMPARE(f.transport.requests.size(), asked);
        QVERIFY(*f.scheduler.next() > tuning::poll);
    }

    void aHintBringsTheChange()
    {
        EngineFixture f;
        listen(f);
        f.server.write(RecordId::named("test", "r"), u"new"_s);
        f.transport.say(f.server.hint().first(20)); // as it comes: in pieces
        f.transport.say(f.server.hint().sliced(20));
        pass(f);
        QCOMPARE(*f.store->count(u"report"_s), 1);
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void aHintAtOnesOwnEditCostsNothing()
    {
        EngineFixture f;
        listen(f);
        f.save(u"mine"_s);
        f.engine->syncNow();
        f.transport.settle();
        f.transport.requests.clear();
        f.transport.say(f.server.hint());
        pass(f);
        QCOMPARE(f.transport.requests.size(), 0);
    }

    void manyHintsAreOnePull()
    {
        EngineFixture f;
        listen(f);
        for (int i = 0; i < 50; ++i) {
            f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
            f.transport.say(f.server.hint());
        }
        pass(f);
        QCOMPARE(f.transport.count("/v1/pull"), 1);
        QCOMPARE(*f.store->count(u"report"_s), 50);
    }

    void aHintDuringAPullIsNotForgotten()
    {
        EngineFixture f;
        listen(f);
        f.engine->syncNow();
        f.transport.deliver();
        f.server.write(RecordId::named("test", "r"), u"late"_s);
        f.transport.say(f.server.hint());
        f.transport.settle();
        pass(f);
        QCOMPARE(*f.store->count(u"report"_s), 1);
    }

    // Found by the simulation: a restored server counts from lower revisions again, and every device would
    // have asked four times a second until they had grown past the last hint.
    void aHintOfTheLifeBeforeARestoreIsFollowedOnce()
    {
        EngineFixture f;
        listen(f);
        const auto now = std::exchange(f.server.rev, 100);
        const QByteArray before = f.server.hint();
        f.server.rev = now;
        f.transport.say(before);
        for (int i = 0; i < 5; ++i)
            pass(f);
        QCOMPARE(f.transport.count("/v1/pull"), 1);
        QVERIFY(*f.scheduler.next() > tuning::poll);
    }

    void aLostStreamIsOpenedAgainAndNobodyHammers()
    {
        EngineFixture f;
        listen(f);
        f.transport.endStream(test::failure(ErrorCode::Timeout));
        QCOMPARE(f.transport.streams.size(), 1);
        QVERIFY(f.scheduler.isSet("hints"));
        f.scheduler.fireUntil(f.clock.steady + tuning::firstRetry);
        QCOMPARE(f.transport.streams.size(), 2);
        f.transport.endStream(test::failure(ErrorCode::Offline));
        f.engine->setOffline(true);
        QVERIFY(!f.scheduler.isSet("hints"));
    }

    void aRefusedTokenIsNotTriedAgain()
    {
        EngineFixture f;
        f.startAndSettle();
        client::HttpReply refused;
        refused.status = 401;
        f.transport.endStream(refused);
        QVERIFY(!f.scheduler.isSet("hints"));
    }

    void nonsenseOnTheStreamIsNothing()
    {
        EngineFixture f;
        listen(f);
        f.transport.say("data: [1]\n\ndata: {\"channel\":7}\n\ndata: {\n\n" + QByteArray(100'000, 'x') +
                        "\n\n");
        f.transport.say("data: {\"channel\":\"block/x\",\"rev\":99}\n\n"); // not held
        pass(f);
        QCOMPARE(f.transport.requests.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Hints)
#include "tst_hints.moc"
