#pragma once

#include "base/clock.h"
#include "client/transport.h"
#include "protocol/messages.h"

#include <functional>
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
};

// The protocol's calls, typed, over a transport: codec, compression, and the question whether it was our
// server that answered. Holds no state but the token.
class Api
{
public:
    explicit Api(Transport& transport);
    void setToken(const QByteArray& token) { m_token = token; }

    void enrol(const protocol::EnrolRequest& request,
               std::function<void(Answer<protocol::EnrolAnswer>)> done);
    void me(std::function<void(Answer<protocol::MeAnswer>)> done);
    void push(const protocol::PushRequest& request, std::function<void(Answer<protocol::PushAnswer>)> done);
    void pull(const protocol::PullRequest& request, std::function<void(Answer<protocol::PullAnswer>)> done);
    void history(const RecordId& record, std::function<void(Answer<protocol::HistoryAnswer>)> done);

private:
    template<typename Body>
    void call(const QByteArray& method, const QByteArray& path, const QByteArray& body,
              std::function<void(Answer<Body>)> done);
    Transport& m_transport;
    QByteArray m_token;
};

} // namespace thidua::client
