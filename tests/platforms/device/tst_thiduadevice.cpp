#include "base/id.h"
#include "support/programs.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// The life of a tablet beside its daily work: its file is damaged, or the tablet is taken away from it. Real
// processes throughout.
class ThiduaDeviceTest : public QObject
{
    Q_OBJECT

private:
    ServerProcess m_server;
    QString m_unit;

    static QString quoted(const QString& text) { return u'"' + text + u'"'; }
    QStringList newReport(int value) const
    {
        return {u"unit="_s + quoted(m_unit), u"criterion="_s + quoted(m_unit),     u"movement=null"_s,
                u"period=\"2025\""_s,        u"value="_s + QString::number(value), u"measure=\"%\""_s};
    }
    [[nodiscard]] qsizetype reportsOf(const DeviceProcess& device) const
    {
        return device.command(u"show"_s, {u"report"_s}).lines().size();
    }
    [[nodiscard]] QString idOf(const QString& login)
    {
        const auto devices = m_server.command({u"device"_s, u"list"_s}).lines();
        for (const QJsonObject& device : devices) {
            if (device[u"login"_s] == login && !device[u"revoked"_s].toBool())
                return device[u"id"_s].toString();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.init({u"--sample"_s}).ok());
        for (const auto& login : {u"can.bo.mot"_s, u"can.bo.hai"_s})
            QVERIFY(m_server.addUser(login, u"Cán bộ"_s, {u"officer@unit/26740"_s}).ok());
        QVERIFY(m_server.start());
        DeviceProcess device;
        QVERIFY(device.enrol(m_server.url(), u"can.bo.mot"_s).ok());
        QVERIFY(device.sync().ok());
        // The one unit whose reports this officer's device holds.
        for (const QString& channel : device.command(u"hash"_s).object().keys())
            m_unit = channel.startsWith(u"unit/"_s) ? channel.section(u'/', 1) : m_unit;
        QVERIFY2(!m_unit.isEmpty(), "the unit of the sample");
    }

    void whatIsHeldIsFoundByWords()
    {
        DeviceProcess device;
        QVERIFY(device.enrol(m_server.url(), u"can.bo.mot"_s).ok());
        QVERIFY(device.sync().ok());
        QVERIFY(device.save(u"report"_s, newReport(1) + QStringList{u"note=\"Trồng cây đầu xuân\""_s}).ok());
        const auto found = device.command(u"search"_s, {u"trong cay"_s, u"--kind"_s, u"report"_s}).lines();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()[u"values"_s][u"note"_s].toString(), u"Trồng cây đầu xuân"_s);
        QCOMPARE(device.command(u"search"_s, {u"\"*"_s}).lines().size(), 0);
        QVERIFY(!device.command(u"search"_s, {u"cay"_s, u"--kind"_s, u"nothing"_s}).ok());
        QVERIFY(!device.command(u"search"_s).ok());
        // The index can go at any time.
        QVERIFY(QFile::remove(device.data() + u"/device-search.db"_s));
        QCOMPARE(device.command(u"search"_s, {u"dau xuan"_s}).lines().size(), 1);
    }

    void aDamagedFileLosesNoWork()
    {
        DeviceProcess device;
        QVERIFY(device.enrol(m_server.url(), u"can.bo.mot"_s).ok());
        QVERIFY(device.sync().ok());
        const qsizetype before = reportsOf(device);
        for (int i = 0; i < 20; ++i)
            QVERIFY(device.save(u"report"_s, newReport(i)).ok());
        QFile file(device.data() + u"/device.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(100, 'x')), 100);
        file.close();
        // Whoever comes next finds the work, and is told.
        const Outcome pending = device.command(u"pending"_s);
        QVERIFY2(pending.ok(), pending.messages);
        QCOMPARE(pending.lines().size(), 20);
        QVERIFY(pending.messages.contains("damaged"));
        const QDir folder(device.data());
        QCOMPARE(folder.entryList({u"device.db.damaged-*"_s}).isEmpty(), false);
        const Outcome synced = device.sync();
        QVERIFY2(synced.ok(), synced.messages);
        QCOMPARE(synced.object()[u"pushed"_s].toInt(), 20);
        QCOMPARE(synced.object()[u"attention"_s].toInt(), 0);
        QCOMPARE(reportsOf(device), before + 20);
    }

    void aRevokedDeviceHandsOverItsWorkAndIsWiped()
    {
        DeviceProcess lost;
        DeviceProcess other;
        QVERIFY(lost.enrol(m_server.url(), u"can.bo.hai"_s).ok());
        QVERIFY(lost.sync().ok());
        QVERIFY(other.enrol(m_server.url(), u"can.bo.mot"_s).ok());
        QVERIFY(other.sync().ok());
        const qsizetype before = reportsOf(other);
        for (int i = 0; i < 3; ++i)
            QVERIFY(lost.save(u"report"_s, newReport(100 + i)).ok());
        const QString device = idOf(u"can.bo.hai"_s);
        QVERIFY(m_server.command({u"device"_s, u"revoke"_s, device}).ok());

        const Outcome synced = lost.sync();
        QVERIFY(!synced.ok());
        QCOMPARE(synced.object()[u"rescued"_s].toBool(), true);
        QVERIFY2(synced.messages.contains("revoked"), synced.messages);
        QVERIFY(!QFile::exists(lost.data() + u"/device.db"_s));
        QVERIFY(!QFile::exists(lost.data() + u"/token"_s));

        // Nothing of it counts before somebody has judged it.
        QVERIFY(other.sync().ok());
        QCOMPARE(reportsOf(other), before);
        const auto kept = m_server.command({u"quarantine"_s, u"list"_s}).lines();
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept.first()[u"login"_s], u"can.bo.hai"_s);
        QCOMPARE(kept.first()[u"edit"_s][u"set"_s][u"value"_s].toInt(), 100);
        const Outcome judged = m_server.command({u"quarantine"_s, u"accept"_s, device});
        QVERIFY2(judged.ok(), judged.messages);
        QCOMPARE(judged.object()[u"accepted"_s].toInt(), 3);
        QVERIFY(other.sync().ok());
        QCOMPARE(reportsOf(other), before + 3);
        QVERIFY(!m_server.command({u"quarantine"_s, u"accept"_s, device}).ok());
        QCOMPARE(m_server.command({u"quarantine"_s, u"list"_s}).lines().first()[u"outcome"_s], u"accepted"_s);
    }

    void whatIsRejectedNeverCounts()
    {
        DeviceProcess lost;
        QVERIFY(lost.enrol(m_server.url(), u"can.bo.hai"_s).ok());
        QVERIFY(lost.sync().ok());
        const qsizetype before = reportsOf(lost);
        QVERIFY(lost.save(u"report"_s, newReport(200)).ok());
        const QString device = idOf(u"can.bo.hai"_s);
        QVERIFY(m_server.command({u"device"_s, u"revoke"_s, device}).ok());
        QVERIFY(!lost.sync().ok());
        QCOMPARE(m_server.command({u"quarantine"_s, u"reject"_s, device}).object()[u"refused"_s].toInt(), 1);
        DeviceProcess fresh;
        QVERIFY(fresh.enrol(m_server.url(), u"can.bo.hai"_s).ok());
        QVERIFY(fresh.sync().ok());
        QCOMPARE(reportsOf(fresh), before);
    }
};

QTEST_GUILESS_MAIN(ThiduaDeviceTest)
#include "tst_thiduadevice.moc"
