#pragma once

// Only for httpedge.cpp: Beast takes long to compile.

#include "protocol/codec.h"
#include "server/exchange.h"
#include "server/httpedge.h"
#include "server/router.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <atomic>

namespace thidua::server
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

inline constexpr auto useTuple = asio::as_tuple(asio::use_awaitable);

// What all connections share.
struct EdgeState {
    Router& router;
    EventHub& hub;
    Metrics& metrics;
    const Clock& clock;
    EdgeLimits limits;
    std::atomic<bool> stopping = false;
    std::atomic<qint64> bodyBytes = 0;
};

// Room for a body among all the others', given back at the end.
class BodyRoom
{
public:
    BodyRoom(EdgeState& state, qint64 bytes)
        : m_state(state)
        , m_bytes(bytes)
        , m_granted(state.bodyBytes.fetch_add(bytes) + bytes <= state.limits.bodyBytesTogether)
    {
    }
    ~BodyRoom() { m_state.bodyBytes -= m_bytes; }
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;
    [[nodiscard]] bool granted() const { return m_granted; }

private:
    EdgeState& m_state;
    qint64 m_bytes;
    bool m_granted;
};

// One connection, from its first byte to its last. Everything happens on the connection's strand; Stream is a
// socket, or TLS over one.
template<typename Stream>
class HttpSession final : public std::enable_shared_from_this<HttpSession<Stream>>
{
public:
    HttpSession(Stream stream, EdgeState& state, QString remote)
        : m_stream(std::move(stream))
        , m_state(state)
        , m_remote(std::move(remote))
        , m_deadline(m_stream.get_executor())
        , m_heartbeat(m_stream.get_executor())
    {
    }

    // The caller holds the session until this is done.
    [[nodiscard]] asio::awaitable<void> run()
    {
        m_state.metrics.connections += 1;
        if (co_await shakeHands()) {
            bool more = true;
            while (more)
                more = co_await serveOne();
            co_await sayGoodbye();
        }
        disarm();
        m_state.metrics.connections -= 1;
    }

    // On the session's strand: ends a connection on which nothing is going on.
    void closeIfIdle()
    {
        if (!m_idle)
            return;
        beast::error_code ignored;
        m_stream.lowest_layer().close(ignored);
        m_heartbeat.cancel();
    }
    [[nodiscard]] auto executor() { return m_stream.get_executor(); }

private:
    using Parser = http::request_parser<http::string_body>;
    using Milliseconds = std::chrono::milliseconds;

    static constexpr std::size_t smallBuffer = 4096;        // bytes
    static constexpr std::size_t bodyPortion = 64UL * 1024; // bytes
    static constexpr bool isTls = !std::is_same_v<Stream, asio::ip::tcp::socket>;

    // Whatever the connection waits for is given up after this time. What was begun with the peer can still
    // be ended: the socket stays open.
    void arm(Milliseconds time)
    {
        m_timedOut = false;
        const auto round = ++m_round;
        m_deadline.expires_after(time);
        m_deadline.async_wait([weak = this->weak_from_this(), round](beast::error_code error) {
            const auto self = error ? nullptr : weak.lock();
            if (!self || self->m_round != round)
                return;
            self->m_timedOut = true;
            beast::error_code ignored;
            self->m_stream.lowest_layer().cancel(ignored);
        });
    }
    void disarm()
    {
        ++m_round;
        m_deadline.cancel();
    }

    [[nodiscard]] asio::awaitable<bool> shakeHands()
    {
        if constexpr (isTls) {
            arm(m_state.limits.headerTime);
            const auto [error] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, useTuple);
            co_return !error;
        }
        co_return true;
    }

    // True if another request may follow.
    [[nodiscard]] asio::awaitable<bool> serveOne()
    {
        const bool first = std::exchange(m_first, false);
        if (!first && m_buffer.size() == 0 && !co_await firstByte())
            co_return false;
        Parser parser;
        parser.header_limit(std::uint32_t(m_state.limits.headerBytes));
        parser.body_limit(std::uint64_t(m_state.limits.bodyBytes));
        arm(m_state.limits.headerTime);
        const auto [error, bytes] = co_await http::async_read_header(m_stream, m_buffer, parser, useTuple);
        if (error)
            co_return co_await refuse(error, parser.got_some());
        m_keepAlive = parser.get().keep_alive() && !m_state.stopping;
        m_headOnly = parser.get().method() == http::verb::head;
        if (m_state.stopping)
            co_return co_await refuseWith(ErrorCode::Busy);
        Request request = headOf(parser.get());
        auto refusal = m_state.router.refuseEarly(request);
        if (refusal)
            co_return co_await refuseBody(*refusal, parser.is_done());
        const auto length = parser.content_length();
        const qint64 most = length ? qint64(*length) : qint64(m_state.limits.bodyBytes);
        const BodyRoom room(m_state, parser.is_done() ? 0 : most);
        if (!room.granted())
            co_return co_await refuseWith(ErrorCode::Busy);
        const bool complete = co_await readBody(parser);
        if (!complete)
            co_return false;
        if (m_buffer.capacity() > smallBuffer)
            m_buffer.shrink_to_fit(); // thousands of connections idle at a time
        const std::string& body = parser.get().body();
        request.body = QByteArray(body.data(), qsizetype(body.size()));
        co_return co_await answer(std::move(request));
    }

    // Waits between requests as long as a connection may idle.
    [[nodiscard]] asio::awaitable<bool> firstByte()
    {
        m_idle = true;
        // Whoever stops the server asks for m_idle once: what becomes idle after that ends by itself.
        if (m_state.stopping)
            co_return false;
        arm(m_state.limits.idleTime);
        const auto [error, bytes] =
            co_await m_stream.async_read_some(m_buffer.prepare(smallBuffer), useTuple);
        m_idle = false;
        m_buffer.commit(bytes);
        co_return !error && !m_state.stopping;
    }

    [[nodiscard]] asio::awaitable<bool> readBody(Parser& parser)
    {
        if (!parser.is_done() && parser.get()[http::field::expect] == "100-continue") {
            const bool sent = co_await send("HTTP/1.1 100 Continue\r\nX-Thidua: 1\r\n\r\n");
            if (!sent)
                co_return false;
        }
        const auto startedAt = m_state.clock.monotonic();
        qint64 received = qint64(m_buffer.size());
        if (!parser.is_done())
            m_buffer.reserve(bodyPortion);
        while (!parser.is_done()) {
            acknowledgeAtOnce();
            // The longer it takes, the more must have come.
            const Milliseconds earned(received * 60'000 / m_state.limits.leastBytesPerMinute);
            const auto left = startedAt + m_state.limits.grace + earned - m_state.clock.monotonic();
            if (left.count() <= 0)
                co_return co_await refuseWith(ErrorCode::TooSlow);
            arm(left);
            const auto [error, bytes] = co_await http::async_read_some(m_stream, m_buffer, parser, useTuple);
            received += qint64(bytes);
            if (error)
                co_return co_await refuse(error, true);
        }
        co_return true;
    }

    // A peer that sends a body in two pieces may keep the second back until the first is acknowledged, which
    // the system puts off by 40 ms unless it is told otherwise; it forgets that soon.
    void acknowledgeAtOnce()
    {
        const int yes = 1;
        ::setsockopt(m_stream.lowest_layer().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
    }

    [[nodiscard]] Request headOf(const http::request<http::string_body>& head)
    {
        const auto bytes = [](std::string_view text) {
            return QByteArray(text.data(), qsizetype(text.size()));
        };
        Request request;
        request.method = bytes(head.method_string());
        const QByteArray target = bytes(head.target());
        const qsizetype query = target.indexOf('?');
        request.path = query < 0 ? target : target.left(query);
        for (const auto& field : head)
            request.headers.insert(bytes(field.name_string()).toLower(), bytes(field.value()));
        request.remote = m_remote;
        if constexpr (!isTls) {
            // Without TLS the server listens on the loopback alone: a proxy of this machine says who asks.
            const QByteArray asks = request.header("x-real-ip");
            if (!asks.isEmpty())
                request.remote = QString::fromLatin1(asks.left(45));
        }
        return request;
    }

    [[nodiscard]] asio::awaitable<bool> answer(Request request)
    {
        disarm();
        Response response = co_await ask(std::move(request));
        m_keepAlive = m_keepAlive && !m_state.stopping;
        if (response.follow)
            co_return co_await stream(std::move(response));
        const bool written = co_await write(response);
        co_return written&& m_keepAlive;
    }

    [[nodiscard]] asio::awaitable<Response> ask(Request request)
    {
        auto initiate = [this, asked = std::move(request)](auto handler) mutable {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            m_state.router.handle(std::move(asked), [shared, strand = executor()](Response response) {
                asio::post(strand, [shared, response = std::move(response)]() mutable {
                    (*shared)(std::move(response));
                });
            });
        };
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
            std::move(initiate), asio::use_awaitable);
    }

    [[nodiscard]] Milliseconds timeToSend(qsizetype bytes) const
    {
        return m_state.limits.grace +
               Milliseconds(qint64(bytes) * 60'000 / m_state.limits.leastBytesPerMinute);
    }

    template<typename Message>
    [[nodiscard]] asio::awaitable<bool> writeMessage(Message& message, const Response& response,
                                                     qint64 length)
    {
        message.version(11);
        message.result(unsigned(response.status));
        for (const auto& [name, value] : response.headers)
            message.insert(std::string_view(name.constData(), size_t(name.size())),
                           std::string_view(value.constData(), size_t(value.size())));
        message.keep_alive(m_keepAlive);
        if (response.status != 204)
            message.content_length(std::uint64_t(length));
        arm(timeToSend(response.body.size()));
        const auto [error, bytes] = co_await http::async_write(m_stream, message, useTuple);
        co_return !error;
    }

    [[nodiscard]] asio::awaitable<bool> write(const Response& response)
    {
        const qint64 length = response.pieces ? response.pieces->length : response.body.size();
        if (m_headOnly || response.pieces) {
            http::response<http::empty_body> message;
            const bool sent = co_await writeMessage(message, response, length);
            if (!sent || m_headOnly)
                co_return sent;
            co_return co_await writePieces(*response.pieces);
        }
        http::response<http::span_body<const char>> message;
        message.body() = {response.body.constData(), size_t(response.body.size())};
        m_state.metrics.bytesSent += response.body.size();
        co_return co_await writeMessage(message, response, length);
    }

    // What cannot be read ends the connection: the peer sees that something is missing.
    [[nodiscard]] asio::awaitable<bool> writePieces(const Response::Pieces& pieces)
    {
        qint64 left = pieces.length;
        while (left > 0) {
            disarm();
            QByteArray piece = co_await nextPiece(pieces);
            if (piece.isEmpty() || piece.size() > left)
                co_return false;
            left -= piece.size();
            const bool sent = co_await send(std::move(piece));
            if (!sent)
                co_return false;
        }
        co_return true;
    }

    [[nodiscard]] asio::awaitable<QByteArray> nextPiece(const Response::Pieces& pieces)
    {
        auto initiate = [this, &pieces](auto handler) {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            pieces.next([shared, strand = executor()](QByteArray piece) {
                asio::post(strand,
                           [shared, piece = std::move(piece)]() mutable { (*shared)(std::move(piece)); });
            });
        };
        co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(QByteArray)>(
            std::move(initiate), asio::use_awaitable);
    }

    // A body that was not read would be taken for the next request.
    [[nodiscard]] asio::awaitable<bool> refuseBody(Response refusal, bool bodyRead)
    {
        m_keepAlive = m_keepAlive && bodyRead;
        const bool written = co_await write(refusal);
        if (written && !m_keepAlive)
            co_await drain();
        co_return written&& m_keepAlive;
    }

    // Answers to what never became a request; the connection ends.
    [[nodiscard]] asio::awaitable<bool> refuse(beast::error_code error, bool begun)
    {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            co_return co_await refuseWith(ErrorCode::TooLarge, 431);
        if (error == http::error::body_limit)
            co_return co_await refuseWith(ErrorCode::TooLarge);
        if (m_timedOut && begun)
            co_return co_await refuseWith(ErrorCode::TooSlow);
        const bool notHttp = error.category() == make_error_code(http::error::bad_method).category();
        if (notHttp && error != http::error::end_of_stream && error != http::error::partial_message)
            co_return co_await refuseWith(ErrorCode::Malformed);
        co_return false;
    }

    [[nodiscard]] asio::awaitable<bool> refuseWith(ErrorCode code, int status = 0)
    {
        protocol::Problem problem = problemFor({code, {}});
        problem.status = status > 0 ? status : problem.status;
        Response response{problem.status, {}, protocol::encode(problem), {}, {}};
        response.add("Content-Type", "application/problem+json");
        response.add("X-Thidua", "1");
        if (problem.retryAfter > 0)
            response.add("Retry-After", QByteArray::number(problem.retryAfter));
        m_state.metrics.refusedAtEdge += 1;
        m_keepAlive = false;
        const bool written = co_await write(response);
        if (written)
            co_await drain();
        co_return false;
    }

    // A peer that is still sending would get a reset instead of the answer, were the socket closed at once.
    [[nodiscard]] asio::awaitable<void> drain()
    {
        if constexpr (!isTls) {
            beast::error_code ignored;
            m_stream.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        }
        m_buffer.clear();
        arm(std::chrono::seconds(2));
        bool open = true;
        for (qsizetype left = 4 << 20; open && left > 0;) {
            const auto [error, bytes] = co_await m_stream.async_read_some(m_buffer.prepare(16'384), useTuple);
            open = !error && !m_timedOut;
            left -= qsizetype(bytes);
        }
    }

    // The answer that does not end: hints about changes, until the peer goes or its time is over.
    [[nodiscard]] asio::awaitable<bool> stream(Response response)
    {
        m_buffer = beast::flat_buffer();
        QByteArray head = "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Accel-Buffering: no\r\n";
        for (const auto& [name, value] : response.headers)
            head += name + ": " + value + "\r\n";
        const auto follower = m_state.hub.follow(*response.follow, waker());
        m_state.metrics.streams += 1;
        const auto endsAt = m_state.clock.monotonic() + m_state.limits.streamLife;
        bool alive = co_await send(head + "\r\n:\n\n");
        while (alive && !m_state.stopping && m_state.clock.monotonic() < endsAt)
            alive = co_await sendNews(follower->take());
        m_state.metrics.streams -= 1;
        m_state.hub.leave(follower);
        co_return false;
    }

    [[nodiscard]] std::function<void()> waker()
    {
        return [weak = this->weak_from_this(), strand = executor()] {
            asio::post(strand, [weak] {
                if (const auto self = weak.lock())
                    self->m_heartbeat.cancel();
            });
        };
    }

    [[nodiscard]] asio::awaitable<bool> sendNews(QMap<QString, qint64> changes)
    {
        QByteArray news;
        for (auto change = changes.cbegin(); change != changes.cend(); ++change)
            news += "event: change\ndata: {\"channel\":\"" + change.key().toLatin1() +
                    "\",\"rev\":" + QByteArray::number(change.value()) + "}\n\n";
        if (news.isEmpty()) {
            m_heartbeat.expires_after(m_state.limits.heartbeat);
            m_idle = true;
            const auto [woken] = co_await m_heartbeat.async_wait(useTuple);
            m_idle = false;
            if (!woken)
                news = ":\n\n";
        }
        co_return news.isEmpty() || co_await send(news);
    }

    [[nodiscard]] asio::awaitable<bool> send(QByteArray bytes)
    {
        arm(timeToSend(bytes.size()));
        const auto buffer = asio::buffer(bytes.constData(), size_t(bytes.size()));
        const auto [error, count] = co_await asio::async_write(m_stream, buffer, useTuple);
        disarm();
        m_state.metrics.bytesSent += bytes.size();
        co_return !error;
    }

    [[nodiscard]] asio::awaitable<void> sayGoodbye()
    {
        if constexpr (isTls) {
            arm(std::chrono::seconds(2));
            (void)co_await m_stream.async_shutdown(useTuple);
        }
        beast::error_code ignored;
        m_stream.lowest_layer().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        m_stream.lowest_layer().close(ignored);
    }

    Stream m_stream;
    EdgeState& m_state;
    QString m_remote;
    asio::steady_timer m_deadline;
    asio::steady_timer m_heartbeat;
    quint64 m_round = 0; // of the deadline; an older one that fires late means nothing
    bool m_timedOut = false;
    beast::flat_buffer m_buffer{64 * 1024};
    bool m_first = true;
    bool m_keepAlive = false;
    bool m_headOnly = false; // the request wants no body
    bool m_idle = false;
};

} // namespace thidua::server
