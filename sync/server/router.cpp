#include "server/router.h"

#include "server/gauges.h"
#include "server/readiness.h"
#include "server/secrets.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;

namespace
{

// The places of the routes in the table.
enum RouteName : size_t {
    Enrol,
    Revoke,
    Me,
    Push,
    Quarantine,
    Handover,
    Pull,
    Events,
    History,
    FileOptions,
    FileCreate,
    FileProgress,
    FileAppend,
    FileRead,
    SchemaText,
    Healthz,
    Readyz,
    MetricsText
};

static_assert(routes.size() == MetricsText + 1);

struct Match {
    std::optional<size_t> route;
    QByteArray parameter;
    QByteArray allow; // methods that the path has
};

// What stands before the next slash, which is taken away with it.
QByteArrayView takeSegment(QByteArrayView& path)
{
    const qsizetype slash = path.indexOf('/');
    const QByteArrayView segment = slash < 0 ? path : path.first(slash);
    path = slash < 0 ? QByteArrayView() : path.sliced(slash + 1);
    return segment;
}

// Whether the path has the pattern's shape; {id} takes one segment that is not empty.
bool fits(QByteArrayView path, QByteArrayView pattern, QByteArray& parameter)
{
    if (path.count('/') != pattern.count('/'))
        return false;
    while (!pattern.isNull()) {
        const QByteArrayView have = takeSegment(path);
        const QByteArrayView want = takeSegment(pattern);
        if (want == "{id}" && !have.isEmpty())
            parameter = have.toByteArray();
        else if (want != have)
            return false;
    }
    return true;
}

Match match(const Request& request)
{
    Match match;
    for (size_t i = 0; i < routes.size(); ++i) {
        QByteArray parameter;
        if (!fits(request.path, routes[i].path, parameter))
            continue;
        if (request.method == routes[i].method) {
            match.route = i;
            match.parameter = parameter;
            return match;
        }
        match.allow += (match.allow.isEmpty() ? "" : ", ") + QByteArray(routes[i].method);
    }
    return match;
}

bool needsToken(Access access)
{
    return access == Access::Device || access == Access::Revoked;
}

// People's work, and whether the server is well, before what others want to read.
ReadPool::Lane laneOf(size_t route)
{
    const bool fast =
        route == Push || route == Me || route == Healthz || route == Readyz || route == MetricsText;
    return fast ? ReadPool::Lane::Fast : ReadPool::Lane::Other;
}

Error routeError(const Match& match)
{
    if (match.allow.isEmpty())
        return {ErrorCode::NotFound, u"no such resource"_s};
    return {ErrorCode::MethodNotAllowed, u"allowed: "_s + QString::fromLatin1(match.allow)};
}

} // namespace

Router::Router(Service& service)
    : m_service(service)
    , m_accounts(service)
    , m_sync(service)
    , m_files(service)
{
}

Response Router::answerTo(const Request& head, const protocol::Problem& problem)
{
    Response answer;
    const auto take = [&answer](Response response) { answer = std::move(response); };
    Exchange exchange(head, m_service.traffic.watch(head, match(head).route, take), m_service.metrics);
    exchange.fail(problem);
    return answer;
}

std::optional<Response> Router::refuseEarly(const Request& head)
{
    // This machine itself is its administrator, or a proxy that does not say for whom it asks.
    if (!isThisMachine(head.remote)) {
        if (const auto wait = m_service.addressRates.take(addressKey(head.remote)); wait.count() > 0) {
            m_service.metrics.heldBack += 1;
            return answerTo(head, tooManyRequests(wait));
        }
    }
    return refuse(head);
}

std::optional<Response> Router::refuse(const Request& head)
{
    const Match found = match(head);
    if (!found.route)
        return answerTo(head, problemFor(routeError(found)));
    const Access access = routes[*found.route].access;
    if (access == Access::Loopback && !isThisMachine(head.remote))
        return answerTo(head, problemFor({ErrorCode::NotFound, u"no such resource"_s}));
    if (needsToken(access) && !head.header("authorization").startsWith("Bearer "))
        return answerTo(head, problemFor({ErrorCode::Unauthenticated, u"a device token is needed"_s}));
    return {};
}

void Router::handle(Request request, Reply reply)
{
    if (auto refused = refuse(request)) {
        reply(std::move(*refused));
        return;
    }
    const Match found = match(request);
    m_service.metrics.bytesReceived += request.body.size();
    Reply counted = m_service.traffic.watch(request, found.route, std::move(reply));
    const auto exchange =
        std::make_shared<Exchange>(std::move(request), std::move(counted), m_service.metrics);
    exchange->setParameter(found.parameter);
    m_service.reads.post(
        [this, exchange, route = *found.route](ServerStore& store) { dispatch(store, exchange, route); },
        laneOf(*found.route));
}

Result<Caller> Router::authenticate(ServerStore& store, const Request& request, Access access)
{
    const QByteArray token = request.header("authorization").mid(qsizetype(strlen("Bearer "))).trimmed();
    auto device = store.devices.byToken(tokenHash(token));
    if (!device)
        return device.error();
    if (!*device)
        return {ErrorCode::Unauthenticated, u"the token is not known"_s};
    const bool revoked = (*device)->revokedAt != 0;
    if (revoked && access != Access::Revoked)
        return {ErrorCode::Revoked, u"the device is revoked"_s};
    if (!revoked && access == Access::Revoked)
        return {ErrorCode::Forbidden, u"the device is not revoked"_s};
    auto grants = store.accounts.grants((*device)->account);
    if (!grants)
        return grants.error();
    return Caller{**device, {(*device)->user, *grants}};
}

void Router::dispatch(ServerStore& store, const ExchangePointer& exchange, size_t route)
{
    if (!needsToken(routes[route].access))
        return callOpen(store, exchange, route);
    auto caller = authenticate(store, exchange->request(), routes[route].access);
    if (!caller)
        return exchange->fail(caller.error());
    if (!isThisMachine(exchange->request().remote))
        m_service.addressRates.giveBack(addressKey(exchange->request().remote));
    const auto wait = m_service.deviceRates.take(QByteArray::number(caller->device.number));
    if (wait.count() > 0) {
        m_service.metrics.heldBack += 1;
        return exchange->fail(tooManyRequests(wait));
    }
    callAs(*caller, store, exchange, route);
}

void Router::callOpen(ServerStore& store, const ExchangePointer& exchange, size_t route)
{
    const auto plainText = "text/plain; charset=utf-8";
    switch (route) {
    case Enrol:
        return m_accounts.enrol(exchange);
    case FileOptions:
        return m_files.options(exchange);
    case SchemaText:
        return exchange->send(200, "application/json", protocol::schemaJson(m_service.schema));
    case Healthz:
        return exchange->send(200, plainText, "alive\n");
    case Readyz:
        return answerReadiness(m_service, store, exchange);
    case MetricsText:
        return showMetrics(store, exchange);
    default:
        return exchange->fail(Error{ErrorCode::NotFound, {}});
    }
}

void Router::showMetrics(ServerStore& store, const ExchangePointer& exchange)
{
    auto now = gauges(m_service, store);
    if (!now)
        return exchange->fail(now.error());
    exchange->send(200, "text/plain; version=0.0.4",
                   m_service.metrics.text() + m_service.traffic.text() + *now);
}

void Router::callAs(const Caller& caller, ServerStore& store, const ExchangePointer& exchange, size_t route)
{
    switch (route) {
    case Revoke:
        return m_accounts.revoke(store, caller, exchange);
    case Me:
        return m_accounts.me(store, caller, exchange);
    case Push:
        return m_sync.push(caller, exchange);
    case Quarantine:
        return m_sync.quarantine(caller, exchange);
    case Handover:
        return m_sync.handover(exchange);
    case Pull:
        return m_sync.pull(store, caller, exchange);
    case Events:
        return m_sync.events(store, caller, exchange);
    case History:
        return m_sync.history(store, caller, exchange);
    case FileCreate:
        return m_files.create(store, caller, exchange);
    case FileProgress:
        return m_files.progress(store, caller, exchange);
    case FileAppend:
        return m_files.append(store, caller, exchange);
    case FileRead:
        return m_files.read(store, caller, exchange);
    default:
        return exchange->fail(Error{ErrorCode::NotFound, {}});
    }
}

} // namespace thidua::server
