#include "sql/migrator.h"
#include "support/faultydisk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::sql;
using namespace Qt::StringLiterals;
using test::FaultyDisk;

namespace
{

constexpr qint32 ours = 0x54446476;

const QList<Migration> steps{
    {1, "CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
        "INSERT INTO unit (name) VALUES ('A'), ('B');"},
    {2, "ALTER TABLE unit ADD COLUMN code TEXT; UPDATE unit SET code = name || '1';"
        "CREATE INDEX unit_by_code ON unit (code);"},
    {3, "CREATE TABLE block (id INTEGER PRIMARY KEY) STRICT; -- the last line is a comment"},
};

} // namespace

class MigratorTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    FaultyDisk m_disk;

    QString newPath() { return m_dir.filePath(QString::number(++m_files)); }
    std::unique_ptr<Connection> open(const QString& path)
    {
        auto connection =
            Connection::open(path, {.busyTimeout = std::chrono::milliseconds(0), .vfs = m_disk.name()});
        return connection ? std::move(*connection) : nullptr;
    }
    static Result<void> bring(Connection& connection, qsizetype to)
    {
        const auto part = steps.first(to);
        return migrate(connection, ours, part);
    }
    static QStringList ask(Connection& connection, const char* sql)
    {
        QStringList lines;
        auto statement = connection.prepare(sql);
        auto row = statement ? statement->step() : statement.error();
        while (row && *row) {
            lines.append(statement->text(0));
            row = statement->step();
        }
        return lines;
    }
    // All that a file is: its number, its owner, its schema, its rows.
    static QStringList content(Connection& connection)
    {
        return ask(connection, "PRAGMA user_version") + ask(connection, "PRAGMA application_id") +
               ask(connection, "SELECT type || name || sql FROM sqlite_schema ORDER BY name") +
               ask(connection, "SELECT name FROM unit ORDER BY id");
    }
    static QByteArray bytes(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly)
                   ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                   : QByteArray();
    }

private Q_SLOTS:
    void aFreshFileEqualsOneThatWentStepByStep()
    {
        auto fresh = open(newPath());
        QVERIFY(bring(*fresh, 3));
        auto grown = open(newPath());
        for (qsizetype to = 0; to <= steps.size(); ++to)
            QVERIFY(bring(*grown, to));
        QCOMPARE(content(*fresh), content(*grown));
        QCOMPARE(ask(*fresh, "PRAGMA user_version"), (QStringList{u"3"_s}));
        QCOMPARE(ask(*fresh, "PRAGMA journal_mode"), (QStringList{u"wal"_s}));
    }

    void doneTwiceIsDoneOnce()
    {
        auto connection = open(newPath());
        QVERIFY(bring(*connection, 3));
        const auto before = content(*connection);
        QVERIFY(bring(*connection, 3));
        QCOMPARE(content(*connection), before);
    }

    void aNewerFileIsRefusedUntouched()
    {
        const QString path = newPath();
        {
            auto newer = open(path);
            QVERIFY(bring(*newer, 3));
        }
        const QByteArray before = bytes(path);
        {
            auto older = open(path);
            QCOMPARE(bring(*older, 2).error().code, ErrorCode::NewerFile);
        }
        QCOMPARE(bytes(path), before);
    }

    void aDatabaseOfAnotherProgramIsRefusedUntouched_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("no marks at all") << QByteArray("CREATE TABLE photo (a)");
        QTest::newRow("another owner") << QByteArray("PRAGMA application_id = 7; CREATE TABLE photo (a)");
        QTest::newRow("a version only") << QByteArray("PRAGMA user_version = 2; CREATE TABLE photo (a)");
        QTest::newRow("another owner, no table") << QByteArray("PRAGMA application_id = 7");
    }
    void aDatabaseOfAnotherProgramIsRefusedUntouched()
    {
        QFETCH(QByteArray, script);
        const QString path = newPath();
        QVERIFY(open(path)->execute(script));
        const QByteArray before = bytes(path);
        QCOMPARE(bring(*open(path), 3).error().code, ErrorCode::StorageCorrupt);
        QCOMPARE(bytes(path), before);
    }

    void aStepThatFailsLeavesTheFileAtTheLastWholeStep()
    {
        auto connection = open(newPath());
        QVERIFY(bring(*connection, 1));
        const auto before = content(*connection);
        const QList<Migration> broken{steps[0], {2, "CREATE TABLE half (a); CREATE TABLE unit (b);"}};
        QVERIFY(!migrate(*connection, ours, broken));
        QCOMPARE(content(*connection), before);
        QVERIFY(bring(*connection, 3));
    }

    void twoConnectionsThatFindANewFileBringItUpOnce()
    {
        const QString path = newPath();
        auto first = open(path);
        auto second = open(path);
        QCOMPARE(ask(*second, "PRAGMA user_version"), (QStringList{u"0"_s}));
        QVERIFY(bring(*first, 3));
        QVERIFY(bring(*second, 3));
        QCOMPARE(content(*first), content(*second));
    }

    // D5, D14 of the faults: whatever access fails, the file stands at a whole step and goes on from there.
    void whicheverAccessFailsTheFileStandsAtAWholeStep_data()
    {
        QTest::addColumn<FaultyDisk::Fault>("fault");
        QTest::newRow("I/O errors") << FaultyDisk::Fault::IoError;
        QTest::newRow("full") << FaultyDisk::Fault::Full;
    }
    void whicheverAccessFailsTheFileStandsAtAWholeStep()
    {
        QFETCH(FaultyDisk::Fault, fault);
        QList<QStringList> whole;
        for (qsizetype to = 0; to <= steps.size(); ++to) {
            auto connection = open(newPath());
            QVERIFY(bring(*connection, to));
            whole.append(content(*connection));
        }
        QSet<QStringList> met;
        bool struck = true;
        for (qint64 n = 1; struck; ++n) {
            const QString path = newPath();
            m_disk.failAt(n, fault);
            if (auto connection = open(path); connection && !bring(*connection, 3))
                QVERIFY(m_disk.struck());
            struck = m_disk.struck();
            m_disk.repair();
            auto connection = open(path);
            QVERIFY(whole.contains(content(*connection)));
            met.insert(content(*connection));
            QVERIFY(bring(*connection, 3));
            QCOMPARE(content(*connection), whole.last());
        }
        QCOMPARE(met.size(), 4);
    }
};

QTEST_APPLESS_MAIN(MigratorTest)
#include "tst_migrator.moc"
