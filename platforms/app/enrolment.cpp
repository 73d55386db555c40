#include "app/enrolment.h"

namespace thidua::app
{

Enrolment::Enrolment(const QUrl& server, const Clock& clock)
    : m_server(server)
    , m_transport(server)
    , m_api(m_transport, clock)
{
}

void Enrolment::start(const protocol::EnrolRequest& request, Done done)
{
    m_api.enrol(request, [this, name = request.name, done = std::move(done)](const auto& answer) {
        if (!answer.body)
            return done(answer.error);
        const protocol::EnrolAnswer& body = *answer.body;
        done(
            Enrolled{{m_server.toString(), body.device, body.user.id, body.user.name, name, body.user.grants},
                     body.token.toLatin1()});
    });
}

} // namespace thidua::app
