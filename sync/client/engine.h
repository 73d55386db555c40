#pragma once

#include "client/backoff.h"
#include "client/puller.h"
#include "client/syncstatus.h"

#include <optional>

namespace thidua::client
{

// The state machine of synchronisation: push, then pull, then rest until something happens. One thread, one
// store, no waiting inside. Everything that is not deterministic is given to it.
class Engine
{
public:
    using Listener = std::function<void(const SyncStatus&)>;
    Engine(store::LocalStore& store, Transport& transport, Scheduler& scheduler, const Clock& clock,
           Random& random, Listener listener);

    void start(const QByteArray& token);
    void stop();
    void syncNow();                // a person asks, or the network came back: at once, whatever was planned
    void localChange();            // something was saved: soon
    void setOffline(bool offline); // a person's wish; nothing is sent or fetched until it ends
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] const SyncStatus& status() const { return m_status; }

private:
    void cycle();
    void refreshAccount(std::function<void()> then);
    void pushed(const StepResult& result);
    void pulled(const StepResult& result);
    void failed(const StepResult& result);
    void completed();
    void rest(std::chrono::milliseconds delay);
    void traffic(qint64 sent, qint64 received, Instant serverTime);
    void learnClock(Instant serverTime);
    void loadFacts();
    void publish(SyncStatus::Phase phase);
    void updateCounts();

    store::LocalStore& m_store;
    Transport& m_transport;
    Scheduler& m_scheduler;
    const Clock& m_clock;
    Api m_api;
    Backoff m_backoff;
    Pusher m_pusher;
    Puller m_puller;
    Listener m_listener;
    SyncStatus m_status;
    std::chrono::milliseconds m_askedAt{0};
    std::optional<std::chrono::milliseconds> m_accountAt;
    bool m_started = false;
    bool m_running = false;
    bool m_again = false; // something happened while a cycle was running
    bool m_offline = false;
};

} // namespace thidua::client
