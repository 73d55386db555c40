#pragma once

#include "bench/city.h"
#include "bench/measure.h"
#include "client/engine.h"
#include "client/networktransport.h"
#include "client/qtscheduler.h"
#include "store/localstore.h"

#include <memory>
#include <optional>

namespace thidua::bench
{

// An enrolled device in this process: the app's store and the app's engine, with a connection to the city's
// server.
class Tablet
{
public:
    Tablet(const QString& path, const City& city, const QString& login); // made anew
    // Begins to synchronise; `done` is called when this tablet is up to date.
    void begin(std::function<void()> done);
    // Synchronises and waits for it; seconds.
    double sync();
    // Seconds until what was saved is acknowledged, of the last synchronisation.
    [[nodiscard]] double pushed() const { return m_pushed; }
    [[nodiscard]] qint64 bytesSent() const { return m_engine->status().bytesSent; }
    [[nodiscard]] qint64 bytesReceived() const { return m_engine->status().bytesReceived; }
    [[nodiscard]] store::LocalStore& store() { return *m_store; }
    [[nodiscard]] client::Api& api() { return m_api; }

private:
    void enrol(const City& city, const QString& login);
    void changed(const client::SyncStatus& status);
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<store::LocalStore> m_store;
    client::NetworkTransport m_transport;
    client::QtScheduler m_scheduler;
    client::Api m_api;
    std::unique_ptr<client::Engine> m_engine;
    QByteArray m_token;
    bool m_started = false;
    std::optional<Stopwatch> m_watch;
    double m_pushed = 0;
    std::function<void()> m_done;
};

// Runs the event loop until `done` says so.
void waitUntil(const std::function<bool()>& done);

} // namespace thidua::bench
