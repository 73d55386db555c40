#include "sync/client/enginefixture.h"

#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using test::EngineFixture;

// What happens when the server's memory or this device's copy is not what the other believes.
class tst_Recovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync*=false"_s); }

    // S5: restored from a backup by the tool that gives it a new epoch.
    void aRestoredServerGetsBackWhatItForgot()
    {
        EngineFixture f;
        for (int i = 1; i <= 5; ++i)
            f.save(QString::number(i));
        f.startAndSettle();
        QCOMPARE(f.server.mark, 5);
        f.server.restoreTo(2, u"2.restored"_s);
        QCOMPARE(f.server.records.size(), 2);
        f.engine->syncNow();
        f.transport.settle();
        // The pull learned of it; the next cycle sends again.
        QVERIFY(f.phase() != Phase::UpToDate);
        // The third of them is known to the server: a copy of this file would be found out by it.
        QCOMPARE(f.last.pendingRecords, 4);
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.records.size(), 5);
        QCOMPARE(f.server.received, (QList<qint64>{1, 2, 3, 4, 5, 2, 3, 4, 5}));
        QCOMPARE(*f.store->epoch(), u"2.restored"_s);
        QCOMPARE(f.store->digests()->value(test::ownChannel), f.server.digest());
    }

    // Found by the simulation: two tablets share a file, one is confirmed, the server is restored to before
    // that, and the other one is confirmed under the same numbers. What the first had been told was confirmed
    // was then offered by nobody.
    void whatACopyHasTakenThePlaceOfIsOfferedAgain()
    {
        EngineFixture f;
        for (int i = 1; i <= 5; ++i)
            f.save(QString::number(i));
        f.startAndSettle();
        f.server.epoch = u"2.restored"_s; // it has five edits under this name again, 3 and 4 are the copy's
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push")
                return std::nullopt;
            const auto push = test::bodyOf<protocol::PushRequest>(request);
            protocol::Problem problem;
            problem.status = 409;
            problem.code = ErrorCode::DeviceForked;
            problem.expected = 6;
            for (const protocol::PushEdit& edit : push.edits) {
                if (edit.edit.seq == 3 || edit.edit.seq == 4 || edit.edit.seq > 5)
                    problem.foreign.append(edit.edit.seq);
            }
            if (problem.foreign.isEmpty() || push.epoch != f.server.epoch)
                return std::nullopt;
            return test::refusal(problem);
        };
        f.save(u"6"_s);
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::SignIn);
        QList<qint64> waiting;
        const auto pending = f.store->outbox(store::EditState::Pending);
        for (const store::OutboxEntry& entry : *pending)
            waiting.append(entry.edit.seq);
        QCOMPARE(waiting, (QList<qint64>{3, 4, 6}));
    }

    void aRestoredServerIsNoticedByThePushAsWell()
    {
        EngineFixture f;
        for (int i = 1; i <= 3; ++i)
            f.save(QString::number(i));
        f.startAndSettle();
        f.server.restoreTo(1, u"2.restored"_s);
        f.save(u"4"_s);
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.records.size(), 4);
    }

    // S6: restored by copying a file, without a new epoch.
    void aServerThatLostEditsInSilenceIsNoticedByTheGap()
    {
        EngineFixture f;
        for (int i = 1; i <= 3; ++i)
            f.save(QString::number(i));
        f.startAndSettle();
        f.server.restoreTo(1, f.server.epoch);
        f.save(u"4"_s);
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.records.size(), 4);
        QCOMPARE(f.store->digests()->value(test::ownChannel), f.server.digest());
    }

    // A refused edit is not sent again by itself: its number is, so that those behind it can pass.
    void refusedEditsLeaveNoHoleForARestoredServer()
    {
        EngineFixture f;
        for (int i = 1; i <= 4; ++i)
            f.save(QString::number(i));
        f.server.refuse = {2};
        f.startAndSettle();
        f.server.refuse = {};
        f.server.restoreTo(0, u"2.restored"_s);
        f.engine->syncNow();
        f.transport.settle();
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.mark, 4);
        QCOMPARE(f.server.records.size(), 3);
        QCOMPARE(f.last.attention, 1);
    }

    void aServerThatAsksForEverIsNotObeyedForEver()
    {
        EngineFixture f;
        f.save(u"1"_s);
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push")
                return std::nullopt;
            protocol::Problem problem{409, ErrorCode::Gap, {}, 1, {}, 0, 0};
            return test::refusal(problem);
        };
        f.startAndSettle();
        QVERIFY(f.transport.count("/v1/push") <= 1 + tuning::maxRecoveries);
        QCOMPARE(f.phase(), Phase::Waiting);
        QCOMPARE(f.pending(), 1);
        QVERIFY(f.scheduler.next().has_value());
    }

    void aRecordThatDiffersIsReadAgain()
    {
        EngineFixture f;
        for (int i = 0; i < 4; ++i)
            f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
        f.startAndSettle();
        // A change that the channel's count does not show: what a skipped row leaves behind.
        auto& record = f.server.records[RecordId::named("test", "2").toBytes()];
        record.version = 9;
        record.note = u"skipped"_s;
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE((*f.store->record(record.id))->version, 9);
        QCOMPARE((*f.store->record(record.id))->values.value(u"note"_s), Value(u"skipped"_s));
    }

    void aRecordThatTheServerDoesNotHaveIsDropped()
    {
        EngineFixture f;
        for (int i = 0; i < 4; ++i)
            f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
        f.startAndSettle();
        f.server.records.remove(RecordId::named("test", "1").toBytes());
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(*f.store->count(u"report"_s), 3);
    }

    // I7: equal is what both have added up, never an empty queue.
    void contentThatStaysDifferentIsNeverCalledUpToDate()
    {
        EngineFixture f;
        f.server.lieAboutDigests = true;
        f.server.write(RecordId::named("test", "r"), u"x"_s);
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Waiting);
        QCOMPARE(f.last.lastError, ErrorCode::ServerFault);
        QVERIFY(!f.phases.contains(Phase::UpToDate));
        QVERIFY(f.transport.count("/v1/pull") <= tuning::maxReadings);
    }

    void aRepairThatWasCutIsFinishedAfterARestart()
    {
        EngineFixture f;
        f.server.pageRows = 2;
        for (int i = 0; i < 6; ++i)
            f.server.write(RecordId::named("test", QByteArray::number(i)), u"x"_s);
        f.startAndSettle();
        f.server.records.remove(RecordId::named("test", "0").toBytes());
        int pulls = 0;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            const bool cut = request.path == "/v1/pull" && ++pulls == 3;
            return cut ? std::optional(test::failure(ErrorCode::Offline)) : std::nullopt;
        };
        f.engine->syncNow();
        f.transport.settle();
        QVERIFY(f.phase() != Phase::UpToDate);
        f.makeEngine();
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(*f.store->count(u"report"_s), 5);
    }

    void channelsThatAreOfferedAreFetched()
    {
        EngineFixture f;
        f.startAndSettle();
        const QString block = u"block/"_s + RecordId::named("test", "b").toText();
        f.server.offers = {block};
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QVERIFY(f.store->positions()->contains(block));
    }

    void anAnswerThatLeavesADigestOutIsNotTakenAsEqual()
    {
        EngineFixture f;
        f.startAndSettle();
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/pull")
                return std::nullopt;
            protocol::PullAnswer page{
                f.server.epoch, f.clock.wall, {{test::ownChannel, 0}}, {}, {}, {}, false, {}};
            return test::ok(page);
        };
        f.engine->syncNow();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::Waiting);
    }

    // A result for a number that was not sent is no receipt; nor is silence about what was.
    void receiptsAreBelievedOnlyForWhatWasSent()
    {
        EngineFixture f;
        f.save(u"1"_s);
        f.save(u"2"_s);
        QList<protocol::PushResult> results{{2, 1, {}, ErrorCode::None, {}}};
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push")
                return std::nullopt;
            return test::ok(protocol::PushAnswer{f.server.epoch, f.clock.wall, 2, results});
        };
        f.startAndSettle();
        QCOMPARE(f.last.lastError, ErrorCode::ServerFault);
        QCOMPARE(f.pending(), 2);
        QCOMPARE(f.transport.count("/v1/push"), 1);
        results = {{1, 1, {}, ErrorCode::None, {}}, {7, 1, {}, ErrorCode::None, {}}};
        f.save(u"3"_s);
        f.engine->syncNow();
        f.transport.deliver();
        QCOMPARE(f.pending(), 2);
        QCOMPARE(f.store->outbox(store::EditState::Pending)->first().edit.seq, 2);
    }

    void aPushThatIsTooLargeIsHalved()
    {
        EngineFixture f;
        for (int i = 0; i < 9; ++i)
            f.save(QString::number(i));
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push" || test::bodyOf<protocol::PushRequest>(request).edits.size() <= 2)
                return std::nullopt;
            protocol::Problem problem{413, ErrorCode::TooLarge, {}, 0, {}, 0, 0};
            return test::refusal(problem);
        };
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.mark, 9);
    }

    // N5: a slow link gets smaller batches, and never the same edit for nothing.
    void aSlowLinkGetsSmallerBatches()
    {
        EngineFixture f;
        for (int i = 0; i < 40; ++i)
            f.save(QString::number(i));
        QList<qsizetype> sizes;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/push")
                return std::nullopt;
            const auto size = test::bodyOf<protocol::PushRequest>(request).edits.size();
            sizes.append(size);
            f.clock.advance(std::chrono::seconds(2 * size));
            return size > 15 ? std::optional(test::failure(ErrorCode::Timeout)) : std::nullopt;
        };
        f.startAndSettle();
        for (int guard = 0; guard < 20 && f.phase() != Phase::UpToDate; ++guard) {
            f.scheduler.fireNext();
            f.transport.settle();
        }
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(f.server.received.size(), 40);
        QVERIFY(sizes.last() <= 10);
    }

    // N5: a link that lives for five seconds at a time carries whatever fits into them, both ways.
    void aLinkThatIsCutInEveryLongTransferCarriesShorterOnes()
    {
        EngineFixture f;
        for (int i = 0; i < 60; ++i)
            f.save(QString::number(i));
        for (int i = 0; i < 400; ++i)
            f.server.write(RecordId::named("test", QByteArray::number(i)), QString::number(i));
        QList<qsizetype> batches;
        QList<int> pages;
        const auto carry = [&](qsizetype items) {
            const auto takes = std::chrono::milliseconds(100 * items);
            f.clock.advance(std::min<std::chrono::milliseconds>(takes, std::chrono::seconds(5)));
            return takes <= std::chrono::seconds(5) ? std::nullopt
                                                    : std::optional(test::failure(ErrorCode::Offline));
        };
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path == "/v1/push")
                return carry(batches.emplace_back(test::bodyOf<protocol::PushRequest>(request).edits.size()));
            if (request.path != "/v1/pull")
                return std::nullopt;
            f.server.pageRows = test::bodyOf<protocol::PullRequest>(request).limit;
            pages.append(std::exchange(f.server.pageRows, f.server.pageRows ? f.server.pageRows : 1000));
            return carry(std::min<qsizetype>(f.server.pageRows, 460));
        };
        f.startAndSettle();
        for (int guard = 0; guard < 20 && f.phase() != Phase::UpToDate; ++guard) {
            f.scheduler.fireNext();
            f.transport.settle();
        }
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(*f.store->count(u"report"_s), 460);
        QCOMPARE(batches.first(2), (QList<qsizetype>{60, 30}));
        QCOMPARE(f.server.received.size(), 60); // what got through is not sent again
        QCOMPARE(pages.first(5), (QList<int>{0, 200, 100, 50, 50}));
    }

    // Who is refused at once learns nothing about the link, and sends as much as before.
    void beingOfflineMakesNothingSmaller()
    {
        EngineFixture f;
        for (int i = 0; i < 60; ++i)
            f.save(QString::number(i));
        bool offline = true;
        QList<qsizetype> batches;
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path == "/v1/push")
                batches.append(test::bodyOf<protocol::PushRequest>(request).edits.size());
            return offline ? std::optional(test::failure(ErrorCode::Offline)) : std::nullopt;
        };
        f.startAndSettle();
        f.scheduler.fireNext();
        f.transport.settle();
        offline = false;
        f.scheduler.fireNext();
        f.transport.settle();
        QCOMPARE(f.phase(), Phase::UpToDate);
        QCOMPARE(batches, (QList<qsizetype>{60, 60, 60}));
    }
};

QTEST_GUILESS_MAIN(tst_Recovery)
#include "tst_recovery.moc"
