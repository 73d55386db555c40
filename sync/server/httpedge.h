#pragma once

#include "base/clock.h"
#include "server/eventhub.h"
#include "server/metrics.h"
#include "server/request.h"

#include "base/result.h"

#include <memory>

namespace thidua::server
{

class Router;

// What one peer may take of the server (SYNC.md section 4, Limits).
struct EdgeLimits {
    qsizetype headerBytes = 16 * 1024;
    qsizetype bodyBytes = 1 << 20; // as sent, before decompression
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds idleTime{75'000}; // between two requests
    std::chrono::milliseconds grace{10'000};    // before the least rate counts
    qint64 leastBytesPerMinute = 64 * 1024;
    int connections = 12'000;
    qint64 bodyBytesTogether = 256 << 20; // of all requests being received or answered
    std::chrono::milliseconds heartbeat{25'000};
    std::chrono::milliseconds streamLife{15 * 60'000}; // then the device connects anew, with today's rights
};

struct EdgeOptions {
    QString host;
    quint16 port = 0;    // 0: any free one
    QString certificate; // PEM files; both empty: without TLS
    QString key;
    int threads = 2;
    EdgeLimits limits = {};
};

// HTTP/1.1 over TCP or TLS: reads requests within their limits, hands them to the router and writes its
// answers. What breaks a limit is refused before it costs anything.
class HttpEdge
{
public:
    HttpEdge(Router& router, EventHub& hub, Metrics& metrics, const Clock& clock, EdgeOptions options);
    ~HttpEdge();
    HttpEdge(const HttpEdge&) = delete;
    HttpEdge& operator=(const HttpEdge&) = delete;

    // The URL that is served from now on. Offline: the address cannot be had; TlsFailure: certificate or key.
    [[nodiscard]] Result<QString> listen();
    // Reads certificate and key again, for connections from now on. On an error the old ones stay. Any
    // thread.
    [[nodiscard]] Result<void> reloadTls();
    // Takes no more connections, answers 503 to what begins now, lets running requests end, and returns when
    // all is quiet.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace thidua::server
