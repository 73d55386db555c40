#include "httpserver.h"

#include "protocol/compression.h"
#include "server/enrolment.h"

#include <QFile>

#include <thread>

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;

// What arrives on the wire, in real HTTP over real sockets.
class TestHttpEdge : public QObject
{
    Q_OBJECT

    static QByteArray tokenOf(HttpServer& server)
    {
        const UserId user =
            server.city.addPerson({{domain::Role::Officer, domain::Channel::unit(server.city.unitA), 0, 0}});
        const qint64 account = *server.city.writer.store().ids.accountOf(user);
        auto answer = server::Enrolment(server.city.writer.store(), server.city.clock, server.city.random)
                          .byAccount(account, u"máy"_s);
        return answer->token.toLatin1();
    }
    static QByteArray post(const QByteArray& path, const QByteArray& token, const QByteArray& body,
                           const QByteArray& more = {})
    {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
               "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n" + more + "\r\n" + body;
    }
    static qint64 peakMemory() // KiB, of this process
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QFile::ReadOnly))
            return 0;
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

private Q_SLOTS:
    void aConnectionIsKeptForTheNextRequest()
    {
        HttpServer server;
        RawConnection connection(server.url);
        for (int i = 0; i < 3; ++i) {
            connection.clear();
            connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
            const QByteArray answer = connection.readUntil("alive\n");
            QVERIFY(answer.startsWith("HTTP/1.1 200 "));
            QVERIFY(answer.contains("X-Thidua: 1"));
        }
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        connection.readUntil("alive\n");
        QVERIFY(connection.isClosed());
    }

    void requestsSentTogetherAreAnsweredInOrder()
    {
        HttpServer server;
        RawConnection connection(server.url);
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray answers = connection.readUntil("ready\n");
        QVERIFY(answers.indexOf("alive\n") < answers.indexOf("ready\n"));
    }

    void everyAnswerSaysThatItIsOurs_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("lost") << QByteArray("GET /index.html HTTP/1.1\r\nHost: a\r\n\r\n")
                              << QByteArray("404");
        QTest::newRow("no token") << QByteArray(
                                         "POST /v1/push HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                                  << QByteArray("401");
        QTest::newRow("not HTTP") << QByteArray("HELO there\r\n\r\n") << QByteArray("400");
        QTest::newRow("TLS on a plain port")
            << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15) << QByteArray("400");
        QTest::newRow("two lengths")
            << QByteArray(
                   "POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}")
            << QByteArray("400");
        QTest::newRow("length and chunks")
            << QByteArray("POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: "
                          "chunked\r\n\r\n{}")
            << QByteArray("400");
    }
    void everyAnswerSaysThatItIsOurs()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        HttpServer server;
        RawConnection connection(server.url);
        connection.send(request);
        const QByteArray answer = connection.readUntil("\r\n\r\n");
        QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
        QVERIFY(answer.contains("X-Thidua: 1"));
        QVERIFY(answer.contains("application/problem+json"));
    }

    void aHeaderThatIsTooLargeIsRefused()
    {
        HttpServer server;
        RawConnection connection(server.url);
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\nX-Long: " + QByteArray(20'000, 'a'));
        const QByteArray answer = connection.readToEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 431 "), answer.constData());
        QVERIFY(answer.contains("\"too-large\""));
    }

    void aMillionHeadersAreRefused()
    {
        HttpServer server;
        RawConnection connection(server.url);
        connection.send("GET /healthz HTTP/1.1\r\n");
        for (int i = 0; i < 100 && connection.send(QByteArray("a: b\r\n").repeated(10'000)); ++i) {
        }
        const QByteArray answer = connection.readToEnd();
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "), answer.constData());
    }

    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        RawConnection connection(server.url);
        connection.send("POST /v1/push HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
                        "\r\nContent-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n");
        const QByteArray answer = connection.readUntil("too-large");
        QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer.constData());
    }

    void anEndlessBodyIsRefusedWithBoundedMemory()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        RawConnection connection(server.url);
        connection.send("POST /v1/push HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
                        "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        const qint64 before = peakMemory();
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
        for (int i = 0; i < 2000 && connection.send(chunk); ++i) {
        }
        const QByteArray answer = connection.readToEnd();
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 413 "), answer.constData());
        QVERIFY2(peakMemory() - before < 64 * 1024, "more than 64 MiB for a body of at most one");
    }

    void aBombIsRefusedWithBoundedMemory()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        // 1 GiB of spaces in less than a megabyte, made piece by piece.
        QByteArray bomb;
        for (int i = 0; i < 64; ++i)
            bomb += protocol::compress(QByteArray(14 << 20, ' '), protocol::Encoding::Gzip);
        bomb.truncate(1 << 20);
        const qint64 before = peakMemory();
        RawConnection connection(server.url);
        connection.send(post("/v1/push", token, bomb, "Content-Encoding: gzip\r\n"));
        const QByteArray answer = connection.readUntil("too-large");
        QVERIFY2(answer.startsWith("HTTP/1.1 413 "), answer.constData());
        QVERIFY(peakMemory() - before < 64 * 1024);
    }

    void whoSendsNoHeaderInTimeIsCut()
    {
        HttpServer server({.headerTime = 200ms});
        RawConnection silent(server.url);
        RawConnection slow(server.url);
        slow.send("GET /healthz HTTP/1.1\r\nHo");
        const QByteArray answer = slow.readToEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 408 "), answer.constData());
        QVERIFY(answer.contains("\"too-slow\""));
        QVERIFY(silent.isClosed());
    }

    void whoDribblesABodyIsCut()
    {
        HttpServer server({.grace = 300ms});
        const QByteArray token = tokenOf(server);
        RawConnection connection(server.url);
        connection.send("POST /v1/push HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
                        "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        const QByteArray answer = connection.readToEnd();
        QVERIFY2(answer.startsWith("HTTP/1.1 408 "), answer.constData());
    }

    void manyHalfOpenRequestsDoNotKeepAnybodyOut()
    {
        HttpServer server({.headerTime = 60s});
        std::vector<std::unique_ptr<RawConnection>> half;
        for (int i = 0; i < 300; ++i) {
            half.push_back(std::make_unique<RawConnection>(server.url));
            half.back()->send("GET /healthz HTTP/1.1\r\nX: ");
        }
        RawConnection connection(server.url);
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(connection.readUntil("alive\n").startsWith("HTTP/1.1 200 "));
    }

    void aRequestCutInTheMiddleChangesNothing()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        const QByteArray whole = post("/v1/push", token, QByteArray("{\"epoch\":\"") + QByteArray(500, 'x'));
        {
            RawConnection connection(server.url);
            connection.send(whole.left(whole.size() - 100));
        }
        RawConnection next(server.url);
        next.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(next.readUntil("alive\n").startsWith("HTTP/1.1 200 "));
    }

    void whoAsksBeforeSendingIsTold()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        RawConnection connection(server.url);
        connection.send(
            "POST /v1/push HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
            "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(connection.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100 "));
        connection.clear();
        connection.send("{}");
        QVERIFY(connection.readUntil("\r\n\r\n").startsWith("HTTP/1.1 400 ")); // no epoch, no edits
    }

    void behindAProxyTheAddressIsTheOneThatItNames()
    {
        HttpServer server;
        RawConnection direct(server.url);
        direct.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(direct.readUntil("\r\n\r\n").startsWith("HTTP/1.1 200 "));
        RawConnection proxied(server.url);
        proxied.send("GET /metrics HTTP/1.1\r\nHost: a\r\nX-Real-IP: 203.0.113.5\r\n\r\n");
        QVERIFY(proxied.readUntil("\r\n\r\n").startsWith("HTTP/1.1 404 "));
    }

    void aStreamTellsOfChanges()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        RawConnection stream(server.url);
        stream.send("GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        QVERIFY(stream.readUntil(":\n\n").startsWith("HTTP/1.1 200 "));
        server.core->hub().publish({{domain::Channel::unit(server.city.unitB).name(), 9}});
        server.core->hub().publish({{domain::Channel::unit(server.city.unitA).name(), 7}});
        const QByteArray told = stream.readUntil("\"rev\":7}\n\n");
        QVERIFY(told.contains("event: change\ndata: {\"channel\":\"" +
                              domain::Channel::unit(server.city.unitA).name().toLatin1() +
                              "\",\"rev\":7}\n\n"));
        QVERIFY(!told.contains("\"rev\":9"));
    }

    void aStreamThatIsIdleBeats()
    {
        HttpServer server({.heartbeat = 50ms});
        const QByteArray token = tokenOf(server);
        RawConnection stream(server.url);
        stream.send("GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        QVERIFY(stream.readUntil(":\n\n:\n\n:\n\n").contains(":\n\n:\n\n:\n\n"));
    }

    void aStreamEndsInItsTime()
    {
        HttpServer server({.heartbeat = 50ms, .streamLife = 100ms});
        const QByteArray token = tokenOf(server);
        RawConnection stream(server.url);
        stream.send("GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        stream.readToEnd();
        QVERIFY(stream.isClosed());
    }

    // L5: told before the body is read, and the others are served.
    void anAddressThatAsksTooOftenIsHeldBackAlone()
    {
        HttpServer server({}, {.device = {50, 500}, .address = {0.001, 3}});
        const auto statusFor = [&](const QByteArray& address) {
            RawConnection connection(server.url);
            connection.send("POST /v1/devices HTTP/1.1\r\nHost: a\r\nX-Real-IP: " + address +
                            "\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n");
            connection.send(QByteArray(900'000, ' '));
            return connection.readUntil("}");
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(statusFor("203.0.113.5").startsWith("HTTP/1.1 400 "));
        const QByteArray held = statusFor("203.0.113.5");
        QVERIFY2(held.startsWith("HTTP/1.1 429 "), held.constData());
        QVERIFY(held.contains("Retry-After: 1000\r\n"));
        QVERIFY(held.contains("application/problem+json"));
        QVERIFY(held.contains("X-Thidua: 1"));
        QVERIFY(statusFor("203.0.113.6").startsWith("HTTP/1.1 400 "));
        QCOMPARE(server.core->metrics().heldBack.load(), 1);
    }

    void stoppingEndsWhatIsIdle()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        RawConnection idle(server.url);
        idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        idle.readUntil("alive\n");
        RawConnection stream(server.url);
        stream.send("GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        stream.readUntil(":\n\n");
        server.edge->stop();
        QVERIFY(idle.isClosed());
        QVERIFY(stream.isClosed());
        QCOMPARE(server.core->metrics().connections.load(), 0);
    }

    void stoppingFinishesWhatWasAcceptedAndTakesNothingNew()
    {
        HttpServer server;
        const QByteArray token = tokenOf(server);
        const QByteArray whole = post("/v1/pull", token, "{\"channels\":{}}");
        RawConnection idle(server.url);
        idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        idle.readUntil("alive\n");
        RawConnection accepted(server.url);
        accepted.send(whole.chopped(5)); // all of the head, and a part of the body
        RawConnection late(server.url);
        late.send("GET /healthz HTTP/1.1\r\n");
        while (server.core->metrics().connections < 3)
            QVERIFY(idle.readUntil("alive\n").size() > 0);
        std::thread stopping([&] { server.edge->stop(); });
        const bool closed = idle.isClosed(); // from here on the server is stopping
        accepted.send(whole.last(5));
        const QByteArray finished = accepted.readToEnd();
        late.send("Host: a\r\n\r\n");
        const QByteArray refused = late.readToEnd();
        stopping.join();
        QVERIFY(closed);
        QVERIFY2(finished.startsWith("HTTP/1.1 200 "), finished.constData());
        QVERIFY2(refused.startsWith("HTTP/1.1 503 "), refused.constData());
        QVERIFY(refused.contains("Retry-After: 2"));
    }
};

QTEST_GUILESS_MAIN(TestHttpEdge)
#include "tst_httpedge.moc"
