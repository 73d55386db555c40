#include "server/httpedge.h"

#include "base/logging.h"
#include "server/httpsession.h"
#include "server/tlscontext.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace thidua::server
{

using namespace Qt::StringLiterals;
using asio::ip::tcp;

struct HttpEdge::Parts {
    Parts(EdgeOptions edgeOptions, Router& router, EventHub& hub, Metrics& metrics, const Clock& clock)
        : options(std::move(edgeOptions))
        , state{router, hub, metrics, clock, options.limits}
    {
    }

    [[nodiscard]] bool tls() const { return !options.certificate.isEmpty(); }
    [[nodiscard]] Result<void> loadCertificate();
    [[nodiscard]] TlsContext tlsNow();
    [[nodiscard]] Result<void> bind();
    [[nodiscard]] asio::awaitable<void> accept();
    void open(tcp::socket socket);
    template<typename Stream>
    void start(Stream stream, const QString& remote);
    void ended(quint64 session);

    EdgeOptions options;
    EdgeState state;
    asio::io_context io;
    tcp::acceptor acceptor{io};
    std::vector<std::thread> threads;

    std::mutex mutex; // over what follows
    TlsContext ssl;   // of the connections to come
    std::condition_variable changed;
    // Open connections: what ends each of them if it is idle.
    QHash<quint64, std::function<void()>> sessions;
    quint64 lastSession = 0;
};

Result<void> HttpEdge::Parts::loadCertificate()
{
    auto loaded = loadTls(options.certificate, options.key);
    if (!loaded)
        return loaded.error();
    const std::lock_guard lock(mutex);
    ssl = std::move(*loaded);
    return {};
}

TlsContext HttpEdge::Parts::tlsNow()
{
    const std::lock_guard lock(mutex);
    return ssl;
}

Result<void> HttpEdge::Parts::bind()
{
    beast::error_code error;
    const auto address = asio::ip::make_address(options.host.toStdString(), error);
    if (error)
        return {ErrorCode::Offline, u"not an address: "_s + options.host};
    const tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(4096, error);
    if (error)
        return {ErrorCode::Offline, QString::fromStdString(error.message())};
    return {};
}

asio::awaitable<void> HttpEdge::Parts::accept()
{
    asio::steady_timer pause(io);
    while (!state.stopping) {
        auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), useTuple);
        if (!error) {
            open(std::move(socket));
        } else if (!state.stopping) {
            // Most likely out of file descriptors: some will be given back.
            pause.expires_after(std::chrono::milliseconds(50));
            (void)co_await pause.async_wait(useTuple);
        }
    }
}

void HttpEdge::Parts::open(tcp::socket socket)
{
    beast::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error || state.metrics.connections >= options.limits.connections) {
        state.metrics.refusedAtEdge += 1;
        return; // closed
    }
    socket.set_option(tcp::no_delay(true), error);
    const QString remote = QString::fromStdString(peer.address().to_string());
    if (tls())
        start(asio::ssl::stream<tcp::socket>(std::move(socket), *tlsNow()), remote);
    else
        start(std::move(socket), remote);
}

template<typename Stream>
void HttpEdge::Parts::start(Stream stream, const QString& remote)
{
    auto session = std::make_shared<HttpSession<Stream>>(std::move(stream), state, remote);
    quint64 number = 0;
    {
        const std::lock_guard lock(mutex);
        number = ++lastSession;
        sessions.insert(number, [session = std::weak_ptr(session), strand = session->executor()] {
            asio::post(strand, [session] {
                if (const auto open = session.lock())
                    open->closeIfIdle();
            });
        });
    }
    const auto strand = session->executor();
    asio::co_spawn(strand, session->run(),
                   [this, session, number](const std::exception_ptr&) { ended(number); });
}

void HttpEdge::Parts::ended(quint64 session)
{
    const std::lock_guard lock(mutex);
    sessions.remove(session);
    if (sessions.isEmpty())
        changed.notify_all();
}

HttpEdge::HttpEdge(Router& router, EventHub& hub, Metrics& metrics, const Clock& clock, EdgeOptions options)
    : m_parts(std::make_unique<Parts>(std::move(options), router, hub, metrics, clock))
{
}

HttpEdge::~HttpEdge()
{
    stop();
}

Result<QString> HttpEdge::listen()
{
    Parts& parts = *m_parts;
    if (parts.tls()) {
        if (auto loaded = parts.loadCertificate(); !loaded)
            return loaded.error();
    }
    if (auto bound = parts.bind(); !bound)
        return bound.error();
    asio::co_spawn(parts.io, parts.accept(), asio::detached);
    for (int i = 0; i < parts.options.threads; ++i)
        parts.threads.emplace_back([&parts] { parts.io.run(); });
    const auto endpoint = parts.acceptor.local_endpoint();
    const QString host = QString::fromStdString(endpoint.address().to_string());
    return (parts.tls() ? u"https://"_s : u"http://"_s) +
           (endpoint.address().is_v6() ? u'[' + host + u']' : host) + u':' + QString::number(endpoint.port());
}

Result<void> HttpEdge::reloadTls()
{
    return m_parts->tls() ? m_parts->loadCertificate() : Result<void>();
}

void HttpEdge::stop()
{
    Parts& parts = *m_parts;
    if (parts.threads.empty())
        return;
    parts.state.stopping = true;
    asio::post(parts.io, [&parts] {
        beast::error_code ignored;
        parts.acceptor.close(ignored);
    });
    {
        std::unique_lock lock(parts.mutex);
        for (const auto& closeIfIdle : std::as_const(parts.sessions))
            closeIfIdle();
        parts.changed.wait_for(lock, std::chrono::seconds(10), [&parts] { return parts.sessions.isEmpty(); });
    }
    parts.io.stop();
    for (std::thread& thread : parts.threads)
        thread.join();
    parts.threads.clear();
}

} // namespace thidua::server
