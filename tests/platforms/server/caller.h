#pragma once

#include "sync/server/rawconnection.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thidua::test
{

// Calls of a server over HTTP, one connection each.
class Caller
{
public:
    explicit Caller(const QString& url)
        : m_url(url)
    {
    }

    struct Answer {
        int status = 0; // 0: nothing came
        QJsonObject body;
    };
    Answer call(const QByteArray& method, const QByteArray& path, const QJsonObject& body = {}) const
    {
        const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        RawConnection connection(m_url);
        connection.send(method + ' ' + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                        (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") +
                        "Content-Type: application/json\r\nContent-Length: " +
                        QByteArray::number(json.size()) + "\r\n\r\n" + json);
        const QByteArray answer = connection.readToEnd();
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return {answer.mid(9, 3).toInt(), QJsonDocument::fromJson(answer.mid(end + 4)).object()};
    }
    // Enrols; later calls are made as this device.
    Answer enrol(const QJsonObject& request)
    {
        const Answer answer = call("POST", "/v1/devices", request);
        token = answer.body.value(QLatin1String("token")).toString().toLatin1();
        epoch = answer.body.value(QLatin1String("epoch")).toString();
        device = answer.body.value(QLatin1String("device")).toString();
        return answer;
    }

    QByteArray token;
    QString epoch;
    QString device;

private:
    QUrl m_url;
};

} // namespace thidua::test
