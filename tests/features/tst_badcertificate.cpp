#include "features/certificates.h"
#include "features/servedcity.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// Whoever stands between a tablet and its server and cannot prove to be the server gets nothing: no token, no
// work, no answer that is believed.
class TestBadCertificate : public QObject
{
    Q_OBJECT

    Certificates certificates;
    std::unique_ptr<ServedCity> city;

    void serve(const Certificates::Pair& pair) const
    {
        city->server.stop();
        city->server.useTls(pair.certificate, pair.key);
        QVERIFY(city->server.start());
    }
    [[nodiscard]] QString secureUrl() const { return city->server.url().replace(u"http:"_s, u"https:"_s); }
    Outcome enrol(const DeviceProcess& device, const QString& bundle) const
    {
        QStringList arguments{u"--server"_s,         secureUrl(), u"--login"_s, ServedCity::officer(),
                              u"--password-stdin"_s, u"--name"_s, u"Máy thử"_s};
        if (!bundle.isEmpty())
            arguments += {u"--ca"_s, bundle};
        return device.command(u"enrol"_s, arguments, ServerProcess::password() + '\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        city = std::make_unique<ServedCity>();
        for (const auto& name : {u"city"_s, u"next"_s, u"stranger"_s})
            certificates.authority(name);
    }
    void cleanupTestCase() { city.reset(); }

    void whoeverCannotProveToBeTheServerGetsNothing_data()
    {
        QTest::addColumn<Certificates::Wish>("wish");
        QTest::newRow("signed by itself") << Certificates::Wish{};
        QTest::newRow("another authority") << Certificates::Wish{.authority = u"stranger"_s};
        QTest::newRow("of another host")
            << Certificates::Wish{.authority = u"city"_s, .host = u"DNS:ke-gian.example"_s};
        QTest::newRow("expired") << Certificates::Wish{
            .authority = u"city"_s, .from = u"20200101000000Z"_s, .until = u"20210101000000Z"_s};
        QTest::newRow("not yet valid") << Certificates::Wish{
            .authority = u"city"_s, .from = u"20450101000000Z"_s, .until = u"20460101000000Z"_s};
    }
    void whoeverCannotProveToBeTheServerGetsNothing()
    {
        QFETCH(Certificates::Wish, wish);
        // A tablet that was enrolled with the right server, and has work to send.
        serve(certificates.server(u"right"_s, {.authority = u"city"_s}));
        DeviceProcess device;
        const Outcome enrolled = enrol(device, certificates.bundle({u"city"_s}));
        QVERIFY2(enrolled.ok(), enrolled.messages.constData());
        QVERIFY(device.sync().ok());
        const Saved saved = enterReport(device, city->unit, 100);

        serve(certificates.server(u"wrong"_s, wish));
        const Outcome failed = syncOnce(device);
        QCOMPARE(codeOf(failed), u"tls-failure"_s); // not "offline": somebody is there
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(seqsOf(listed(device, u"pending"_s)), QList<qint64>{saved.seq});
        DeviceProcess other;
        QCOMPARE(codeOf(enrol(other, certificates.bundle({u"city"_s}))), u"tls-failure"_s);

        serve(certificates.server(u"right"_s, {.authority = u"city"_s}));
        QVERIFY(device.sync().ok());
        QVERIFY(listed(device, u"pending"_s).isEmpty());
    }

    // The city's own authority is nobody to the system, so a tablet that was not told of it refuses.
    void withoutBeingToldATabletTrustsTheSystemsAuthoritiesAlone()
    {
        serve(certificates.server(u"right"_s, {.authority = u"city"_s}));
        DeviceProcess device;
        QCOMPARE(codeOf(enrol(device, {})), u"tls-failure"_s);
    }

    // One authority follows another: whoever knows both notices nothing, however long they were away.
    void aTabletThatKnowsBothAuthoritiesGoesThroughTheChange()
    {
        serve(certificates.server(u"right"_s, {.authority = u"city"_s}));
        DeviceProcess prepared;
        DeviceProcess surprised;
        QVERIFY(enrol(prepared, certificates.bundle({u"city"_s, u"next"_s})).ok());
        QVERIFY(enrol(surprised, certificates.bundle({u"city"_s})).ok());
        QVERIFY(surprised.sync().ok());
        enterReport(surprised, city->unit, 100);

        serve(certificates.server(u"successor"_s, {.authority = u"next"_s}));
        QVERIFY(prepared.sync().ok());
        QCOMPARE(codeOf(syncOnce(surprised)), u"tls-failure"_s);
        // The way back for who missed it: enrolled anew with the new authority, the work is all there.
        const Outcome again = enrol(surprised, certificates.bundle({u"next"_s}));
        QVERIFY2(again.ok(), again.messages.constData());
        QVERIFY(surprised.sync().ok());
        QVERIFY(listed(surprised, u"pending"_s).isEmpty());
    }

    void aFileWithoutCertificatesIsRefused()
    {
        DeviceProcess device;
        const QString file = QDir::temp().filePath(u"khong-phai-chung-thu.pem"_s);
        QFile empty(file);
        QVERIFY(empty.open(QFile::WriteOnly));
        empty.write("khong phai chung thu");
        empty.close();
        QCOMPARE(codeOf(enrol(device, file)), u"malformed"_s);
        QFile::remove(file);
    }
};

QTEST_GUILESS_MAIN(TestBadCertificate)
#include "tst_badcertificate.moc"
