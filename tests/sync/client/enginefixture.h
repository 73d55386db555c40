#pragma once

#include "client/engine.h"
#include "sync/client/scriptedserver.h"

#include <QTemporaryDir>

namespace thidua::test
{

// One device with an engine, and a server that the test writes.
class EngineFixture
{
public:
    EngineFixture()
    {
        store = *store::LocalStore::open(folder.filePath(u"device.db"_s), domain::Schema::current(), clock,
                                         random);
        const store::Identity identity{u"http://localhost"_s, ownDevice, ownUser, u"An"_s, u"tablet"_s, {}};
        [[maybe_unused]] const bool enrolled =
            store->enrol(identity).ok() && store->applyPage({server.epoch, {}, {}, {}}).ok();
        Q_ASSERT(enrolled);
        transport.answer = std::ref(server);
        makeEngine();
    }

    void makeEngine()
    {
        engine.reset();
        engine = std::make_unique<client::Engine>(*store, transport, scheduler, clock, random,
                                                  [this](const client::SyncStatus& status) {
                                                      phases.append(status.phase);
                                                      last = status;
                                                  });
    }
    // A new record with a note, as somebody at this device saves it.
    RecordId save(const QString& note)
    {
        [[maybe_unused]] const auto saved = store->save(
            {u"futureKind"_s, {}, 0, {{u"note"_s, Value(note)}, {u"unit"_s, Value(ownUnit)}}, {}});
        Q_ASSERT(saved);
        return saved->record;
    }
    void startAndSettle()
    {
        engine->start("token");
        transport.settle();
    }
    [[nodiscard]] client::SyncStatus::Phase phase() const { return last.phase; }
    [[nodiscard]] qint64 pending() { return store->counts()->pendingEdits; }

    QTemporaryDir folder;
    TestClock clock;
    SeededRandom random{7};
    std::unique_ptr<store::LocalStore> store;
    FakeTransport transport;
    FakeScheduler scheduler{clock};
    ScriptedServer server{clock};
    QList<client::SyncStatus::Phase> phases;
    client::SyncStatus last;
    std::unique_ptr<client::Engine> engine;
};

} // namespace thidua::test
