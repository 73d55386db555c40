#include "client/networktransport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;

// A server that answers every request with the same bytes.
class RawServer : public QTcpServer
{
public:
    explicit RawServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write(std::exchange(m_answer, {}));
                if (closes)
                    socket->disconnectFromHost();
            });
            last = socket;
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    QByteArray received;
    QTcpSocket* last = nullptr;
    bool closes = false;

private:
    QByteArray m_answer;
};

class tst_NetworkTransport : public QObject
{
    Q_OBJECT

private:
    static HttpReply ask(const QUrl& server, const HttpRequest& request = {"GET", "/v1/me", {}, {}})
    {
        NetworkTransport transport(server);
        std::optional<HttpReply> reply;
        transport.send(request, [&](const HttpReply& got) { reply = got; });
        if (reply)
            qFatal("answered from within send()");
        (void)QTest::qWaitFor([&] { return reply.has_value(); });
        return reply.value_or(HttpReply());
    }

private Q_SLOTS:
    void anAnswerArrivesWholeWithItsHeaders()
    {
        RawServer server("HTTP/1.1 200 OK\r\nX-Thidua: 1\r\nContent-Type: application/cbor\r\n"
                         "Content-Encoding: zstd\r\nContent-Length: 3\r\n\r\nabc");
        const HttpReply reply =
            ask(server.url(), {"POST", "/v1/push", {{"Accept-Encoding", "zstd"}, {"X-Test", "1"}}, "body"});
        QCOMPARE(reply.failure, ErrorCode::None);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "abc");
        QCOMPARE(reply.header("x-thidua"), "1");
        QVERIFY(server.received.startsWith("POST /v1/push HTTP/1.1\r\n"));
        QVERIFY(server.received.contains("X-Test: 1\r\n"));
        QVERIFY(server.received.endsWith("\r\n\r\nbody"));
    }

    // N9: whoever redirects is not our server, and does not get our token.
    void redirectsAreNotFollowed()
    {
        RawServer portal("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        RawServer server("HTTP/1.1 302 Found\r\nLocation: " + portal.url().toEncoded() +
                         "\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(ask(server.url()).status, 302);
        QVERIFY(portal.received.isEmpty());
    }

    void refusalsAreAnswersNotFailures_data()
    {
        QTest::addColumn<int>("status");
        for (int status : {400, 401, 403, 404, 409, 413, 429, 500, 503, 511})
            QTest::addRow("%d", status) << status;
    }
    void refusalsAreAnswersNotFailures()
    {
        QFETCH(int, status);
        RawServer server("HTTP/1.1 " + QByteArray::number(status) +
                         " No\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\n{}");
        const HttpReply reply = ask(server.url());
        QCOMPARE(reply.failure, ErrorCode::None);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.body, "{}");
        QCOMPARE(reply.header("retry-after"), "7");
    }

    void nobodyThereIsOffline()
    {
        QUrl url;
        {
            const RawServer gone("");
            url = gone.url();
        }
        QCOMPARE(ask(url).failure, ErrorCode::Offline);
    }

    // N1, N16
    void aCutAnswerIsAFailure()
    {
        RawServer server("HTTP/1.1 200 OK\r\nX-Thidua: 1\r\nContent-Length: 100\r\n\r\nabc");
        server.closes = true;
        QCOMPARE(ask(server.url()).failure, ErrorCode::Offline);
    }

    void whatIsNotHttpIsNotOurServer()
    {
        RawServer server("SSH-2.0-OpenSSH_9.2p1\r\n");
        server.closes = true;
        QVERIFY(ask(server.url()).failure != ErrorCode::None);
    }

    void nothingLeavesOverPlainHttp()
    {
        QCOMPARE(ask(QUrl(u"http://192.0.2.1"_s)).failure, ErrorCode::TlsFailure);
        QCOMPARE(ask(QUrl(u"http://localhost.evil.example"_s)).failure, ErrorCode::TlsFailure);
    }

    void cancellingEndsWhatIsOpen()
    {
        RawServer server("");
        NetworkTransport transport(server.url());
        QList<ErrorCode> ends;
        for (int i = 0; i < 3; ++i)
            transport.send({"GET", "/v1/me", {}, {}},
                           [&](const HttpReply& reply) { ends.append(reply.failure); });
        transport.follow(
            {"GET", "/v1/events", {}, {}}, [](QByteArrayView) {},
            [&](const HttpReply& reply) { ends.append(reply.failure); });
        QVERIFY(QTest::qWaitFor([&] { return !server.received.isEmpty(); }));
        transport.cancelAll();
        QCOMPARE(ends, QList<ErrorCode>(4, ErrorCode::Cancelled));
    }

    void aStreamIsReadAsItComes()
    {
        RawServer server("HTTP/1.1 200 OK\r\nX-Thidua: 1\r\nContent-Type: text/event-stream\r\n"
                         "Connection: close\r\n\r\n:\n\n");
        NetworkTransport transport(server.url());
        QByteArray come;
        std::optional<HttpReply> end;
        transport.follow(
            {"GET", "/v1/events", {}, {}}, [&](QByteArrayView bytes) { come += bytes; },
            [&](const HttpReply& reply) { end = reply; });
        QVERIFY(QTest::qWaitFor([&] { return come == ":\n\n"; }));
        server.last->write("data: x\n\n");
        QVERIFY(QTest::qWaitFor([&] { return come.endsWith("data: x\n\n"); }));
        QVERIFY(!end);
        server.last->disconnectFromHost();
        QVERIFY(QTest::qWaitFor([&] { return end.has_value(); }));
    }

    void aPortalsStreamIsNotListenedTo()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                         "data: x\n\n");
        server.closes = true;
        NetworkTransport transport(server.url());
        QByteArray come;
        std::optional<HttpReply> end;
        transport.follow(
            {"GET", "/v1/events", {}, {}}, [&](QByteArrayView bytes) { come += bytes; },
            [&](const HttpReply& reply) { end = reply; });
        QVERIFY(QTest::qWaitFor([&] { return end.has_value(); }));
        QVERIFY(come.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_NetworkTransport)
#include "tst_networktransport.moc"
