#pragma once

#include "client/transport.h"
#include "protocol/codec.h"
#include "protocol/compression.h"
#include "support/testclock.h"

#include <QMap>

#include <deque>
#include <optional>

namespace thidua::test
{

// A network whose answers are written by the test. Nothing arrives before deliver().
class FakeTransport final : public client::Transport
{
public:
    using Answer = std::function<std::optional<client::HttpReply>(const client::HttpRequest&)>;
    Answer answer; // no reply: the request hangs until it is cancelled
    QList<client::HttpRequest> requests;

    void send(const client::HttpRequest& request, Callback callback) override
    {
        requests.append(request);
        m_open.push_back({request, std::move(callback)});
    }
    // Streams stay silent until the test speaks on the last one of them.
    void follow(const client::HttpRequest& request, Bytes bytes, Callback ended) override
    {
        streams.append(request);
        m_stream = {std::move(bytes), std::move(ended)};
    }
    void say(QByteArrayView bytes) const { m_stream.bytes(bytes); }
    void endStream(const client::HttpReply& reply)
    {
        const Stream ended = std::exchange(m_stream, {});
        ended.ended(reply);
    }
    QList<client::HttpRequest> streams;

    void cancelAll() override
    {
        if (m_stream.ended) {
            client::HttpReply cancelled;
            cancelled.failure = ErrorCode::Cancelled;
            endStream(cancelled);
        }
        auto open = std::exchange(m_open, {});
        for (auto& exchange : open) {
            client::HttpReply reply;
            reply.failure = ErrorCode::Cancelled;
            exchange.callback(reply);
        }
    }
    // Answers the oldest request that is answered at all; false if none is left.
    bool deliver()
    {
        for (auto exchange = m_open.begin(); exchange != m_open.end(); ++exchange) {
            if (const auto reply = answer(exchange->request)) {
                const auto callback = std::move(exchange->callback);
                m_open.erase(exchange);
                callback(*reply);
                return true;
            }
        }
        return false;
    }
    // Until nothing is on its way any more.
    void settle()
    {
        for (int guard = 0; guard < 1000 && deliver(); ++guard) {
        }
    }
    [[nodiscard]] qsizetype open() const { return qsizetype(m_open.size()); }
    [[nodiscard]] qsizetype count(const QByteArray& path) const
    {
        return std::ranges::count(requests, path, &client::HttpRequest::path);
    }

private:
    struct Exchange {
        client::HttpRequest request;
        Callback callback;
    };
    struct Stream {
        Bytes bytes;
        Callback ended;
    };
    std::deque<Exchange> m_open;
    Stream m_stream;
};

// Timers that fire when the test lets time pass.
class FakeScheduler final : public client::Scheduler
{
public:
    explicit FakeScheduler(TestClock& clock)
        : m_clock(clock)
    {
    }
    void after(const QByteArray& purpose, std::chrono::milliseconds delay,
               std::function<void()> call) override
    {
        m_timers[purpose] = {m_clock.steady + delay, std::move(call)};
    }
    void cancel(const QByteArray& purpose) override { m_timers.remove(purpose); }
    [[nodiscard]] bool isSet(const QByteArray& purpose) const { return m_timers.contains(purpose); }
    // How long until the next timer; nothing if none is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next() const
    {
        std::optional<std::chrono::milliseconds> least;
        for (const Timer& timer : m_timers)
            least = std::min(least.value_or(timer.due), timer.due);
        return least ? std::optional(*least - m_clock.steady) : std::nullopt;
    }
    // Lets time pass until the next timer and fires it.
    void fireNext()
    {
        const auto wait = next();
        Q_ASSERT(wait);
        m_clock.advance(std::max(*wait, std::chrono::milliseconds(0)));
        for (auto timer = m_timers.begin(); timer != m_timers.end(); ++timer) {
            if (timer->due <= m_clock.steady) {
                const auto call = std::move(timer->call);
                m_timers.erase(timer);
                return call();
            }
        }
    }

    // Fires what is due until then, in order.
    void fireUntil(std::chrono::milliseconds instant)
    {
        while (next() && m_clock.steady + *next() <= instant)
            fireNext();
        m_clock.advance(std::max(instant - m_clock.steady, std::chrono::milliseconds(0)));
    }

private:
    struct Timer {
        std::chrono::milliseconds due{0};
        std::function<void()> call;
    };
    TestClock& m_clock;
    QMap<QByteArray, Timer> m_timers;
};

// --- answers ---

inline client::HttpReply failure(ErrorCode code)
{
    client::HttpReply reply;
    reply.failure = code;
    return reply;
}

template<typename Body>
client::HttpReply ok(const Body& body)
{
    client::HttpReply reply;
    reply.status = 200;
    reply.headers = {{"x-thidua", "1"}, {"content-type", "application/cbor"}, {"content-encoding", "zstd"}};
    reply.body = protocol::compress(protocol::encode(body, protocol::Format::Cbor), protocol::Encoding::Zstd);
    return reply;
}

inline client::HttpReply refusal(const protocol::Problem& problem)
{
    client::HttpReply reply;
    reply.status = problem.status;
    reply.headers = {{"x-thidua", "1"}, {"content-type", "application/problem+json"}};
    if (problem.retryAfter > 0)
        reply.headers.append({"retry-after", QByteArray::number(problem.retryAfter)});
    reply.body = protocol::encode(problem);
    return reply;
}

template<typename Body>
Body bodyOf(const client::HttpRequest& request)
{
    QByteArray bytes = request.body;
    for (const auto& [name, value] : request.headers) {
        if (name == "Content-Encoding")
            bytes = *protocol::decompress(bytes, *protocol::encodingFromHeader(value));
    }
    return *protocol::decode<Body>(bytes, protocol::Format::Cbor);
}

} // namespace thidua::test
