#include "simulation/simnetwork.h"

#include "client/tuning.h"

namespace thidua::simulation
{

struct SimTransport::Open {
    Callback callback; // empty: over
    std::shared_ptr<HintStream> stream = {};
    Instant heardAt = 0; // of the stream
};

SimTransport::SimTransport(Timeline& time, Random& random, const Weather& weather, Server server)
    : m_time(time)
    , m_random(random)
    , m_weather(weather)
    , m_server(std::move(server))
{
}

// What is still on its way finds nobody.
SimTransport::~SimTransport()
{
    for (const Ticket& ticket : m_open) {
        ticket->callback = {};
        ticket->stream.reset();
    }
}

static client::HttpReply portalPage()
{
    client::HttpReply reply;
    reply.status = 200;
    reply.headers = {{"content-type", "text/html"}};
    reply.body = "<html><body>Xin chào! Hãy đăng nhập để dùng Wi-Fi.</body></html>";
    return reply;
}

static client::HttpReply proxyError(quint64 which)
{
    client::HttpReply reply;
    reply.status = which == 0 ? 502 : which == 1 ? 503 : 429;
    reply.headers = {{"content-type", "text/html"}};
    if (which > 0)
        reply.headers.emplaceBack("retry-after", "3");
    return reply;
}

bool SimTransport::goesAstray(const Ticket& ticket)
{
    if (m_weather.offline || happens(m_weather.lost))
        fail(ticket, ErrorCode::Offline, way());
    else if (happens(m_weather.portal))
        reply(ticket, portalPage(), way());
    else if (happens(m_weather.busy))
        reply(ticket, proxyError(m_random.below(3)), way());
    else if (happens(m_weather.stalled))
        fail(ticket, ErrorCode::Timeout, std::chrono::milliseconds(client::tuning::silence).count());
    else
        return false;
    return true;
}

void SimTransport::send(const client::HttpRequest& request, Callback callback)
{
    const auto ticket = std::make_shared<Open>(Open{std::move(callback)});
    m_open.push_back(ticket);
    if (goesAstray(ticket))
        return;
    const qint64 there = way();
    // What has left a device arrives also when the device is no more.
    m_time.after(there, [this, ticket, request, server = m_server.handle, alive = std::weak_ptr(m_alive)] {
        if (alive.lock())
            arrive(ticket, request);
        else
            (void)server(request);
    });
    if (happens(m_weather.doubled)) {
        const qint64 later = there + qint64(m_random.below(happens(300) ? 200'000 : 2'000));
        m_time.after(later, [server = m_server.handle, request] { (void)server(request); });
    }
}

void SimTransport::arrive(const Ticket& ticket, const client::HttpRequest& request)
{
    auto answer = m_server.handle(request);
    if (!answer)
        return fail(ticket, ErrorCode::Offline, way());
    if (m_weather.deaf)
        return fail(ticket, ErrorCode::Timeout, std::chrono::milliseconds(client::tuning::silence).count());
    if (happens(m_weather.answerLost))
        return fail(ticket, ErrorCode::Offline, way());
    if (happens(m_weather.answerCut) && !answer->body.isEmpty())
        answer->body.truncate(qsizetype(m_random.below(quint64(answer->body.size()))));
    reply(ticket, std::move(*answer), way());
}

void SimTransport::reply(const Ticket& ticket, client::HttpReply answer, qint64 delay)
{
    m_time.after(delay, [this, ticket, answer = std::move(answer)] {
        if (!ticket->callback)
            return;
        const Callback callback = std::exchange(ticket->callback, {});
        ticket->stream.reset();
        std::erase(m_open, ticket);
        callback(answer);
    });
}

void SimTransport::fail(const Ticket& ticket, ErrorCode why, qint64 delay)
{
    client::HttpReply failure;
    failure.failure = why;
    reply(ticket, std::move(failure), delay);
}

void SimTransport::follow(const client::HttpRequest& request, Bytes bytes, Callback ended)
{
    const auto ticket = std::make_shared<Open>(Open{std::move(ended)});
    m_open.push_back(ticket);
    if (goesAstray(ticket))
        return;
    m_time.after(way(), [this, ticket, request, bytes = std::move(bytes), alive = std::weak_ptr(m_alive)] {
        if (alive.lock() && ticket->callback)
            open(ticket, request, bytes);
    });
}

void SimTransport::open(const Ticket& ticket, const client::HttpRequest& request, const Bytes& bytes)
{
    ticket->stream = std::make_shared<HintStream>();
    const std::weak_ptr<Open> known = ticket;
    ticket->stream->said = [this, known, bytes](const QByteArray& said) {
        if (const Ticket open = known.lock())
            hear(open, said, bytes);
    };
    ticket->stream->broken = [this, known] {
        if (const Ticket open = known.lock())
            fail(open, ErrorCode::Offline, way());
    };
    const auto answer = m_server.follow(request, ticket->stream);
    if (!answer)
        return fail(ticket, ErrorCode::Offline, way());
    if (answer->status != 200)
        return reply(ticket, *answer, way());
    ticket->heardAt = m_time.now();
    watch(ticket);
}

void SimTransport::hear(const Ticket& ticket, const QByteArray& said, const Bytes& bytes)
{
    if (m_weather.offline || m_weather.deaf || happens(m_weather.hintLost))
        return;
    if (happens(m_weather.answerCut)) {
        deliver(ticket, said.first(qsizetype(m_random.below(quint64(said.size())))), bytes, 0);
        return fail(ticket, ErrorCode::Offline, 1);
    }
    deliver(ticket, said, bytes, way());
    if (happens(m_weather.doubled))
        deliver(ticket, said, bytes, way() + way());
}

void SimTransport::deliver(const Ticket& ticket, const QByteArray& said, const Bytes& bytes, qint64 delay)
{
    m_time.after(delay, [this, ticket, said, bytes] {
        if (!ticket->callback)
            return;
        ticket->heardAt = m_time.now();
        bytes(said);
    });
}

// A stream on which the server says nothing for long is dead, whatever the network thinks.
void SimTransport::watch(const Ticket& ticket)
{
    constexpr qint64 silence = std::chrono::milliseconds(client::tuning::streamSilence).count();
    m_time.after(ticket->heardAt + silence - m_time.now(), [this, ticket, alive = std::weak_ptr(m_alive)] {
        if (!alive.lock() || !ticket->callback)
            return;
        if (m_time.now() - ticket->heardAt >= silence)
            fail(ticket, ErrorCode::Timeout, 0);
        else
            watch(ticket);
    });
}

void SimTransport::cancelAll()
{
    const auto open = std::exchange(m_open, {});
    client::HttpReply cancelled;
    cancelled.failure = ErrorCode::Cancelled;
    for (const Ticket& ticket : open) {
        ticket->stream.reset();
        if (const Callback callback = std::exchange(ticket->callback, {}))
            callback(cancelled);
    }
}

} // namespace thidua::simulation
