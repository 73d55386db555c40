#pragma once

#include "client/transport.h"

#include <QNetworkAccessManager>
#include <QSet>
#include <QUrl>

class QNetworkReply;

namespace thidua::client
{

// HTTP over Qt Network. Redirects are not followed: our server sends none, a captive portal does.
class NetworkTransport final : public QObject, public Transport
{
public:
    explicit NetworkTransport(const QUrl& server, QObject* parent = nullptr);
    ~NetworkTransport() override;

    void send(const HttpRequest& request, Callback callback) override;
    void cancelAll() override;

private:
    void finished(QNetworkReply* reply, const Callback& callback);
    QNetworkAccessManager m_network;
    QUrl m_server;
    QSet<QNetworkReply*> m_open;
    bool m_cancelling = false;
};

} // namespace thidua::client
