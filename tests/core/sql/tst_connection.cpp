#include "sql/sqliteconnection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::sql;
using namespace Qt::StringLiterals;

class ConnectionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;

    QString newPath() { return m_dir.filePath(QString::number(++m_files)); }
    static std::unique_ptr<SqliteConnection> open(const QString& path, const OpenOptions& options = {})
    {
        auto connection = SqliteConnection::open(path, options);
        Q_ASSERT(connection);
        return std::move(*connection);
    }
    static QString ask(Connection& connection, const char* sql)
    {
        auto statement = connection.prepare(sql);
        const auto row = statement ? statement->step() : statement.error();
        return row && *row ? statement->text(0) : QString();
    }
    // A file of some pages.
    QString filled()
    {
        const QString path = newPath();
        auto connection = open(path);
        const auto done = connection->execute(
            "CREATE TABLE t (a INTEGER, b TEXT) STRICT;"
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
            "INSERT INTO t SELECT i, hex(randomblob(20)) FROM n");
        Q_ASSERT(done);
        return path;
    }
    static void overwrite(const QString& path, qint64 from, const QByteArray& bytes)
    {
        QFile file(path);
        const bool written = file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) > 0;
        Q_ASSERT(written);
    }

private Q_SLOTS:
    void aConnectionKeepsTheRulesOfTheHouse()
    {
        auto connection = open(newPath());
        QCOMPARE(ask(*connection, "PRAGMA foreign_keys"), u"1"_s);
        QCOMPARE(ask(*connection, "PRAGMA trusted_schema"), u"0"_s);
        QCOMPARE(ask(*connection, "PRAGMA synchronous"), u"2"_s);
        auto lax = open(newPath(), {.durability = Durability::Checkpoints, .busyTimeout = {}, .vfs = {}});
        QCOMPARE(ask(*lax, "PRAGMA synchronous"), u"1"_s);
    }

    void aReadOnlyConnectionReadsAndDoesNotWrite()
    {
        const QString path = filled();
        auto connection = open(path, {.readOnly = true, .busyTimeout = {}, .vfs = {}});
        QCOMPARE(ask(*connection, "SELECT count(*) FROM t"), u"2000"_s);
        QVERIFY(!connection->execute("DELETE FROM t"));
        QCOMPARE(Connection::open(newPath(), {.readOnly = true, .busyTimeout = {}, .vfs = {}}).error().code,
                 ErrorCode::StorageFailed);
    }

    void aPlaceThatCannotBeWrittenIsAFailedStorage()
    {
        QCOMPARE(Connection::open(m_dir.path()).error().code, ErrorCode::StorageFailed);
        QCOMPARE(Connection::open(m_dir.filePath(u"no/such/folder"_s)).error().code,
                 ErrorCode::StorageFailed);
    }

    void aFileThatIsNoDatabaseIsCorrupt()
    {
        const QString path = newPath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(Connection::open(path).error().code, ErrorCode::StorageCorrupt);
    }

    void aDamagedPageIsFoundWhenItIsReadAndByTheQuickCheck()
    {
        const QString path = filled();
        overwrite(path, 3 * 4096, QByteArray(4096, '\x5a'));
        auto connection = open(path);
        QCOMPARE(connection->quickCheck().error().code, ErrorCode::StorageCorrupt);
        auto statement = connection->prepare("SELECT sum(length(b)) FROM t");
        QVERIFY(statement);
        QCOMPARE(statement->step().error().code, ErrorCode::StorageCorrupt);
    }

    void aShortenedFileIsCorrupt()
    {
        const QString path = filled();
        QVERIFY(QFile::resize(path, 5 * 4096));
        QCOMPARE(Connection::open(path).error().code, ErrorCode::StorageCorrupt);
    }

    void aSoundFilePassesTheQuickCheck()
    {
        auto connection = open(filled());
        QVERIFY(connection->quickCheck());
    }

    void aBackupHoldsTheSameAndReplacesAnOlderOne()
    {
        auto connection = open(filled());
        const QString copy = newPath();
        for (const char* count : {"2000", "1999"}) {
            QVERIFY(connection->backupTo(copy));
            auto backup = open(copy);
            QCOMPARE(ask(*backup, "SELECT count(*) FROM t"), QString::fromLatin1(count));
            QVERIFY(backup->quickCheck());
            backup.reset();
            QVERIFY(connection->execute("DELETE FROM t WHERE a = 1"));
        }
        QCOMPARE(connection->backupTo(m_dir.filePath(u"no/such/folder"_s)).error().code,
                 ErrorCode::StorageFailed);
    }

    void aFullFileIsAFullStorageAndStaysReadable()
    {
        auto connection = open(filled());
        const QString before = ask(*connection, "SELECT count(*) FROM t");
        QVERIFY(connection->execute("PRAGMA max_page_count = 1"));
        QCOMPARE(connection->execute("INSERT INTO t (b) VALUES (hex(randomblob(50000)))").error().code,
                 ErrorCode::StorageFull);
        QCOMPARE(ask(*connection, "SELECT count(*) FROM t"), before);
        QVERIFY(connection->quickCheck());
    }

    void errorsCarryTheWordsOfSqlite()
    {
        auto connection = open(newPath());
        QVERIFY(connection->execute("SELECT nothing").error().detail.contains(u"nothing"_s));
    }
};

QTEST_APPLESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
