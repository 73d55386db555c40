#include "client/api.h"

#include "client/replies.h"
#include "client/tuning.h"
#include "protocol/codec.h"

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

HttpRequest Api::pushRequest(const protocol::PushRequest& request) const
{
    return requestFor("POST", "/v1/push", protocol::encode(request, Format::Cbor), m_token);
}

void Api::push(const HttpRequest& request, std::function<void(Answer<protocol::PushAnswer>)> done)
{
    call(request, std::move(done));
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
