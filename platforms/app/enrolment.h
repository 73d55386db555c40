#pragma once

#include "client/api.h"
#include "client/networktransport.h"
#include "store/localstore.h"

#include <functional>
#include <memory>

namespace thidua::app
{

// Makes this installation a device of a person: one call to the server, before there is a file.
class Enrolment
{
public:
    struct Enrolled {
        store::Identity identity;
        QByteArray token;
    };
    using Done = std::function<void(Result<Enrolled>)>;

    Enrolment(const QUrl& server, const Clock& clock);
    void start(const protocol::EnrolRequest& request, Done done);

private:
    QUrl m_server;
    client::NetworkTransport m_transport;
    client::Api m_api;
};

} // namespace thidua::app
