#include "client/networktransport.h"

#include "client/tuning.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace thidua::client
{

NetworkTransport::NetworkTransport(const QUrl& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

NetworkTransport::~NetworkTransport()
{
    cancelAll();
}

static QNetworkRequest networkRequest(const QUrl& server, const HttpRequest& request)
{
    QUrl url = server;
    url.setPath(server.path().chopped(server.path().endsWith(u'/') ? 1 : 0) +
                QString::fromLatin1(request.path));
    QNetworkRequest made(url);
    made.setTransferTimeout(int(std::chrono::milliseconds(tuning::silence).count()));
    // What a cache on the way holds is never what we want; ours is the store.
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (const auto& [name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

void NetworkTransport::send(const HttpRequest& request, Callback callback)
{
    QNetworkReply* reply =
        m_network.sendCustomRequest(networkRequest(m_server, request), request.method, request.body);
    m_open.insert(reply);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > tuning::maxAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, callback = std::move(callback)] { finished(reply, callback); });
}

void NetworkTransport::cancelAll()
{
    m_cancelling = true;
    const auto open = m_open;
    for (QNetworkReply* reply : open)
        reply->abort();
    m_cancelling = false;
}

// What the network itself says; errors from 200 on are answers of a server.
static ErrorCode failureOf(const QNetworkReply& reply, bool cancelling)
{
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return ErrorCode::None;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailure;
    case QNetworkReply::TimeoutError:
        return ErrorCode::Timeout;
    case QNetworkReply::OperationCanceledError:
        return cancelling ? ErrorCode::Cancelled : ErrorCode::Timeout;
    case QNetworkReply::ProtocolFailure:
        return ErrorCode::NotOurServer;
    default:
        return reply.error() >= QNetworkReply::ContentAccessDenied ? ErrorCode::None : ErrorCode::Offline;
    }
}

void NetworkTransport::finished(QNetworkReply* reply, const Callback& callback)
{
    m_open.remove(reply);
    reply->deleteLater();
    HttpReply answer;
    answer.failure = failureOf(*reply, m_cancelling);
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.failure == ErrorCode::None && answer.status == 0)
        answer.failure = ErrorCode::NotOurServer;
    for (const auto& [name, value] : reply->rawHeaderPairs())
        answer.headers.append({name.toLower(), value});
    answer.body = reply->readAll();
    callback(answer);
}

} // namespace thidua::client
