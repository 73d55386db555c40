#pragma once

#include "base/clock.h"
#include "client/transport.h"
#include "protocol/messages.h"

#include <functional>
#include <memory>
#include <optional>

namespace thidua::client
{

// What came of a call. Without a body there is an error, and the server's problem if it was the server that
// refused.
template<typename Body>
struct Answer {
    std::optional<Body> body;
    Error error;
    protocol::Problem problem;
    // Keeps alive what a page's rows point into.
    QByteArray bytes;
    qint64 sent = 0; // bytes of the bodies, as they travelled
    qint64 received = 0;
    std::chrono::milliseconds roundTrip{0};
};

// The protocol's calls, typed, over a transport: codec, compression, and the question whether it was our
// server that answered. Holds no state but the token; what is answered after its end is dropped.
class Api
{
public:
    Api(Transport& transport, const Clock& clock);
    void setToken(const QByteArray& token) { m_token = token; }

    void enrol(const protocol::EnrolRequest& request,
               std::function<void(Answer<protocol::EnrolAnswer>)> done);
    void me(std::function<void(Answer<protocol::MeAnswer>)> done);
    // Encoded and compressed, so that this can be done while another push is on its way.
    [[nodiscard]] HttpRequest pushRequest(const protocol::PushRequest& request) const;
    void push(const HttpRequest& request, std::function<void(Answer<protocol::PushAnswer>)> done);
    // Of a revoked device; acked is then the last number that is kept.
    void quarantine(const protocol::PushRequest& request,
                    std::function<void(Answer<protocol::PushAnswer>)> done);
    // A sealed part of somebody's outbox (protocol/handover.h).
    void handOver(const QByteArray& part, std::function<void(Answer<protocol::HandoverAnswer>)> done);
    void pull(const protocol::PullRequest& request, std::function<void(Answer<protocol::PullAnswer>)> done);
    // Revokes a device; one's own, when an enrolment cannot be used.
    void forget(const DeviceId& device, std::function<void(const Error&)> done);
    void history(const RecordId& record, std::function<void(Answer<protocol::HistoryAnswer>)> done);

private:
    template<typename Body>
    void call(const HttpRequest& request, std::function<void(Answer<Body>)> done);
    template<typename Body>
    void call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
              std::function<void(Answer<Body>)> done);
    Transport& m_transport;
    const Clock& m_clock;
    QByteArray m_token;
    std::shared_ptr<const Api*> m_life; // expires with this
};

} // namespace thidua::client
