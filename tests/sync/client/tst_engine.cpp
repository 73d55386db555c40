#include "sync/client/enginefixture.h"

#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using test::EngineFixture;

class tst_Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync.info=false"_s); }

    void everythingSavedArrivesOnceAndEverythingDecidedComesBack()
    {
        EngineFixture f;
        const RecordId own = f.save(u"mine"_s);
        const RecordId other = RecordId::named("test", "other record");
        f.server.write(other, u"theirs"_s);
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.pending(), 0);
        QCOMPARE(f.server.received, QList<qint64>{1});
        QCOMPARE((*f.store->record(other))->values.value(u"note"_s), Value(u"theirs"_s));
        QCOMPARE((*f.store->record(own))->version, 1);
        QVERIFY(f.last.lastCompleteAt == f.clock.wall && f.last.safeToHandIn());
    }

    void batchesGrowToFiveHundredEditsAndNoFurther()
    {
        EngineFixture f;
        for (int i = 0; i < 2'500; ++i)
            f.save(QString::number(i));
        QList<qsizetype> sizes;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path == "/v1/push")
                sizes.append(test::bodyOf<protocol::PushRequest>(request).edits.size());
            return std::nullopt;
        };
        f.startAndSettle();
        QCOMPARE(sizes, (QList<qsizetype>{200, 200, 400, 500, 500, 500, 200}));
        QCOMPARE(f.server.mark, 2'500);
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    // N2: the server has it, the answer is lost.
    void aLostAnswerIsAskedForAgainAndHasOneEffect()
    {
        EngineFixture f;
        f.save(u"mine"_s);
        bool lost = false;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push" || lost)
                return std::nullopt;
            lost = true;
            (void)f.server.own(request);
            return test::failure(ErrorCode::Timeout);
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Unknown);
        QCOMPARE(f.pending(), 1);
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.received, (QList<qint64>{1, 1}));
        QCOMPARE(f.server.records.size(), 1);
        QCOMPARE(f.server.records.first().version, 1);
    }

    void aRefusedEditNeedsAttentionAndBlocksNothing()
    {
        EngineFixture f;
        for (int i = 0; i < 3; ++i)
            f.save(QString::number(i));
        f.server.refuse = {2};
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.last.attention, 1);
        QVERIFY(!f.last.safeToHandIn());
        QCOMPARE(f.store->outbox(store::EditState::Refused)->first().code, ErrorCode::Forbidden);
    }

    // N9: a captive portal answers everything with a page of its own.
    void aPortalIsRecognisedAndNothingOfItIsBelieved_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("200") << 200;
        QTest::newRow("302") << 302;
        QTest::newRow("511") << 511;
    }
    void aPortalIsRecognisedAndNothingOfItIsBelieved()
    {
        QFETCH(int, status);
        EngineFixture f;
        f.save(u"mine"_s);
        f.server.before = [&](const HttpRequest&) -> std::optional<HttpReply> {
            return HttpReply{ErrorCode::None, status, {{"content-type", "text/html"}}, "<html>Welcome"};
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Portal);
        QCOMPARE(f.last.lastError, ErrorCode::NotOurServer);
        QCOMPARE(f.pending(), 1);
        QCOMPARE(f.last.lastContactAt, 0);
        f.server.before = {};
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void anAnswerOfAnotherTypeWithOurHeaderIsNotBelieved()
    {
        EngineFixture f;
        f.server.before = [&](const HttpRequest&) -> std::optional<HttpReply> {
            return HttpReply{
                ErrorCode::None, 200, {{"x-thidua", "1"}, {"content-type", "text/html"}}, "<html>"};
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Portal);
    }

    // N10: a proxy that cuts or changes an answer.
    void aDamagedPageIsNeverAppliedInPart()
    {
        EngineFixture f;
        f.server.write(RecordId::named("test", "r"), u"theirs"_s);
        int damage = 0;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            HttpReply reply = f.server.own(request);
            if (request.path != "/v1/pull" || damage > 2)
                return reply;
            if (damage == 0)
                reply.body.chop(3);
            else if (damage == 1)
                reply.headers.removeLast(); // content-encoding
            else
                reply.body = protocol::compress("\xa1\x61x\x01", protocol::Encoding::Zstd);
            ++damage;
            return reply;
        };
        f.startAndSettle();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(f.phase(), Phase::Waiting);
            QCOMPARE(*f.store->count(u"report"_s), 0);
            QVERIFY(f.store->positions()->isEmpty());
            f.scheduler.fireNext();
            f.transport.settle();
        }
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(*f.store->count(u"report"_s), 1);
    }

    // N14
    void aBusyServerIsLeftAloneForAsLongAsItAsks()
    {
        EngineFixture f;
        f.server.before = [&](const HttpRequest&) -> std::optional<HttpReply> {
            protocol::Problem busy{503, ErrorCode::Busy, {}, 0, {}, 0, 30};
            return test::refusal(busy);
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Waiting);
        QCOMPARE(f.last.lastError, ErrorCode::Busy);
        QVERIFY(*f.scheduler.next() >= 30s && *f.scheduler.next() < 33s);
        const auto asked = f.transport.requests.size();
        for (int i = 0; i < 100; ++i) {
            f.engine->syncNow();
            f.engine->localChange();
        }
        QCOMPARE(f.transport.requests.size(), asked);
        QVERIFY(*f.scheduler.next() >= 30s);
        f.server.before = {};
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void retriesSpreadOutAndAreCapped()
    {
        EngineFixture f;
        f.server.before = [](const HttpRequest&) { return test::failure(ErrorCode::Offline); };
        f.startAndSettle();
        std::chrono::milliseconds ceiling = tuning::firstRetry;
        std::chrono::milliseconds longest{0};
        for (int i = 0; i < 60; ++i) {
            const auto wait = *f.scheduler.next();
            QVERIFY(wait >= tuning::leastRetry &&
                    wait <= std::max<std::chrono::milliseconds>(ceiling, 500ms));
            longest = std::max(longest, wait);
            ceiling = std::min<std::chrono::milliseconds>(ceiling * 2, tuning::retryCap);
            f.scheduler.fireNext();
            f.transport.settle();
        }
        QVERIFY(longest > tuning::retryCap / 2); // it does reach for the cap
        f.engine->syncNow();                     // the network is back
        f.transport.settle();
        QVERIFY(*f.scheduler.next() <= tuning::firstRetry);
    }

    void aHintDuringADyingCycleIsFollowedAtOnce()
    {
        EngineFixture f;
        bool dead = true;
        f.server.before = [&](const HttpRequest&) -> std::optional<HttpReply> {
            return dead ? std::optional(test::failure(ErrorCode::Timeout)) : std::nullopt;
        };
        f.engine->start("token");
        f.engine->syncNow();
        f.transport.settle();
        QVERIFY(*f.scheduler.next() <= tuning::afterHint);
        dead = false;
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void theNextPageTravelsWhileOneIsStored()
    {
        EngineFixture f;
        f.server.pageRows = 3;
        for (int i = 0; i < 10; ++i)
            f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
        f.engine->start("token");
        QVERIFY(f.transport.deliver()); // the first page is stored, the second on its way
        QCOMPARE(f.transport.open(), 1);
        QCOMPARE(*f.store->count(u"report"_s), 3);
        f.transport.settle();
        QCOMPARE(*f.store->count(u"report"_s), 10);
        QCOMPARE(f.transport.count("/v1/pull"), 4);
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    // Every page is a place to be cut at; at most one page travels twice.
    void aFirstSyncGoesOnWhereItWasCut()
    {
        for (int cutAt = 1; cutAt <= 4; ++cutAt) {
            EngineFixture f;
            f.server.pageRows = 3;
            for (int i = 0; i < 10; ++i)
                f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
            int pages = 0;
            f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
                const bool cut = request.path == "/v1/pull" && ++pages == cutAt;
                return cut ? std::optional(test::failure(ErrorCode::Offline)) : std::nullopt;
            };
            f.startAndSettle();
            QVERIFY(f.phase() != Phase::UpToDate);
            QCOMPARE(*f.store->count(u"report"_s), 3 * (cutAt - 1));
            f.scheduler.fireNext();
            f.transport.settle();
            QCOMPARE(f.phase(), Phase::UpToDate);
            QCOMPARE(*f.store->count(u"report"_s), 10);
            QCOMPARE(f.transport.count("/v1/pull"), 5);
        }
    }

    void signInIsAskedForAndNothingIsTriedMeanwhile_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("unauthenticated") << ErrorCode::Unauthenticated;
        QTest::newRow("revoked") << ErrorCode::Revoked;
        QTest::newRow("forked") << ErrorCode::DeviceForked;
    }
    void signInIsAskedForAndNothingIsTriedMeanwhile()
    {
        QFETCH(ErrorCode, code);
        EngineFixture f;
        f.save(u"mine"_s);
        f.server.before = [&](const HttpRequest&) -> std::optional<HttpReply> {
            protocol::Problem problem{401, code, {}, 0, {}, 0, 0};
            return test::refusal(problem);
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::SignIn);
        QCOMPARE(f.last.lastError, code);
        QVERIFY(!f.scheduler.next());
        QCOMPARE(f.pending(), 1);
        f.server.before = {};
        f.startAndSettle(); // with a new token
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void aRevokedDeviceHandsOverItsWorkFirst()
    {
        EngineFixture f;
        f.save(u"one"_s);
        f.save(u"two"_s);
        QList<qint64> rescued;
        int refusals = 1; // the first try of the rescue does not come through
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/quarantine")
                return test::refusal({401, ErrorCode::Revoked, {}, 0, {}, 0, 0});
            if (refusals-- > 0)
                return test::failure(ErrorCode::Offline);
            const auto push = test::bodyOf<protocol::PushRequest>(request);
            for (const protocol::PushEdit& edit : push.edits)
                rescued.append(edit.edit.seq);
            return test::ok(protocol::PushAnswer{
                f.server.epoch, f.clock.wall, rescued.isEmpty() ? 0 : rescued.last(), {}});
        };
        f.startAndSettle();
        QVERIFY(!f.phases.contains(Phase::Rescued));
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::Rescued);
        QCOMPARE(rescued, (QList<qint64>{1, 2}));
        QCOMPARE(f.pending(), 2); // nothing is a receipt; whoever wipes the file knows what was kept
        QVERIFY(!f.scheduler.next());
    }

    // "Kept" is only believed for what was sent.
    void aQuarantineThatKeepsTooLittleWipesNothing()
    {
        EngineFixture f;
        f.save(u"one"_s);
        f.save(u"two"_s);
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/quarantine")
                return test::refusal({401, ErrorCode::Revoked, {}, 0, {}, 0, 0});
            return test::ok(protocol::PushAnswer{f.server.epoch, f.clock.wall, 1, {}});
        };
        f.startAndSettle();
        QVERIFY(!f.phases.contains(Phase::Rescued));
        QCOMPARE(f.last.lastError, ErrorCode::ServerFault);
        QVERIFY(f.scheduler.next());
    }

    void goingOfflineIsHonestAtOnce()
    {
        EngineFixture f;
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        f.engine->setOffline(true);
        QCOMPARE(f.phase(), Phase::Unknown);
        QVERIFY(!f.scheduler.next());
        f.save(u"mine"_s);
        f.engine->localChange();
        QVERIFY(!f.scheduler.next());
        QCOMPARE(f.last.pendingRecords, 1);
        f.engine->setOffline(false);
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    void aSaveEndsUpToDateAndIsSentSoon()
    {
        EngineFixture f;
        f.startAndSettle();
        f.save(u"mine"_s);
        f.engine->localChange();
        QCOMPARE(f.phase(), Phase::Waiting);
        QCOMPARE(*f.scheduler.next(), tuning::afterSave);
        f.scheduler.fireNext();
        QCOMPARE(f.phase(), Phase::Sending);
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
    }

    // D9, D7: measured in the middle of the round trip, kept, used for the next save.
    void theClockIsMeasuredAndCorrected()
    {
        EngineFixture f;
        f.server.clockAhead = 86'400'000;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            f.clock.advance(100ms);
            auto reply = f.server.own(request);
            f.clock.advance(100ms);
            return reply;
        };
        f.startAndSettle();
        QCOMPARE(f.last.clockOffset, 86'400'000);
        QCOMPARE(f.store->correctedNow(), f.clock.wall + 86'400'000);
        f.makeEngine();
        f.engine->start("token");
        QCOMPARE(f.last.clockOffset, 86'400'000);
    }

    // C13
    // D23
    void afterTimersWereAsleepForHoursTheFirstOneCatchesUp()
    {
        EngineFixture f;
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        f.server.write(RecordId::named("test", "r"), u"theirs"_s);
        f.clock.advance(8h); // nothing fires
        f.save(u"mine"_s);
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(*f.store->count(u"report"_s), 2); // the server decides both
        QCOMPARE(f.server.received.size(), 1);
    }

    void aStormOfStartsAndStopsLeavesOneSession()
    {
        EngineFixture f;
        f.save(u"mine"_s);
        for (int i = 0; i < 100; ++i) {
            f.engine->start("token");
            f.engine->setOffline(true);
            f.engine->setOffline(false);
            f.engine->stop();
        }
        f.startAndSettle();
        QCOMPARE(f.transport.open(), 0);
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.records.size(), 1);
    }

    void anAnswerAfterTheEndIsDropped()
    {
        EngineFixture f;
        f.engine->start("token");
        const auto late = f.transport.requests.size();
        QCOMPARE(late, 1);
        f.engine.reset();
        f.transport.settle();
        QCOMPARE(f.transport.open(), 0);
    }

    void whatTravelledIsCountedAndSurvivesARestart()
    {
        EngineFixture f;
        f.save(u"mine"_s);
        f.startAndSettle();
        QVERIFY(f.last.bytesSent > 0 && f.last.bytesReceived > 0);
        const auto before = f.last;
        f.makeEngine();
        QVERIFY(f.engine->status().bytesSent == 0);
        f.engine->start("token");
        QCOMPARE(f.last.bytesSent, before.bytesSent);
        QCOMPARE(f.last.lastCompleteAt, before.lastCompleteAt);
    }

    void aSilentServerNeverLooksLikeSuccess()
    {
        EngineFixture f;
        f.server.before = [](const HttpRequest&) { return std::optional(HttpReply()); };
        f.startAndSettle();
        QCOMPARE(f.transport.open(), 1);
        QVERIFY(!f.phases.contains(Phase::UpToDate));
        f.transport.cancelAll();
        QCOMPARE(f.phase(), Phase::Unknown);
        QVERIFY(f.scheduler.next().has_value());
    }
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
