#pragma once

#include "client/backoff.h"
#include "client/forkcheck.h"
#include "client/hints.h"
#include "client/puller.h"
#include "client/rescuer.h"
#include "client/syncstatus.h"
#include "client/uploader.h"

#include <optional>

namespace thidua::client
{

// Whether to follow the server's hints. A program that runs once has no use for them.
enum class Listening { Yes, No };

// The state machine of synchronisation: push, then pull, then rest until something happens. One thread, one
// store, no waiting inside. Everything that is not deterministic is given to it.
class Engine
{
public:
    using Listener = std::function<void(const SyncStatus&)>;
    Engine(store::LocalStore& store, Transport& transport, Scheduler& scheduler, const Clock& clock,
           Random& random, Listener listener);
    ~Engine();

    void start(const QByteArray& token, Listening listening = Listening::Yes);
    void stop();
    // A person asks, the network came back, or the server hints: at once, whatever was planned. Only a server
    // that named a time is left alone until then.
    void syncNow();
    // A person asks to send what waits and to fetch nothing; also while they work offline, which it does not
    // end.
    void sendOnly();
    void localChange();            // something was saved: soon
    void setOffline(bool offline); // a person's wish; nothing is sent or fetched until it ends
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] const SyncStatus& status() const { return m_status; }

private:
    [[nodiscard]] bool mayRun() const { return m_started && !m_offline; }
    void cycle();
    void begin();
    void pushed(const StepResult& result);
    void sent();
    void noteReceipts();
    void pulled(const StepResult& result);
    void refreshAccount();
    void completed();
    void failed(const StepResult& result);
    void rescue();
    void rescued(const StepResult& result);
    void ended(const Error& error);
    void rest(std::chrono::milliseconds delay);
    void startUploads();
    void uploaded(const StepResult& result);
    void travelled(const Traffic& traffic);
    void learnClock(const Traffic& traffic);
    void silence();
    void hinted();
    [[nodiscard]] bool hasNews();
    void followHint();
    void publish(SyncStatus::Phase phase);

    store::LocalStore& m_store;
    Transport& m_transport;
    Scheduler& m_scheduler;
    const Clock& m_clock;
    Api m_api;
    Backoff m_backoff;
    Pusher m_pusher;
    Puller m_puller;
    Rescuer m_rescuer;
    ForkCheck m_forkCheck;
    FileApi m_fileApi;
    Uploader m_uploader;
    Backoff m_fileBackoff;
    Random& m_random;
    Hints m_hints;
    QByteArray m_token;
    Listener m_listener;
    SyncStatus m_status;
    std::chrono::milliseconds m_notBefore{0};      // on the monotonic clock; the server asked for it
    std::chrono::milliseconds m_filesNotBefore{0}; // likewise, or after a failure
    Listening m_listening = Listening::Yes;
    Instant m_accountAt = 0; // when the grants were last asked for
    bool m_started = false;
    bool m_running = false;
    bool m_again = false; // somebody asked while a cycle was running
    bool m_offline = false;
    bool m_sendOnly = false; // the running cycle ends with the push
};

} // namespace thidua::client
