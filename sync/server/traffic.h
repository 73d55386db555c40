#pragma once

#include "base/clock.h"
#include "server/request.h"
#include "server/routes.h"

#include "base/error.h"

#include <QMap>

#include <mutex>
#include <optional>

namespace thidua::server
{

// What went through: requests by route, status and time, and edits that were refused, by reason. A request
// may also be written down, as one line of JSON without anything of its content or of a person. Any thread.
class Traffic
{
public:
    using Sink = std::function<void(const QByteArray&)>; // a line with its end; on any thread

    explicit Traffic(const Clock& clock);
    void setSink(Sink sink) { m_sink = std::move(sink); } // before the first request

    // The reply to hand on: it counts, then does what the given one does. No route: there is none of that
    // path.
    [[nodiscard]] Reply watch(const Request& request, std::optional<size_t> route, Reply reply);
    void refusedEdit(ErrorCode reason);
    // How far a device's newest edit lies before (-) or after (+) the server's clock.
    void clockOffset(std::chrono::milliseconds offset);

    [[nodiscard]] QByteArray text() const; // of Prometheus

    // Upper ends, in seconds; what is longer counts in none of them but in the sum.
    static constexpr std::array<double, 7> seconds{0.005, 0.025, 0.1, 0.5, 2.5, 10, 60};
    static constexpr std::array<int, 4> offsets{-120, 0, 120, 3600};

private:
    struct Times {
        std::array<qint64, seconds.size()> below{};
        qint64 count = 0;
        double sum = 0;
    };
    // All that is known of an answer.
    struct Passed {
        std::optional<size_t> route;
        int status = 0;
        std::chrono::milliseconds took{0};
        qint64 received = 0; // bytes of the body
        qint64 sent = 0;
    };
    void note(const Passed& passed);

    const Clock& m_clock;
    Sink m_sink;
    mutable std::mutex m_mutex;
    QMap<QByteArray, QMap<int, qint64>> m_answers; // route -> status -> count
    QMap<QByteArray, Times> m_times;
    QMap<QString, qint64> m_refused;
    std::array<qint64, offsets.size()> m_offsetsBelow{};
    qint64 m_offsets = 0;
};

} // namespace thidua::server
