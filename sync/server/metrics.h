#pragma once

#include <QByteArray>

#include <atomic>

namespace thidua::server
{

// What the server counts about itself; shown at /metrics in Prometheus' text form. Nothing about people.
struct Metrics {
    using Number = std::atomic<qint64>;
    Number answers2xx = 0;
    Number answers4xx = 0;
    Number answers5xx = 0;
    Number refusedAtEdge = 0; // before a handler saw them: too large, too slow, not HTTP
    Number heldBack = 0;      // too many requests of one device or one address
    Number editsAccepted = 0;
    Number editsRefused = 0;
    Number editsRepeated = 0;
    Number commits = 0;
    Number commitJobs = 0;
    Number commitRetries = 0; // undone by the database for the sake of others, and run again
    Number rowsPulled = 0;
    Number bytesReceived = 0; // of bodies
    Number bytesSent = 0;
    Number wrongCredentials = 0;
    Number storageFull = 0; // 1: the last commit found no room
    Number connections = 0; // open now
    Number streams = 0;     // of them, waiting for changes

    [[nodiscard]] QByteArray text() const;
};

} // namespace thidua::server
