#include "client/networktransport.h"

#include "client/tuning.h"
#include "protocol/messages.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

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

// The far side, on the network's thread.
class NetworkTransport::Line : public QObject
{
public:
    Line(QUrl server, const QByteArray& authorities, NetworkTransport& asker)
        : m_server(std::move(server))
        , m_authorities(QSslCertificate::fromData(authorities, QSsl::Pem))
        , m_asker(asker)
    {
    }

    void begin(quint64 call, const HttpRequest& request, bool isStream)
    {
        QNetworkRequest made =
            networkRequest(m_server, request, isStream ? tuning::streamSilence : tuning::silence);
        if (!m_authorities.isEmpty()) {
            QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
            tls.setCaCertificates(m_authorities);
            made.setSslConfiguration(tls);
        }
        QNetworkReply* reply = network().sendCustomRequest(made, request.method, request.body);
        m_open.insert(call, reply);
        if (isStream)
            connect(reply, &QNetworkReply::readyRead, this, [this, call, reply] { passOn(call, *reply); });
        else
            connect(reply, &QNetworkReply::downloadProgress, reply,
                    [reply](qint64 received, qint64) { endIfTooLarge(*reply, received); });
        connect(reply, &QNetworkReply::finished, this, [this, call] { finished(call); });
    }
    void cancelAll()
    {
        m_cancelling = true;
        const auto open = m_open.values();
        for (QNetworkReply* reply : open)
            reply->abort();
        m_cancelling = false;
    }

private:
    QNetworkAccessManager& network()
    {
        if (!m_network) { // not before this object has come to its thread
            m_network = new QNetworkAccessManager(this);
            m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
            m_network->setAutoDeleteReplies(false);
        }
        return *m_network;
    }
    static void endIfTooLarge(QNetworkReply& reply, qint64 received)
    {
        if (received <= tuning::maxAnswerBytes)
            return;
        reply.setProperty(tooLarge, true);
        reply.abort();
    }
    void passOn(quint64 call, QNetworkReply& reply)
    {
        const HttpReply head = headOf(reply, m_cancelling);
        const QByteArray come = reply.readAll();
        if (head.status == 200 && head.header("x-thidua") == QByteArray::number(protocol::version))
            QMetaObject::invokeMethod(
                &m_asker, [&asker = m_asker, call, come] { asker.came(call, come); }, Qt::QueuedConnection);
    }
    void finished(quint64 call)
    {
        QNetworkReply* reply = m_open.take(call);
        reply->deleteLater();
        HttpReply answer = headOf(*reply, m_cancelling);
        if (reply->isOpen()) // not after abort()
            answer.body = reply->readAll();
        QMetaObject::invokeMethod(
            &m_asker, [&asker = m_asker, call, answer] { asker.ended(call, answer); }, Qt::QueuedConnection);
    }

    QUrl m_server;
    QList<QSslCertificate> m_authorities;
    NetworkTransport& m_asker; // outlives this
    QNetworkAccessManager* m_network = nullptr;
    QHash<quint64, QNetworkReply*> m_open;
    bool m_cancelling = false;
};

NetworkTransport::NetworkTransport(const QUrl& server, const QByteArray& authorities, QObject* parent)
    : QObject(parent)
    , m_secure(isSecure(server))
    , m_line(new Line(server, authorities, *this))
{
    m_thread.setObjectName(QStringLiteral("thidua-network"));
    m_line->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_line, &QObject::deleteLater);
    m_thread.start();
}

NetworkTransport::~NetworkTransport()
{
    cancelAll();
    QMetaObject::invokeMethod(
        m_line, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void NetworkTransport::begin(const HttpRequest& request, const Call& call)
{
    const quint64 id = ++m_lastCall;
    const bool isStream = call.bytes != nullptr;
    m_calls.insert(id, call);
    if (m_secure) {
        QMetaObject::invokeMethod(
            m_line, [line = m_line, id, request, isStream] { line->begin(id, request, isStream); },
            Qt::QueuedConnection);
        return;
    }
    HttpReply refused; // later, as every other answer
    refused.failure = ErrorCode::TlsFailure;
    QMetaObject::invokeMethod(
        this, [this, id, refused] { ended(id, refused); }, Qt::QueuedConnection);
}

void NetworkTransport::send(const HttpRequest& request, Callback callback)
{
    begin(request, {std::move(callback), nullptr});
}

void NetworkTransport::follow(const HttpRequest& request, Bytes bytes, Callback ended)
{
    begin(request, {std::move(ended), std::move(bytes)});
}

void NetworkTransport::cancelAll()
{
    QMetaObject::invokeMethod(
        m_line, [line = m_line] { line->cancelAll(); }, Qt::QueuedConnection);
    HttpReply cancelled;
    cancelled.failure = ErrorCode::Cancelled;
    const auto calls = std::exchange(m_calls, {});
    for (const Call& call : calls)
        call.ended(cancelled);
}

void NetworkTransport::came(quint64 call, const QByteArray& bytes)
{
    if (const auto known = m_calls.constFind(call); known != m_calls.cend())
        Bytes(known->bytes)(bytes); // a copy: it may cancel its own call
}

void NetworkTransport::ended(quint64 call, const HttpReply& reply)
{
    if (const auto known = m_calls.constFind(call); known != m_calls.cend())
        m_calls.take(call).ended(reply);
}

} // namespace thidua::client
