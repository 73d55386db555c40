#pragma once

#include "load/asioscheduler.h"
#include "load/town.h"

#include "client/engine.h"
#include "store/localstore.h"

namespace thidua::load
{

// A tablet with the product's own store and engine. Its file lies where `folder` is: in memory, because in
// truth each tablet has a disk of its own. Belongs to the thread of its io_context.
class Tablet
{
public:
    struct Home {
        Threads threads;
        QString folder;
        Way way;
        QString url;
    };
    Tablet(const Home& home, const Enrolled& who, Witness witness);

    // New reports of its unit, and a change of each: durable in its file, not sent.
    void enter(int edits, bench::Workload& workload);
    // Goes on by itself from now on; `done` once, when everything of its own is acknowledged and everything
    // of the others is here. `acknowledged`: when the former is so.
    void connect(client::Listening listening, std::function<void()> done,
                 std::function<void()> acknowledged = {});
    void disconnect(); // as when the power fails
    void sendOnly(std::function<void()> done);
    [[nodiscard]] store::LocalStore& store() { return *m_store; }
    [[nodiscard]] const client::SyncStatus& status() const { return m_engine->status(); }

private:
    void changed(const client::SyncStatus& status);
    SystemClock m_clock;
    SystemRandom m_random;
    Enrolled m_who;
    std::unique_ptr<store::LocalStore> m_store;
    AsioTransport m_transport;
    AsioScheduler m_scheduler;
    std::unique_ptr<client::Engine> m_engine;
    std::function<void()> m_done;
    std::function<void()> m_acknowledged;
    bool m_sending = false;
};

// A folder in memory that goes with its object.
class MemoryFolder
{
public:
    MemoryFolder();
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace thidua::load
