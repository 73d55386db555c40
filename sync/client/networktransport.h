#pragma once

#include "client/transport.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QUrl>

namespace thidua::client
{

// HTTP over Qt Network, on a thread of its own: a request leaves and an answer comes in while whoever asked
// is busy with the database. Redirects are not followed: our server sends none, a captive portal does.
// Nothing leaves over plain HTTP except on the loopback.
class NetworkTransport final : public QObject, public Transport
{
public:
    // authorities: PEM; whoever may vouch for the server, and nobody else. Empty: those of the system.
    explicit NetworkTransport(const QUrl& server, const QByteArray& authorities = {},
                              QObject* parent = nullptr);
    ~NetworkTransport() override;

    void send(const HttpRequest& request, Callback callback) override;
    void follow(const HttpRequest& request, Bytes bytes, Callback ended) override;
    void cancelAll() override;

private:
    class Line;
    struct Call {
        Callback ended;
        Bytes bytes; // of a stream
    };
    void begin(const HttpRequest& request, const Call& call);
    // On the asker's thread. Nothing of a call that was cancelled meanwhile is passed on.
    void came(quint64 call, const QByteArray& bytes);
    void ended(quint64 call, const HttpReply& reply);

    bool m_secure; // or on the loopback
    QHash<quint64, Call> m_calls;
    quint64 m_lastCall = 0;
    QThread m_thread;
    Line* m_line;
};

} // namespace thidua::client
