#include "city.h"

#include "server/auditcheck.h"
#include "server/enrolment.h"

using namespace thidua;
using namespace thidua::test;
namespace deed = server::deed;

// A17: whoever changes the log, cuts it off or makes it anew is found, and the place is said.
class TestAudit : public QObject
{
    Q_OBJECT

    // A city with a log of some entries, and what was signed of it meanwhile.
    struct Log {
        City city;
        server::AuditKeys keys = server::newAuditKeys(city.random);
        QByteArray checkpoints;
        qint64 first = end(); // entries that the city itself has made

        Log()
        {
            for (int i = 0; i < 10; ++i) {
                add(deed::granted, u"officer@unit/%1"_s.arg(i));
                if (i == 4)
                    sign();
            }
            sign();
        }
        server::AuditTable& table() { return city.writer.store().audit; }
        qint64 end() { return table().head()->number; }
        void add(const QString& what, const QString& subject)
        {
            city.clock.advance(std::chrono::seconds(1));
            City::require(table().add({what, subject, city.newUser(), {}}, city.clock.now()));
        }
        void sign()
        {
            checkpoints += server::toLine(signCheckpoint(*table().head(), city.clock.now(), keys));
        }
        void sql(const QByteArray& statement)
        {
            City::require(city.writer.store().connection().execute(statement));
        }
        server::AuditReport check() { return *server::checkAudit(table(), checkpoints, keys.publicKey); }
        // As somebody would who knows how the chain is made, and has no key.
        void restampFrom(qint64 number)
        {
            QByteArray before =
                number > 1 ? table().after(number - 2, 1)->first().hash : QByteArray(32, '\0');
            const auto entries = *table().after(number - 1, 1000);
            for (const server::AuditEntry& entry : entries) {
                before = server::auditHash(before, entry);
                sql("UPDATE audit SET hash = x'" + before.toHex() +
                    "' WHERE number = " + QByteArray::number(entry.number));
            }
        }
    };

private Q_SLOTS:
    void anUntouchedLogHasNoFaults()
    {
        Log log;
        const auto report = log.check();
        QCOMPARE(report.faults, QStringList());
        QCOMPARE(report.entries, log.first + 10);
        QCOMPARE(report.unsignedEntries, 0);
        log.add(deed::granted, u"more"_s);
        QCOMPARE(log.check().unsignedEntries, 1);
    }

    void whateverIsChangedInAnEntryIsFound_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("time") << QByteArray("at = at + 1");
        QTest::newRow("what") << QByteArray("what = 'grant-ended'");
        QTest::newRow("whom") << QByteArray("subject = 'admin@city'");
        QTest::newRow("who") << QByteArray("actor = randomblob(16)");
        QTest::newRow("device") << QByteArray("device = randomblob(16)");
        QTest::newRow("hash") << QByteArray("hash = zeroblob(32)");
    }
    void whateverIsChangedInAnEntryIsFound()
    {
        QFETCH(QByteArray, change);
        const qint64 length = Log().end();
        for (qint64 number = 1; number <= length; ++number) {
            Log log;
            log.sql("UPDATE audit SET " + change + " WHERE number = " + QByteArray::number(number));
            const auto faults = log.check().faults;
            QVERIFY2(!faults.isEmpty(), qPrintable(QString::number(number)));
            QVERIFY2(faults.first().contains(u"entry %1 "_s.arg(number)), qPrintable(faults.first()));
        }
    }

    void anEntryThatIsTakenOutIsFound()
    {
        Log log;
        log.sql("DELETE FROM audit WHERE number = 6");
        QVERIFY(log.check().faults.first().contains(u"entries 6 to 6 are missing"_s));
    }

    void aLogThatIsCutOffIsFound()
    {
        Log log;
        const qint64 end = log.end();
        log.sql("DELETE FROM audit WHERE number > 8");
        const auto faults = log.check().faults;
        QCOMPARE(faults, QStringList{u"audit: entries 9 to %1 were cut off at the end"_s.arg(end)});
    }

    void aLogThatIsEmptiedIsFound()
    {
        Log log;
        log.sql("DELETE FROM audit");
        QVERIFY(log.check().faults.first().contains(u"were cut off at the end"_s));
    }

    void aChainThatIsMadeAnewIsFound()
    {
        Log log;
        const qint64 changed = log.end() - 2; // after the first checkpoint
        log.sql("UPDATE audit SET subject = 'admin@city' WHERE number = " + QByteArray::number(changed));
        log.restampFrom(changed);
        const auto faults = log.check().faults;
        QCOMPARE(faults, QStringList{u"audit: the log was written anew between entry %1 and entry %2"_s
                                         .arg(log.end() - 4)
                                         .arg(log.end())});
    }

    void aCheckpointThatSomebodyElseSignedIsFound()
    {
        Log log;
        log.sql("UPDATE audit SET subject = 'admin@city' WHERE number = 3");
        log.restampFrom(3);
        log.keys.secretKey = server::newAuditKeys(log.city.random).secretKey;
        log.checkpoints.clear();
        log.sign();
        QVERIFY(log.check().faults.first().contains(u"line 1 was not signed by this server"_s));
    }

    void aLogWithoutItsCheckpointsIsFound()
    {
        Log log;
        log.checkpoints.clear();
        QCOMPARE(log.check().faults.size(), 1);
    }

    // Otherwise a restored server would never verify again; it is told, and not as a fault.
    void aRestoreTakesBackWhatTheBackupLacks()
    {
        Log log;
        log.sql("DELETE FROM audit WHERE number > 8"); // the backup's
        QVERIFY(!log.check().faults.isEmpty());
        City::require(log.table().add({deed::epochBegun, u"2.abc"_s}, log.city.clock.now()));
        QVERIFY(!log.check().faults.isEmpty()); // whoever has no key can write that too
        log.sign();
        const auto report = log.check();
        QCOMPARE(report.faults, QStringList());
        QCOMPARE(report.restores.size(), 1);
        log.add(deed::granted, u"later"_s);
        log.sign();
        QCOMPARE(log.check().faults, QStringList());
    }

    void anEntryStandsWithWhatItTellsOrNotAtAll()
    {
        City city;
        auto& store = city.writer.store();
        const qint64 before = store.audit.head()->number;
        const qint64 account = *store.ids.accountOf(city.addPerson({}));
        const auto failed = city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            auto code = server::Enrolment(writing.store, city.clock, city.random).issueCode(account);
            return code ? Result<void>(ErrorCode::StorageFailed, u"as if the disk had"_s) : code.error();
        });
        QVERIFY(!failed.ok());
        QCOMPARE(store.audit.head()->number, before);
        City::require(city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            auto code = server::Enrolment(writing.store, city.clock, city.random).issueCode(account);
            return code ? Result<void>() : code.error();
        }));
        QCOMPARE(store.audit.after(before, 10)->first().deed.what, QString(deed::codeIssued));
    }
};

QTEST_APPLESS_MAIN(TestAudit)
#include "tst_audit.moc"
