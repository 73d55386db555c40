#include "client/api.h"

#include "client/tuning.h"
#include "protocol/codec.h"
#include "protocol/compression.h"

#include <algorithm>

namespace thidua::client
{

using protocol::Format;

Api::Api(Transport& transport, const Clock& clock)
    : m_transport(transport)
    , m_clock(clock)
    , m_life(std::make_shared<const Api*>(this))
{
}

static HttpRequest requestFor(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                              const QByteArray& token)
{
    HttpRequest request{method, path, {}, body};
    request.headers = {{"Accept", protocol::contentType(Format::Cbor).toByteArray()},
                       {"Accept-Encoding", "zstd"},
                       {protocol::versionHeader, QByteArray::number(protocol::version)}};
    if (!token.isEmpty())
        request.headers.append({"Authorization", "Bearer " + token});
    if (body.isEmpty())
        return request;
    request.headers.append({"Content-Type", protocol::contentType(Format::Cbor).toByteArray()});
    if (body.size() >= tuning::compressFrom) {
        request.body = protocol::compress(body, protocol::Encoding::Zstd);
        request.headers.append(
            {"Content-Encoding", protocol::headerName(protocol::Encoding::Zstd).toByteArray()});
    }
    return request;
}

// A portal answers with a page of its own, a redirect or 511; a proxy with a 5xx without our header.
static ErrorCode strangerCode(const HttpReply& reply)
{
    if (reply.status == 502 || reply.status == 503 || reply.status == 504)
        return ErrorCode::Busy;
    return ErrorCode::NotOurServer;
}

// Codes like `malformed` and `too-large` are a server's words about what a device has sent. An answer that
// cannot be read is not the fault of anybody's entries.
static Error unreadable(const Error& error)
{
    return {ErrorCode::ServerFault, QStringLiteral("an answer that cannot be read: ") + error.detail};
}

static Result<QByteArray> bodyOf(const HttpReply& reply)
{
    if (reply.failure != ErrorCode::None)
        return {reply.failure, QStringLiteral("no answer")};
    if (reply.header("x-thidua") != QByteArray::number(protocol::version))
        return {strangerCode(reply), QStringLiteral("status %1 without our header").arg(reply.status)};
    auto encoding = protocol::encodingFromHeader(reply.header("content-encoding"));
    if (!encoding)
        return unreadable(encoding.error());
    auto body = protocol::decompress(reply.body, *encoding);
    return body ? body : unreadable(body.error());
}

// What a status alone says, for an answer that cannot be read.
static ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408:
        return ErrorCode::TooSlow;
    case 413:
    case 431:
        return ErrorCode::TooLarge;
    case 429:
    case 503:
        return ErrorCode::Busy;
    default:
        return ErrorCode::ServerFault;
    }
}

// A server whose disk is full says so; the person would look for room on the device.
static bool isOfItsOwnDisk(ErrorCode code)
{
    return code == ErrorCode::StorageFull || code == ErrorCode::StorageFailed ||
           code == ErrorCode::StorageCorrupt;
}

static protocol::Problem problemOf(const HttpReply& reply, const QByteArray& body)
{
    protocol::Problem problem;
    if (auto decoded = protocol::decodeProblem(body))
        problem = *decoded;
    problem.status = reply.status;
    if (problem.code == ErrorCode::Internal || problem.code == ErrorCode::None) // none, or of a newer version
        problem.code = codeOfStatus(reply.status);
    if (isOfItsOwnDisk(problem.code))
        problem.code = ErrorCode::ServerFault;
    const int wait = std::max(problem.retryAfter, reply.header("retry-after").toInt());
    problem.retryAfter = std::clamp(wait, 0, tuning::longestRetryAfter);
    return problem;
}

static Error errorOf(const protocol::Problem& problem)
{
    return {problem.code, problem.detail};
}

template<typename Body>
static void fill(Answer<Body>& answer, const HttpReply& reply)
{
    auto body = bodyOf(reply);
    if (!body) {
        answer.error = body.error();
        answer.problem.retryAfter =
            std::clamp(reply.header("retry-after").toInt(), 0, tuning::longestRetryAfter);
        return;
    }
    if (reply.status < 200 || reply.status >= 300) {
        answer.problem = problemOf(reply, *body);
        answer.error = errorOf(answer.problem);
        return;
    }
    if (protocol::formatOf(reply.header("content-type")) != Format::Cbor) {
        answer.error = {ErrorCode::NotOurServer, QStringLiteral("an answer of another type")};
        return;
    }
    answer.bytes = std::move(*body);
    auto decoded = protocol::decode<Body>(answer.bytes, Format::Cbor);
    if (decoded)
        answer.body = std::move(*decoded);
    else
        answer.error = unreadable(decoded.error());
}

template<typename Body>
void Api::call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
               std::function<void(Answer<Body>)> done)
{
    call(requestFor(method, path, body, m_token), std::move(done));
}

template<typename Body>
void Api::call(const HttpRequest& request, std::function<void(Answer<Body>)> done)
{
    m_transport.send(request, [life = std::weak_ptr(m_life), &clock = m_clock, asked = m_clock.monotonic(),
                               sent = request.body.size(), done = std::move(done)](const HttpReply& reply) {
        if (life.expired())
            return;
        Answer<Body> answer;
        answer.sent = sent;
        answer.received = reply.body.size();
        answer.roundTrip = clock.monotonic() - asked;
        fill(answer, reply);
        done(std::move(answer));
    });
}

void Api::enrol(const protocol::EnrolRequest& request,
                std::function<void(Answer<protocol::EnrolAnswer>)> done)
{
    call("POST", "/v1/devices", protocol::encode(request, Format::Cbor), std::move(done));
}

void Api::me(std::function<void(Answer<protocol::MeAnswer>)> done)
{
    call("GET", "/v1/me", {}, std::move(done));
}

void Api::push(const protocol::PushRequest& request, std::function<void(Answer<protocol::PushAnswer>)> done)
{
    call("POST", "/v1/push", protocol::encode(request, Format::Cbor), std::move(done));
}

void Api::quarantine(const protocol::PushRequest& request,
                     std::function<void(Answer<protocol::PushAnswer>)> done)
{
    call("POST", "/v1/quarantine", protocol::encode(request, Format::Cbor), std::move(done));
}

void Api::handOver(const QByteArray& part, std::function<void(Answer<protocol::HandoverAnswer>)> done)
{
    HttpRequest request = requestFor("POST", "/v1/handover", {}, m_token);
    request.headers.append({QByteArray("Content-Type"), QByteArray("application/octet-stream")});
    request.body = part;
    call(request, std::move(done));
}

void Api::pull(const protocol::PullRequest& request, std::function<void(Answer<protocol::PullAnswer>)> done)
{
    call("POST", "/v1/pull", protocol::encode(request, Format::Cbor), std::move(done));
}

void Api::forget(const DeviceId& device, std::function<void(const Error&)> done)
{
    const HttpRequest request =
        requestFor("DELETE", "/v1/devices/" + device.toText().toLatin1(), {}, m_token);
    m_transport.send(request, [life = std::weak_ptr(m_life), done = std::move(done)](const HttpReply& reply) {
        if (life.expired())
            return;
        const auto body = bodyOf(reply);
        const bool refused = body && (reply.status < 200 || reply.status >= 300);
        done(!body ? body.error() : refused ? errorOf(problemOf(reply, *body)) : Error());
    });
}

void Api::history(const RecordId& record, std::function<void(Answer<protocol::HistoryAnswer>)> done)
{
    call("GET", "/v1/records/" + record.toText().toLatin1() + "/history", {}, std::move(done));
}

} // namespace thidua::client
