#include "features/certificates.h"
#include "sync/server/httpserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>

using namespace thidua;
using namespace thidua::test;

// A renewed certificate is used from the next connection on; whoever is connected notices nothing.
class TestTlsReload : public QObject
{
    Q_OBJECT

    Certificates certificates;

    static void put(const QString& from, const QString& over)
    {
        QFile::remove(over);
        QVERIFY(QFile::copy(from, over));
    }
    static std::unique_ptr<QSslSocket> connectTo(const QUrl& url)
    {
        auto socket = std::make_unique<QSslSocket>();
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->connectToHostEncrypted(url.host(), quint16(url.port()));
        socket->waitForEncrypted(5000);
        return socket;
    }
    // What the openssl program says of a handshake; it speaks older versions if it is asked to.
    static QByteArray handshake(const QUrl& url, const QString& version)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, url.authority(), version, u"-cipher"_s,
                                     u"ALL:@SECLEVEL=0"_s});
        openssl.closeWriteChannel();
        openssl.waitForFinished(10'000);
        return openssl.readAll();
    }
    static QByteArray serialSeenBy(const std::unique_ptr<QSslSocket>& socket)
    {
        return socket->peerCertificate().serialNumber();
    }
    static bool answers(const std::unique_ptr<QSslSocket>& socket)
    {
        socket->write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QByteArray answer;
        while (!answer.contains("alive\n") && socket->waitForReadyRead(5000))
            answer += socket->readAll();
        return answer.startsWith("HTTP/1.1 200 ");
    }

private Q_SLOTS:
    void aNewCertificateIsUsedFromTheNextConnectionOn()
    {
        const auto used = certificates.server(u"used"_s, {});
        const auto renewed = certificates.server(u"renewed"_s, {});
        HttpServer server({}, {}, {used.certificate, used.key});
        const auto before = connectTo(server.url);
        QVERIFY(answers(before));
        put(renewed.certificate, used.certificate);
        put(renewed.key, used.key);
        QVERIFY(server.edge->reloadTls().ok());
        const auto after = connectTo(server.url);
        QVERIFY(serialSeenBy(after) != serialSeenBy(before));
        QVERIFY(answers(after));
        QVERIFY(answers(before)); // on the connection that it has
    }

    void aBadCertificateIsRefusedAndTheOldOneStays_data()
    {
        QTest::addColumn<QByteArray>("certificate"); // empty: of another key
        QTest::newRow("not a certificate") << QByteArray("-----BEGIN");
        QTest::newRow("half of one") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n");
        QTest::newRow("another key's") << QByteArray();
    }
    void aBadCertificateIsRefusedAndTheOldOneStays()
    {
        QFETCH(QByteArray, certificate);
        const auto used = certificates.server(u"used"_s, {});
        const auto other = certificates.server(u"other"_s, {});
        HttpServer server({}, {}, {used.certificate, used.key});
        const QByteArray serial = serialSeenBy(connectTo(server.url));
        put(other.certificate, used.certificate);
        if (!certificate.isEmpty()) {
            QFile file(used.certificate);
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(certificate);
        }
        QCOMPARE(server.edge->reloadTls().error().code, ErrorCode::TlsFailure);
        const auto after = connectTo(server.url);
        QCOMPARE(serialSeenBy(after), serial);
        QVERIFY(answers(after));
    }

    // A16
    void whoSpeaksAnOlderTlsIsNotServed()
    {
        const auto used = certificates.server(u"used"_s, {});
        HttpServer server({}, {}, {used.certificate, used.key});
        QVERIFY(handshake(server.url, u"-tls1"_s).contains("alert protocol version"));
        QVERIFY(handshake(server.url, u"-tls1_1"_s).contains("alert protocol version"));
        QVERIFY(handshake(server.url, u"-tls1_2"_s).contains("Cipher is ECDHE-"));
        QVERIFY(handshake(server.url, u"-tls1_3"_s).contains("Cipher is TLS_"));
        RawConnection plain(server.url);
        plain.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(!plain.readToEnd().contains("alive"));
    }
};

QTEST_GUILESS_MAIN(TestTlsReload)
#include "tst_tlsreload.moc"
