#include "features/certificates.h"
#include "features/servedcity.h"

#include "sql/connection.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>
#include <QUuid>

#include <csignal>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// What a city's administrators do to a server that runs, and what its machine does to it.
class TestOperation : public QObject
{
    Q_OBJECT

    static QJsonObject push(const ServedCity& city, const Caller& caller)
    {
        const QJsonObject set{{u"unit"_s, city.unit},
                              {u"criterion"_s, city.otherUnit},
                              {u"movement"_s, QJsonValue()},
                              {u"period"_s, u"2026"_s}};
        const QJsonObject edit{{u"seq"_s, 1},
                               {u"at"_s, 1},
                               {u"seen"_s, 0},
                               {u"record"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                               {u"kind"_s, u"report"_s},
                               {u"set"_s, set}};
        return {{u"epoch"_s, caller.epoch}, {u"edits"_s, QJsonArray{edit}}};
    }
    static QByteArray serialOf(const QString& url)
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QUrl(url).host(), quint16(QUrl(url).port()));
        socket.waitForEncrypted(5000);
        return socket.peerCertificate().serialNumber();
    }
    static void put(const QString& from, const QString& over)
    {
        QFile::remove(over);
        QVERIFY(QFile::copy(from, over));
    }

private Q_SLOTS:
    void aRenewedCertificateIsUsedAfterAReload()
    {
        Certificates certificates;
        const auto used = certificates.server(u"used"_s, {});
        const auto renewed = certificates.server(u"renewed"_s, {});
        ServerProcess server;
        QVERIFY(server.init().ok());
        server.useTls(used.certificate, used.key);
        QVERIFY(server.start());
        const QByteArray before = serialOf(server.url());
        QVERIFY(!before.isEmpty());
        put(renewed.certificate, used.certificate);
        put(renewed.key, used.key);
        QCOMPARE(serialOf(server.url()), before); // not by chance, in the middle of two files
        QCOMPARE(::kill(pid_t(server.processId()), SIGHUP), 0);
        QTRY_VERIFY(serialOf(server.url()) != before);
        QVERIFY(!serialOf(server.url()).isEmpty());
    }

    // Whoever writes is asked to come back; whoever reads notices nothing.
    void whileCommitsHangWritersAreSentAwayAndReadersAreServed()
    {
        const ServedCity city;
        const Caller caller = city.callerOf(ServedCity::officer());
        auto other = sql::Connection::open(city.server.data() + u"/thidua.db"_s);
        QVERIFY(other.ok());
        QVERIFY((*other)->execute("BEGIN IMMEDIATE").ok());
        const auto refused = caller.call("POST", "/v1/push", push(city, caller));
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.body.value(u"code"_s), u"busy"_s);
        QVERIFY(refused.body.value(u"retryAfter"_s).toInt() > 0);
        QCOMPARE(caller.call("GET", "/v1/me").status, 200);
        QVERIFY(city.reports().isEmpty());
        QVERIFY((*other)->execute("ROLLBACK").ok());
        QCOMPARE(caller.call("POST", "/v1/push", push(city, caller)).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
