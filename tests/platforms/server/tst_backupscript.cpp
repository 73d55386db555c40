#include "caller.h"

#include "support/programs.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// S16: the script of the timer, on a server that serves.
class TestBackupScript : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString backups() const { return m_dir.filePath(u"backups"_s); }
    [[nodiscard]] QStringList kept() const
    {
        return QDir(backups()).entryList({u"thidua-*.db"_s}, QDir::Files, QDir::Name);
    }
    int backUp(const QString& data, int keep)
    {
        QProcess script;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"THIDUA_SERVER"_s, programPath(u"thidua-server"_s));
        script.setProcessEnvironment(environment);
        script.start(QStringLiteral(THIDUA_BACKUP_SCRIPT), {data, backups(), QString::number(keep)});
        script.waitForFinished(60'000);
        m_output = script.readAllStandardOutput();
        return script.exitStatus() == QProcess::NormalExit ? script.exitCode() : -1;
    }
    QByteArray m_output;

private Q_SLOTS:
    void cleanup() { QDir(backups()).removeRecursively(); }

    void aBackupOfALiveServerHoldsWhatItHolds()
    {
        ServerProcess server;
        QVERIFY(server.init({u"--sample"_s}).ok());
        QVERIFY(server.start());
        QCOMPARE(backUp(server.data(), 3), 0);
        QCOMPARE(kept().size(), 1);
        // Restored elsewhere, it has as many records and edits, and no fault; so had the script's own drill.
        const QString elsewhere = m_dir.filePath(u"elsewhere"_s);
        const QString from = backups() + u'/' + kept().first();
        QVERIFY(
            runProgram(u"thidua-server"_s, {u"restore"_s, u"--data"_s, elsewhere, u"--from"_s, from}).ok());
        const auto restored = runProgram(u"thidua-server"_s, {u"verify"_s, u"--data"_s, elsewhere});
        const auto serving = server.command({u"verify"_s});
        QVERIFY2(restored.ok(), restored.messages.constData());
        for (const auto& name : {u"records"_s, u"edits"_s, u"channels"_s, u"files"_s})
            QCOMPARE(restored.object().value(name), serving.object().value(name));
        QVERIFY(restored.object().value(u"records"_s).toInteger() > 100);
        QVERIFY(m_output.contains("\"faults\":[]"));
    }

    void onlyTheNewestAreKept()
    {
        ServerProcess server;
        QVERIFY(server.init().ok());
        QVERIFY(QDir().mkpath(backups()));
        for (const auto& day : {u"01"_s, u"02"_s, u"03"_s}) {
            QFile old(backups() + u"/thidua-202001"_s + day + u"T000000Z.db"_s);
            QVERIFY(old.open(QFile::WriteOnly));
        }
        QCOMPARE(backUp(server.data(), 2), 0);
        QCOMPARE(kept().size(), 2);
        QCOMPARE(kept().first(), u"thidua-20200103T000000Z.db"_s);
    }

    void aBackupThatCannotBeMadeFailsAndTakesNothingAway()
    {
        QVERIFY(QDir().mkpath(backups()));
        QFile old(backups() + u"/thidua-20200101T000000Z.db"_s);
        QVERIFY(old.open(QFile::WriteOnly));
        QVERIFY(backUp(m_dir.filePath(u"nowhere"_s), 1) > 0);
        QVERIFY(old.exists());
        QVERIFY(QDir(backups()).entryList({u".drill*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBackupScript)
#include "tst_backupscript.moc"
