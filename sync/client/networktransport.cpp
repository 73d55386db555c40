#include "client/networktransport.h"

#include "client/tuning.h"
#include "protocol/messages.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace thidua::client
{

namespace
{

constexpr auto tooLarge = "tooLarge"; // property of a reply that was cut by us

bool isSecure(const QUrl& server)
{
    const QString host = server.host();
    return server.scheme() == QLatin1String("https") || host == QLatin1String("localhost") ||
           QHostAddress(host).isLoopback();
}

QNetworkRequest networkRequest(const QUrl& server, const HttpRequest& request,
                               std::chrono::milliseconds silence)
{
    QUrl url = server;
    url.setPath(server.path().chopped(server.path().endsWith(u'/') ? 1 : 0) +
                QString::fromLatin1(request.path));
    QNetworkRequest made(url);
    made.setTransferTimeout(int(silence.count()));
    // What a cache on the way holds is never what we want; ours is the store.
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (const auto& [name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

// What the network itself says; errors from ContentAccessDenied on are answers of a server.
ErrorCode failureOf(const QNetworkReply& reply, bool cancelling)
{
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return ErrorCode::None;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::TlsFailure;
    case QNetworkReply::TimeoutError:
        return ErrorCode::Timeout;
    case QNetworkReply::OperationCanceledError: // also what a transfer timeout says
        return cancelling                          ? ErrorCode::Cancelled
               : reply.property(tooLarge).toBool() ? ErrorCode::NotOurServer
                                                   : ErrorCode::Timeout;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return ErrorCode::NotOurServer;
    default:
        return reply.error() >= QNetworkReply::ContentAccessDenied ? ErrorCode::None : ErrorCode::Offline;
    }
}

HttpReply headOf(const QNetworkReply& reply, bool cancelling)
{
    HttpReply head;
    head.failure = failureOf(reply, cancelling);
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (head.failure == ErrorCode::None && head.status == 0)
        head.failure = ErrorCode::NotOurServer;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        head.headers.append({name.toLower(), value});
    return head;
}

} // namespace

NetworkTransport::NetworkTransport(const QUrl& server, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_secure(isSecure(server))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

NetworkTransport::~NetworkTransport()
{
    cancelAll();
}

QNetworkReply* NetworkTransport::begin(const HttpRequest& request, std::chrono::milliseconds silence)
{
    QNetworkReply* reply =
        m_network.sendCustomRequest(networkRequest(m_server, request, silence), request.method, request.body);
    m_open.insert(reply);
    return reply;
}

// Later, as every other answer.
void NetworkTransport::refuse(ErrorCode code, Callback callback)
{
    QMetaObject::invokeMethod(
        this,
        [code, callback = std::move(callback)] {
            HttpReply reply;
            reply.failure = code;
            callback(reply);
        },
        Qt::QueuedConnection);
}

void NetworkTransport::send(const HttpRequest& request, Callback callback)
{
    if (!m_secure)
        return refuse(ErrorCode::TlsFailure, std::move(callback));
    QNetworkReply* reply = begin(request, tuning::silence);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received <= tuning::maxAnswerBytes)
            return;
        reply->setProperty(tooLarge, true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, callback = std::move(callback)] { finished(reply, callback); });
}

void NetworkTransport::follow(const HttpRequest& request, Bytes bytes, Callback ended)
{
    if (!m_secure)
        return refuse(ErrorCode::TlsFailure, std::move(ended));
    QNetworkReply* reply = begin(request, tuning::streamSilence);
    connect(reply, &QNetworkReply::readyRead, this, [this, reply, bytes = std::move(bytes)] {
        const HttpReply head = headOf(*reply, m_cancelling);
        const QByteArray come = reply->readAll();
        if (head.status == 200 && head.header("x-thidua") == QByteArray::number(protocol::version))
            bytes(come);
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, ended = std::move(ended)] { finished(reply, ended); });
}

void NetworkTransport::cancelAll()
{
    m_cancelling = true;
    const auto open = m_open;
    for (QNetworkReply* reply : open)
        reply->abort();
    m_cancelling = false;
}

void NetworkTransport::finished(QNetworkReply* reply, const Callback& callback)
{
    m_open.remove(reply);
    reply->deleteLater();
    HttpReply answer = headOf(*reply, m_cancelling);
    if (reply->isOpen()) // not after abort()
        answer.body = reply->readAll();
    callback(answer);
}

} // namespace thidua::client
