#include "support/middlemantest.h"

#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// Somebody else answers in the server's place: a café's sign-in page, a proxy, a server that is ill. Nothing
// of it is believed, whatever it calls itself.
class TestBadPortal : public MiddlemanTest
{
    Q_OBJECT

    static QByteArray page(const QByteArray& status, const QByteArray& headers, const QByteArray& body)
    {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray signInPage()
    {
        return "<!doctype html><title>Wi-Fi</title><form>Xin mời đăng nhập để vào mạng</form>";
    }
    void addStrangers()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("code");
        const QByteArray html = "Content-Type: text/html; charset=utf-8\r\n";
        const QByteArray cbor = "Content-Type: application/cbor\r\n";
        const QByteArray ours = "X-Thidua: 1\r\n";
        const QByteArray emptyMap("\xa0", 1);
        const auto portal = u"not-our-server"_s;
        const auto ill = u"server-fault"_s;
        QTest::newRow("200 with a page") << page("200 OK", html, signInPage()) << portal;
        QTest::newRow("200 with nothing") << page("200 OK", html, {}) << portal;
        QTest::newRow("201 with a page") << page("201 Created", html, signInPage()) << portal;
        QTest::newRow("a page that calls itself JSON")
            << page("200 OK", "Content-Type: application/json\r\n", signInPage()) << portal;
        QTest::newRow("JSON of another service")
            << page("200 OK", "Content-Type: application/json\r\n", R"({"acked":9,"results":[]})") << portal;
        QTest::newRow("CBOR without our header") << page("200 OK", cbor, emptyMap) << portal;
        QTest::newRow("404 with a page") << page("404 Not Found", html, signInPage()) << portal;
        QTest::newRow("511") << page("511 Network Authentication Required", html, signInPage()) << portal;
        QTest::newRow("401 of a proxy") << page("401 Unauthorized", html, signInPage()) << portal;
        QTest::newRow("redirect to the sign-in page")
            << page("302 Found", "Location: /dang-nhap\r\n", {}) << portal;
        QTest::newRow("another version of the protocol")
            << page("200 OK", cbor + "X-Thidua: 9\r\n", emptyMap) << portal;
        QTest::newRow("our header on a page") << page("200 OK", ours + html, signInPage()) << portal;
        QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n\r\n") << u"offline"_s;
        QTest::newRow("a proxy whose server is away")
            << page("502 Bad Gateway", html, signInPage()) << u"busy"_s;
        QTest::newRow("ours, but garbage") << page("200 OK", ours + cbor, QByteArray(300, '\xff')) << ill;
        QTest::newRow("ours, but of another shape") << page("200 OK", ours + cbor, emptyMap) << ill;
        QTest::newRow("ours, but damaged on the way")
            << page("200 OK", ours + cbor + "Content-Encoding: zstd\r\n", QByteArray(300, 'z')) << ill;
        QTest::newRow("ours, and ill")
            << page("500 Internal Server Error", ours + "Content-Type: application/problem+json\r\n",
                    R"({"type":"about:blank","title":"x","status":500,"code":"server-fault","detail":""})")
            << ill;
    }

private Q_SLOTS:
    void nothingOfAStrangersAnswerIsBelieved_data() { addStrangers(); }
    void nothingOfAStrangersAnswerIsBelieved()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        DeviceProcess device;
        middleman->behaveWell();
        QVERIFY(device.enrol(middleman->url(), ServedCity::officer()).ok());
        QVERIFY(device.sync().ok());
        const QList<qint64> seqs{enterReport(device, city->unit, 1).seq,
                                 enterReport(device, city->unit, 2).seq};
        const QByteArray held = device.command(u"hash"_s).output;
        const QByteArray shown = device.command(u"show"_s).output;
        const QJsonObject before = city->digests();

        middleman->behave({.page = answer});
        const Outcome failed = syncOnce(device);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), code);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QVERIFY(!failed.object().value(u"upToDate"_s).toBool());
        QVERIFY(middleman->heard().startsWith("POST /v1/push "));
        QVERIFY(!middleman->heard().contains("dang-nhap")); // nobody is followed elsewhere
        QCOMPARE(seqsOf(listed(device, u"pending"_s)), seqs);
        QVERIFY(listed(device, u"attention"_s).isEmpty());
        QCOMPARE(device.command(u"hash"_s).output, held);
        QCOMPARE(device.command(u"show"_s).output, shown);
        QCOMPARE(city->digests(), before);

        middleman->behaveWell();
        QVERIFY(device.sync().ok());
        QVERIFY(listed(device, u"pending"_s).isEmpty());
        QCOMPARE(device.command(u"hash"_s).object().value(city->unitChannel),
                 city->digests().value(city->unitChannel));
    }

    void nobodyIsEnrolledByAStranger_data() { addStrangers(); }
    void nobodyIsEnrolledByAStranger()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, code);
        middleman->behave({.page = answer});
        DeviceProcess device;
        const Outcome failed = device.enrol(middleman->url(), ServedCity::officer());
        QVERIFY(!failed.ok());
        QVERIFY(failed.output.isEmpty());
        QCOMPARE(codeOf(failed), code);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(codeOf(device.command(u"status"_s)), u"not-signed-in"_s);
    }
};

QTEST_GUILESS_MAIN(TestBadPortal)
#include "tst_badportal.moc"
