#include "simulation/simnetwork.h"

#include "client/tuning.h"

namespace thidua::simulation
{

struct SimTransport::Open {
    Callback callback; // empty: over
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
    for (const Ticket& ticket : m_open)
        ticket->callback = {};
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

void SimTransport::send(const client::HttpRequest& request, Callback callback)
{
    const auto ticket = std::make_shared<Open>(Open{std::move(callback)});
    m_open.push_back(ticket);
    if (m_weather.offline)
        return fail(ticket, ErrorCode::Offline, way());
    if (happens(m_weather.portal))
        return reply(ticket, portalPage(), way());
    if (happens(m_weather.busy))
        return reply(ticket, proxyError(m_random.below(3)), way());
    if (happens(m_weather.stalled))
        return fail(ticket, ErrorCode::Timeout, std::chrono::milliseconds(client::tuning::silence).count());
    if (happens(m_weather.lost))
        return fail(ticket, ErrorCode::Offline, way());
    const qint64 there = way();
    // What has left a device arrives also when the device is no more.
    m_time.after(there, [this, ticket, request, server = m_server, alive = std::weak_ptr(m_alive)] {
        if (alive.lock())
            arrive(ticket, request);
        else
            (void)server(request);
    });
    if (happens(m_weather.doubled)) {
        const qint64 later = there + qint64(m_random.below(happens(300) ? 200'000 : 2'000));
        m_time.after(later, [server = m_server, request] { (void)server(request); });
    }
}

void SimTransport::arrive(const Ticket& ticket, const client::HttpRequest& request)
{
    auto answer = m_server(request);
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

// Hints are only hints: in here none ever comes.
void SimTransport::follow(const client::HttpRequest&, Bytes, Callback ended)
{
    m_open.push_back(std::make_shared<Open>(Open{std::move(ended)}));
    fail(m_open.back(), ErrorCode::Offline, way());
}

void SimTransport::cancelAll()
{
    const auto open = std::exchange(m_open, {});
    client::HttpReply cancelled;
    cancelled.failure = ErrorCode::Cancelled;
    for (const Ticket& ticket : open) {
        if (const Callback callback = std::exchange(ticket->callback, {}))
            callback(cancelled);
    }
}

} // namespace thidua::simulation
