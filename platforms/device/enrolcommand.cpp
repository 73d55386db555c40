#include "client/api.h"
#include "client/handover.h"
#include "client/networktransport.h"
#include "commands.h"
#include "output.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QTextStream>
#include <QUrl>

namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

Result<protocol::EnrolRequest> requestFrom(const Arguments& arguments)
{
    protocol::EnrolRequest request;
    request.name = arguments.value(u"name"_s);
    if (arguments.has(u"code"_s)) {
        request.code = arguments.value(u"code"_s);
        return request;
    }
    if (!arguments.has(u"login"_s) || !arguments.has(u"password-stdin"_s))
        return {ErrorCode::Malformed, u"either --code, or --login with --password-stdin"_s};
    request.login = arguments.value(u"login"_s);
    request.password = QTextStream(stdin).readLine();
    return request;
}

// The city's own authorities; several while one follows another.
Result<QByteArray> authoritiesFrom(const Arguments& arguments)
{
    if (!arguments.has(u"ca"_s))
        return QByteArray();
    QFile file(arguments.value(u"ca"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotFound, file.fileName() + u": "_s + file.errorString()};
    const QByteArray pem = file.read(1 << 20);
    if (QSslCertificate::fromData(pem, QSsl::Pem).isEmpty())
        return {ErrorCode::Malformed, u"--ca: no certificate in "_s + file.fileName()};
    return pem;
}

// One question to the server, with the program's event loop around it.
class Enrolment
{
public:
    Enrolment(const QUrl& server, const QByteArray& authorities, const Clock& clock)
        : m_transport(server, authorities)
        , m_api(m_transport, clock)
    {
    }
    Result<protocol::EnrolAnswer> ask(const protocol::EnrolRequest& request)
    {
        Result<protocol::EnrolAnswer> result(ErrorCode::Internal);
        m_api.enrol(request, [&](const client::Answer<protocol::EnrolAnswer>& answer) {
            result = answer.body ? Result(*answer.body) : Result<protocol::EnrolAnswer>(answer.error);
            QCoreApplication::quit();
        });
        QCoreApplication::exec();
        return result;
    }
    // An enrolment that cannot be used is given back.
    void giveBack(const protocol::EnrolAnswer& answer)
    {
        m_api.setToken(answer.token.toLatin1());
        m_api.forget(answer.device, [](const Error&) { QCoreApplication::quit(); });
        QCoreApplication::exec();
    }

private:
    client::NetworkTransport m_transport;
    client::Api m_api;
};

void printEnrolled(const protocol::EnrolAnswer& answer)
{
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "device", answer.device.toText());
    out.key("user");
    out.beginMap();
    writeField(out, "id", answer.user.id.toText());
    writeField(out, "name", answer.user.name);
    out.endMap();
    writeField(out, "epoch", answer.epoch);
    out.endMap();
    print(out);
}

} // namespace

Result<void> runEnrol(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"server"_s, u"name"_s},
                                          {u"login"_s, u"password-stdin"_s, u"code"_s, u"ca"_s});
        !complete)
        return complete;
    auto request = requestFrom(arguments);
    if (!request)
        return request.error();
    auto opened = environment.installation.create();
    if (!opened)
        return opened.error();
    store::LocalStore& store = **opened;
    const QUrl server(arguments.value(u"server"_s), QUrl::StrictMode);
    if (!server.isValid() || server.host().isEmpty())
        return {ErrorCode::Malformed, u"--server is not a URL"_s};
    auto authorities = authoritiesFrom(arguments);
    if (!authorities)
        return authorities.error();
    Enrolment enrolment(server, *authorities, environment.clock);
    auto answer = enrolment.ask(*request);
    if (!answer)
        return answer.error();
    const store::Identity identity{server.toString(), answer->device, answer->user.id,
                                   answer->user.name, request->name,  answer->user.grants};
    auto kept = store.enrol(identity);
    if (kept)
        kept = client::keepHandoverKey(store, answer->handoverKey);
    if (kept)
        kept = environment.installation.keepAuthorities(*authorities);
    if (kept)
        kept = environment.installation.token().write(answer->token.toLatin1());
    if (!kept) {
        enrolment.giveBack(*answer);
        return kept;
    }
    printEnrolled(*answer);
    return {};
}

} // namespace thidua
