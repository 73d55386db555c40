#pragma once

#include "client/transport.h"

#include <QNetworkAccessManager>
#include <QSet>
#include <QUrl>

class QNetworkReply;

namespace thidua::client
{

// HTTP over Qt Network. Redirects are not followed: our server sends none, a captive portal does. Nothing
// leaves over plain HTTP except on the loopback.
class NetworkTransport final : public QObject, public Transport
{
public:
    explicit NetworkTransport(const QUrl& server, QObject* parent = nullptr);
    ~NetworkTransport() override;

    void send(const HttpRequest& request, Callback callback) override;
    void follow(const HttpRequest& request, Bytes bytes, Callback ended) override;
    void cancelAll() override;

private:
    QNetworkReply* begin(const HttpRequest& request, std::chrono::milliseconds silence);
    void finished(QNetworkReply* reply, const Callback& callback);
    void refuse(ErrorCode code, Callback callback);
    QNetworkAccessManager m_network;
    QUrl m_server;
    bool m_secure; // or on the loopback
    QSet<QNetworkReply*> m_open;
    bool m_cancelling = false;
};

} // namespace thidua::client
