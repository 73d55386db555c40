#include "protocol/draft.h"
#include "sync/client/enginefixture.h"

#include <QLoggingCategory>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;
using test::EngineFixture;

namespace
{

// A server that has revoked the device and keeps what it is given.
struct Quarantine {
    explicit Quarantine(EngineFixture& fixture)
        : f(fixture)
    {
        f.server.before = [this](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/quarantine")
                return test::refusal({401, ErrorCode::Revoked, {}, 0, {}, 0, 0});
            const auto push = test::bodyOf<protocol::PushRequest>(request);
            if (push.edits.size() > most)
                return test::refusal({413, ErrorCode::TooLarge, {}, 0, {}, 0, 0});
            for (const protocol::PushEdit& edit : push.edits)
                kept.append(edit.edit);
            if (meanwhile)
                std::exchange(meanwhile, {})();
            return test::ok(
                protocol::PushAnswer{f.server.epoch, f.clock.wall, kept.isEmpty() ? 0 : kept.last().seq, {}});
        };
    }
    EngineFixture& f;
    qsizetype most = 1000;
    QList<merge::Edit> kept;
    std::function<void()> meanwhile; // while the first answer is on its way
};

store::Draft draft(const char* name, const QString& note)
{
    const RecordId record = RecordId::named("test", name);
    return {u"report/"_s + record.toText(), record, 4, {{u"note"_s, Value(note)}}, 0};
}

} // namespace

// What leaves a revoked device before it is wiped.
class tst_Rescuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"thidua.sync*=false"_s); }

    void unfinishedFormsFollowTheOutbox()
    {
        EngineFixture f;
        f.save(u"saved"_s);
        QVERIFY(f.store->keepDraft(draft("form", u"chưa xong"_s)));
        Quarantine quarantine(f);
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Rescued);
        QCOMPARE(quarantine.kept.size(), 2);
        const merge::Edit& kept = quarantine.kept.last();
        QCOMPARE(kept.seq, 2);
        QCOMPARE(kept.kind, QString(protocol::draftKind));
        QCOMPARE(kept.record, RecordId::named("test", "form"));
        QCOMPARE(kept.seen, 4);
        QCOMPARE(kept.set.value(u"note"_s).toText(), u"chưa xong"_s);
        QCOMPARE(kept.set.value(u"form"_s).toText(), u"report/"_s + kept.record.toText());
    }

    void manyFormsGoInAsManyPartsAsTheServerTakes()
    {
        EngineFixture f;
        for (const char* name : {"1", "2", "3", "4", "5"})
            QVERIFY(f.store->keepDraft(draft(name, QString::fromLatin1(name))));
        Quarantine quarantine(f);
        quarantine.most = 2;
        f.startAndSettle();
        QCOMPARE(f.phase(), Phase::Rescued);
        QSet<RecordId> records;
        for (const merge::Edit& kept : std::as_const(quarantine.kept))
            records.insert(kept.record);
        QCOMPARE(records.size(), 5);
        QCOMPARE(quarantine.kept.size(), 5);
    }

    void whatIsSavedWhileTheAnswerIsOnItsWayIsHandedOverToo()
    {
        EngineFixture f;
        QVERIFY(f.store->keepDraft(draft("form", u"chưa xong"_s)));
        Quarantine quarantine(f);
        RecordId late;
        int answers = 0;
        quarantine.meanwhile = [&] {
            // The first question has no edits; this is asked again for the draft.
            quarantine.meanwhile = [&] {
                ++answers;
                late = f.save(u"late"_s);
            };
        };
        f.startAndSettle();
        QCOMPARE(answers, 1);
        QCOMPARE(f.phase(), Phase::Rescued);
        QVERIFY(std::ranges::any_of(quarantine.kept,
                                    [&](const merge::Edit& edit) { return edit.record == late; }));
    }

    void aQuarantineThatDoesNotKeepADraftWipesNothing()
    {
        EngineFixture f;
        QVERIFY(f.store->keepDraft(draft("form", u"chưa xong"_s)));
        f.server.before = [&](const HttpRequest& request) -> std::optional<HttpReply> {
            if (request.path != "/v1/quarantine")
                return test::refusal({401, ErrorCode::Revoked, {}, 0, {}, 0, 0});
            return test::ok(protocol::PushAnswer{f.server.epoch, f.clock.wall, 0, {}});
        };
        f.startAndSettle();
        QVERIFY(!f.phases.contains(Phase::Rescued));
        QCOMPARE(f.last.lastError, ErrorCode::ServerFault);
    }
};

QTEST_GUILESS_MAIN(tst_Rescuer)
#include "tst_rescuer.moc"
