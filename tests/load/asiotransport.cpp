#include "load/asiotransport.h"

#include "client/tuning.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <vector>

namespace thidua::load
{

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using client::HttpReply;
using client::HttpRequest;

namespace
{

constexpr auto useTuple = asio::as_tuple(asio::use_awaitable);
using Steady = std::chrono::steady_clock;

struct Connection {
    explicit Connection(tcp::socket socket)
        : stream(std::move(socket))
    {
    }
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
};
using ConnectionPointer = std::shared_ptr<Connection>;

HttpReply failed(beast::error_code error)
{
    HttpReply reply;
    reply.failure = error == beast::error::timeout ? ErrorCode::Timeout : ErrorCode::Offline;
    return reply;
}

template<typename Body>
HttpReply headOf(const http::response<Body>& response)
{
    HttpReply reply;
    reply.status = int(response.result_int());
    for (const auto& field : response) {
        const QByteArray name(field.name_string().data(), qsizetype(field.name_string().size()));
        reply.headers.append({name.toLower(), {field.value().data(), qsizetype(field.value().size())}});
    }
    return reply;
}

} // namespace

// The far side, on the network's thread.
class AsioTransport::Line : public std::enable_shared_from_this<Line>
{
public:
    Line(const Threads& threads, Way way, std::weak_ptr<Desk> desk)
        : m_asker(threads.asker)
        , m_io(threads.network)
        , m_way(std::move(way))
        , m_desk(std::move(desk))
    {
    }

    void begin(const HttpRequest& request, quint64 call, bool isStream)
    {
        asio::co_spawn(m_io, run(shared_from_this(), request, call, isStream), asio::detached);
    }

    void cancelAll()
    {
        m_idle.clear();
        for (const auto& connection : std::exchange(m_busy, {}))
            connection->stream.close();
    }

private:
    // self keeps this alive until the end of the call.
    [[nodiscard]] static asio::awaitable<void> run(std::shared_ptr<Line> self, HttpRequest request,
                                                   quint64 call, bool isStream)
    {
        const auto began = Steady::now();
        HttpReply reply;
        if (isStream)
            reply = co_await self->follow(request, call);
        else
            reply = co_await self->exchange(request);
        const std::chrono::duration<double> took = Steady::now() - began;
        const Answered answered{request.path, reply.status, !reply.header("retry-after").isEmpty(),
                                took.count()};
        asio::post(self->m_asker,
                   [desk = self->m_desk, call, reply, answered] { end(desk, call, reply, answered); });
    }

    // On the asker's thread. Nothing of a call that was cancelled meanwhile is passed on.
    static void end(const std::weak_ptr<Desk>& weak, quint64 call, const HttpReply& reply,
                    const Answered& answered)
    {
        const auto desk = weak.lock();
        if (!desk || !desk->calls.contains(call))
            return;
        if (desk->witness)
            desk->witness(answered);
        desk->calls.take(call).ended(reply);
    }
    static void pass(const std::weak_ptr<Desk>& weak, quint64 call, const QByteArray& bytes)
    {
        const auto desk = weak.lock();
        if (!desk)
            return;
        if (const auto known = desk->calls.constFind(call); known != desk->calls.cend())
            Bytes(known->bytes)(bytes); // a copy: it may cancel its own call
    }

    // A connection that the server has closed while it was idle is not the request's fault.
    [[nodiscard]] asio::awaitable<HttpReply> exchange(const HttpRequest& request)
    {
        for (;;) {
            const bool reused = !m_idle.empty();
            beast::error_code error;
            ConnectionPointer connection;
            if (reused) {
                connection = std::move(m_idle.back());
                m_idle.pop_back();
                m_busy.push_back(connection);
            } else {
                connection = co_await connect(error);
            }
            HttpReply reply;
            if (error)
                reply = failed(error);
            else
                reply = co_await ask(connection, request);
            std::erase(m_busy, connection);
            if (!reused || reply.failure != ErrorCode::Offline)
                co_return reply;
        }
    }

    [[nodiscard]] asio::awaitable<ConnectionPointer> connect(beast::error_code& error)
    {
        tcp::socket socket(m_io);
        socket.open(tcp::v4(), error);
        if (!error && !m_way.from.is_unspecified())
            socket.bind({m_way.from, 0}, error);
        auto connection = std::make_shared<Connection>(std::move(socket));
        m_busy.push_back(connection);
        if (error)
            co_return connection;
        connection->stream.expires_after(client::tuning::silence);
        std::tie(error) = co_await connection->stream.async_connect(m_way.server, useTuple);
        if (!error)
            connection->stream.socket().set_option(tcp::no_delay(true), error);
        co_return connection;
    }

    [[nodiscard]] asio::awaitable<beast::error_code> write(Connection& connection, const HttpRequest& request)
    {
        http::request<http::string_body> message;
        message.version(11);
        message.method_string({request.method.constData(), size_t(request.method.size())});
        message.target({request.path.constData(), size_t(request.path.size())});
        message.set(http::field::host, m_way.server.address().to_string());
        for (const auto& [name, value] : request.headers)
            message.set(std::string_view(name.constData(), size_t(name.size())),
                        std::string_view(value.constData(), size_t(value.size())));
        if (!m_way.realIp.isEmpty())
            message.set("X-Real-IP", m_way.realIp.toStdString());
        message.body() = request.body.toStdString();
        message.prepare_payload();
        connection.stream.expires_after(client::tuning::silence);
        const auto [error, bytes] = co_await http::async_write(connection.stream, message, useTuple);
        co_return error;
    }

    [[nodiscard]] asio::awaitable<HttpReply> ask(ConnectionPointer connection, const HttpRequest& request)
    {
        if (const auto error = co_await write(*connection, request); error)
            co_return failed(error);
        http::response_parser<http::string_body> parser;
        parser.body_limit(std::uint64_t(client::tuning::maxAnswerBytes));
        connection->stream.expires_after(client::tuning::silence);
        const auto [error, bytes] =
            co_await http::async_read(connection->stream, connection->buffer, parser, useTuple);
        if (error)
            co_return failed(error);
        HttpReply reply = headOf(parser.get());
        reply.body = QByteArray::fromStdString(parser.get().body());
        if (parser.keep_alive() && connection->stream.socket().is_open())
            m_idle.push_back(connection);
        co_return reply;
    }

    // An answer without a length: it ends with its connection.
    [[nodiscard]] asio::awaitable<HttpReply> follow(const HttpRequest& request, quint64 call)
    {
        beast::error_code error;
        const ConnectionPointer connection = co_await connect(error);
        if (!error)
            error = co_await write(*connection, request);
        http::response_parser<http::empty_body> parser;
        if (!error)
            std::tie(error, std::ignore) =
                co_await http::async_read_header(connection->stream, connection->buffer, parser, useTuple);
        HttpReply reply;
        if (error)
            reply = failed(error);
        else
            reply = headOf(parser.get());
        if (reply.status == 200)
            co_await passOn(*connection, call);
        std::erase(m_busy, connection);
        co_return reply;
    }

    [[nodiscard]] asio::awaitable<void> passOn(Connection& connection, quint64 call)
    {
        std::array<char, 512> room{};
        QByteArray come(static_cast<const char*>(connection.buffer.data().data()),
                        qsizetype(connection.buffer.size()));
        connection.buffer = {};
        for (bool open = true; open;) {
            asio::post(m_asker, [desk = m_desk, call, come] { pass(desk, call, come); });
            connection.stream.expires_after(client::tuning::streamSilence);
            const auto [error, bytes] =
                co_await connection.stream.async_read_some(asio::buffer(room), useTuple);
            come = QByteArray(room.data(), qsizetype(bytes));
            open = !error;
        }
    }

    asio::io_context& m_asker;
    asio::io_context& m_io;
    Way m_way;
    std::weak_ptr<Desk> m_desk;
    std::vector<ConnectionPointer> m_idle;
    std::vector<ConnectionPointer> m_busy;
};

AsioTransport::AsioTransport(const Threads& threads, Way way, Witness witness)
    : m_threads(threads)
    , m_desk(std::make_shared<Desk>())
    , m_line(std::make_shared<Line>(threads, std::move(way), m_desk))
{
    m_desk->witness = std::move(witness);
}

AsioTransport::~AsioTransport()
{
    cancelAll();
}

void AsioTransport::begin(const HttpRequest& request, const Call& call)
{
    const quint64 number = ++m_desk->lastCall;
    m_desk->calls.insert(number, call);
    asio::post(m_threads.network, [line = m_line, request, number, isStream = call.bytes != nullptr] {
        line->begin(request, number, isStream);
    });
}

void AsioTransport::send(const HttpRequest& request, Callback callback)
{
    begin(request, {std::move(callback), {}});
}

void AsioTransport::follow(const HttpRequest& request, Bytes bytes, Callback ended)
{
    begin(request, {std::move(ended), std::move(bytes)});
}

void AsioTransport::cancelAll()
{
    asio::post(m_threads.network, [line = m_line] { line->cancelAll(); });
    HttpReply cancelled;
    cancelled.failure = ErrorCode::Cancelled;
    const auto calls = std::exchange(m_desk->calls, {});
    for (const Call& call : calls)
        call.ended(cancelled);
}

} // namespace thidua::load
