#include "features/servedcity.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// People and tablets that are not who they say, or who ask at the wrong door: told so, and nothing changes.
class TestBadAccess : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;

    [[nodiscard]] qsizetype devicesOnServer() const
    {
        return city->server.command({u"device"_s, u"list"_s}).lines().size();
    }
    static QString refusedUrl()
    {
        QTcpServer port; // free again when this returns
        port.listen(QHostAddress::LocalHost);
        return u"http://127.0.0.1:%1"_s.arg(port.serverPort());
    }
    static void isNotEnrolled(const DeviceProcess& device)
    {
        QCOMPARE(codeOf(device.command(u"status"_s)), u"not-signed-in"_s);
        QVERIFY(!QFile::exists(QDir(device.data()).filePath(u"token"_s)));
    }
    // Its work is all there, none of it counts as sent, and the command said why.
    static void keepsItsWork(const DeviceProcess& device, const Outcome& failed, const QList<qint64>& seqs)
    {
        QVERIFY(!failed.ok());
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(seqsOf(listed(device, u"pending"_s)), seqs);
        QVERIFY(listed(device, u"attention"_s).isEmpty());
    }

private Q_SLOTS:
    void initTestCase() { city = std::make_unique<ServedCity>(); }
    void cleanupTestCase() { city.reset(); }

    void whoeverCannotProveWhoTheyAreIsNotEnrolled_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("wrong password") << ServedCity::officer() << QByteArray("sai-mat-khau");
        QTest::newRow("nobody of this name") << u"khong.co.ai"_s << ServerProcess::password();
    }
    void whoeverCannotProveWhoTheyAreIsNotEnrolled()
    {
        QFETCH(QString, login);
        QFETCH(QByteArray, password);
        const qsizetype devices = devicesOnServer();
        DeviceProcess device;
        const Outcome refused = device.enrol(city->server.url(), login, password);
        QVERIFY(!refused.ok());
        QVERIFY(refused.output.isEmpty());
        QCOMPARE(codeOf(refused), u"wrong-credentials"_s);
        QVERIFY(!sentenceOf(refused).isEmpty());
        isNotEnrolled(device);
        QCOMPARE(devicesOnServer(), devices);
    }

    // Whether a name exists is nobody's business.
    void aWrongNameIsToldInTheWordsOfAWrongPassword()
    {
        DeviceProcess device;
        const Outcome name = device.enrol(city->server.url(), u"khong.co.ai"_s);
        const Outcome password = device.enrol(city->server.url(), ServedCity::otherOfficer(), "sai-mat-khau");
        QCOMPARE(name.messages, password.messages);
    }

    void aWrongPasswordLeavesTheWayOpenForTheRightOne()
    {
        DeviceProcess device;
        QVERIFY(!device.enrol(city->server.url(), ServedCity::council(), "sai-mat-khau").ok());
        const Outcome enrolled = device.enrol(city->server.url(), ServedCity::council());
        QVERIFY2(enrolled.ok(), enrolled.messages.constData());
        QVERIFY(device.sync().ok());
    }

    void aWrongCodeIsRefused()
    {
        DeviceProcess device;
        const Outcome refused = device.enrolWithCode(city->server.url(), u"AAAA-BBBB-CCCC"_s);
        QCOMPARE(codeOf(refused), u"wrong-credentials"_s);
        QVERIFY(!sentenceOf(refused).isEmpty());
        isNotEnrolled(device);
    }

    void anUnknownServerIsToldAsSuch_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("refused port") << refusedUrl() << u"offline"_s;
        QTest::newRow("no such host") << u"https://khong-co-may-chu.invalid"_s << u"offline"_s;
        QTest::newRow("unsafe") << u"http://khong-co-may-chu.invalid"_s << u"tls-failure"_s;
        QTest::newRow("no URL") << u"may chu"_s << u"malformed"_s;
        QTest::newRow("no host") << u"https://"_s << u"malformed"_s;
    }
    void anUnknownServerIsToldAsSuch()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        DeviceProcess device;
        const Outcome failed = device.enrol(url, ServedCity::officer());
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), code);
        QVERIFY(!sentenceOf(failed).isEmpty());
        isNotEnrolled(device);
    }

    void aTabletWithoutEnrolmentSaysSo_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("save") << u"save"_s << QStringList{u"movement"_s, u"name=\"x\""_s};
        for (const auto& command :
             {u"sync"_s, u"show"_s, u"pending"_s, u"attention"_s, u"status"_s, u"hash"_s})
            QTest::newRow(qPrintable(command)) << command << QStringList();
    }
    void aTabletWithoutEnrolmentSaysSo()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, arguments);
        DeviceProcess device;
        const Outcome refused = device.command(command, arguments);
        QVERIFY(!refused.ok());
        QVERIFY(refused.output.isEmpty());
        QCOMPARE(codeOf(refused), u"not-signed-in"_s);
        QVERIFY(!sentenceOf(refused).isEmpty());
    }

    void whatARevokedTabletCouldNotSendIsKeptForAPersonToJudge()
    {
        DeviceProcess device;
        const QString id =
            device.enrol(city->server.url(), ServedCity::officer()).object().value(u"device"_s).toString();
        QVERIFY(device.sync().ok());
        const Saved saved = enterReport(device, city->unit, 100);
        const QJsonObject before = city->digests();
        QVERIFY(city->server.command({u"device"_s, u"revoke"_s, id}).ok());
        const Outcome failed = syncOnce(device);
        QCOMPARE(codeOf(failed), u"revoked"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(city->digests(), before);
        const auto kept = city->server.command({u"quarantine"_s, u"list"_s}).lines();
        QVERIFY(std::ranges::any_of(kept, [&](const QJsonObject& one) {
            return one[u"device"_s] == id && one[u"edit"_s][u"record"_s] == saved.record &&
                   one[u"edit"_s][u"seq"_s] == saved.seq && !one[u"judged"_s].toBool();
        }));
        // Nothing of a person stays on a tablet that was taken away from them.
        QCOMPARE(codeOf(device.command(u"pending"_s)), u"not-signed-in"_s);
    }

    void aTabletWhoseTokenIsDamagedKeepsItsWorkAndIsWellAgainWithTheRightOne()
    {
        DeviceProcess device;
        QVERIFY(device.enrol(city->server.url(), ServedCity::officer()).ok());
        QVERIFY(device.sync().ok());
        const Saved saved = enterReport(device, city->unit, 100);
        QFile token(QDir(device.data()).filePath(u"token"_s));
        QVERIFY(token.open(QFile::ReadWrite));
        const QByteArray right = token.readAll();
        token.resize(0);
        token.write("khong-phai-cua-toi");
        token.close();
        const Outcome failed = syncOnce(device);
        QCOMPARE(codeOf(failed), u"unauthenticated"_s);
        keepsItsWork(device, failed, {saved.seq});
        QVERIFY(city->history(saved.record).isEmpty());
        QVERIFY(token.open(QFile::WriteOnly | QFile::Truncate));
        token.write(right);
        token.close();
        QVERIFY(device.sync().ok());
        QCOMPARE(city->history(saved.record).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBadAccess)
#include "tst_badaccess.moc"
