#include "core/store/storefile.h"

#include <QProcess>

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;

// D1 of the faults: a process that saves is killed at any moment, again and again, and what it said was saved
// is there.
class KillSaveTest : public QObject
{
    Q_OBJECT

private:
    // So many in ./dev test; THIDUA_KILLS says how many in ./dev soak.
    const int rounds = std::max(30, qEnvironmentVariableIntValue("THIDUA_KILLS"));
    StoreFile m_file;
    QMap<qint64, qint64> m_confirmed; // seq -> value

    // Lets the program confirm some saves and kills it; whatever it still wrote into the pipe counts.
    bool saveAndBeKilled(int confirmations)
    {
        QProcess process;
        process.start(QStringLiteral(THIDUA_SAVING_LOOP), {m_file.path()});
        QByteArray said;
        while (said.count('\n') < confirmations) {
            if (!process.waitForReadyRead())
                return false;
            said += process.readAllStandardOutput();
        }
        process.kill();
        process.waitForFinished();
        said += process.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n') + 1);
        for (const QByteArray& line : said.trimmed().split('\n')) {
            const auto words = line.split(' ');
            m_confirmed.insert(words[0].toLongLong(), words[1].toLongLong());
        }
        return process.exitStatus() == QProcess::CrashExit;
    }

private Q_SLOTS:
    void everyConfirmedSaveIsThere()
    {
        SeededRandom random(5);
        for (int round = 1; round <= rounds; ++round) {
            QVERIFY(saveAndBeKilled(1 + int(random.below(25))));
            auto store = m_file.open();
            QVERIFY(store);
            const auto pending = store->outbox(EditState::Pending);
            QVERIFY(pending);
            QMap<qint64, qint64> found;
            for (const OutboxEntry& entry : *pending) {
                found.insert(entry.edit.seq, entry.edit.set.value(name::value).toInteger());
                QVERIFY(*store->record(entry.edit.record));
            }
            for (auto saved = m_confirmed.cbegin(); saved != m_confirmed.cend(); ++saved)
                QCOMPARE(found.value(saved.key(), -1), saved.value());
            // Beyond that at most the one that was under way, two records wide, in every round.
            QVERIFY(found.size() <= m_confirmed.size() + 2 * round);
            QCOMPARE(found.lastKey(), found.size());
            store.reset();
            QCOMPARE(integrityOf(m_file.path()), u"ok"_s);
        }
        QVERIFY(m_confirmed.size() > rounds);
        qInfo("counted: %d kills of a loop, %lld confirmed saves", rounds, qlonglong(m_confirmed.size()));
    }
};

QTEST_GUILESS_MAIN(KillSaveTest)
#include "tst_killsave.moc"
