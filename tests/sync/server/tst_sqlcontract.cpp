#include "base/id.h"
#include "sql/migrator.h"
#include "sql/transaction.h"
#include "testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace thidua;
using namespace thidua::sql;
using namespace Qt::StringLiterals;
using test::TestDatabase;

// What the server may rely on, whichever database keeps its data. Runs on SQLite and on PostgreSQL.
namespace
{

constexpr qint32 ours = 0x54445443;

const QList<Migration> steps{
    {1, "CREATE TABLE thing (\n"
        "    number INTEGER PRIMARY KEY, -- counts by itself\n"
        "    id BLOB UNIQUE,\n"
        "    name TEXT,\n"
        "    size INTEGER\n"
        ") STRICT;"},
    {2, "CREATE TABLE part (\n"
        "    thing INTEGER NOT NULL REFERENCES thing (number),\n"
        "    place INTEGER NOT NULL,\n"
        "    PRIMARY KEY (thing, place)\n"
        ") STRICT, WITHOUT ROWID;"},
    {3, "INSERT INTO thing (name, size) VALUES ('?1', 1);"},
};

} // namespace

class TestSqlContract : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Connection> m_connection;

    std::unique_ptr<Connection> connect()
    {
        auto connection = (*m_database)->connect();
        if (!connection)
            qFatal("%s", qPrintable(connection.error().detail));
        return std::move(*connection);
    }
    static Result<void> bring(Connection& connection, qsizetype to)
    {
        const auto part = steps.first(to);
        return migrate(connection, ours, part);
    }
    Statement prepare(const char* sql)
    {
        auto statement = m_connection->prepare(sql);
        if (!statement)
            qFatal("%s", qPrintable(statement.error().detail));
        return std::move(*statement);
    }
    static qint64 count(Connection& connection, const char* sql = "SELECT count(*) FROM thing WHERE size > 1")
    {
        auto statement = connection.prepare(sql);
        const auto row = statement ? statement->step() : statement.error();
        return row && *row ? statement->integer(0) : -1;
    }
    static Result<void> insert(Connection& connection, int size)
    {
        auto statement = connection.prepare("INSERT INTO thing (size) VALUES (?1)");
        return statement ? statement->bind(size).run() : statement.error();
    }
    // Until the commit.
    static Result<void> insertAll(Connection& connection, const QList<int>& sizes)
    {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return transaction.error();
        for (const int size : sizes) {
            if (auto done = insert(connection, size); !done)
                return done;
        }
        return transaction->commit();
    }

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>(m_dir.filePath(QUuid::createUuid().toString()));
        m_connection = connect();
        const auto brought = bring(*m_connection, steps.size());
        QVERIFY2(brought, qPrintable(brought.error().detail));
    }
    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void everyTypeComesBackAsItWasBound_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("usual") << 7LL << u"Bến Thành"_s << QByteArray("abc");
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"'\"\\$1 ?1"_s
                               << QByteArray("\0\xff\x01", 3);
        QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << u"🏅 ệ"_s
                                  << QByteArray(100'000, '\\');
        QTest::newRow("empty") << 0LL << u""_s << QByteArray("");
        QTest::newRow("nothing") << -1LL << QString() << QByteArray();
    }
    void everyTypeComesBackAsItWasBound()
    {
        QFETCH(qint64, size);
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        Statement insert = prepare("INSERT INTO thing (id, name, size) VALUES (?1, ?2, ?3) RETURNING number");
        QVERIFY(*insert.bind(bytes, name, size).step());
        const qint64 number = insert.integer(0);
        insert.reset();
        Statement select = prepare("SELECT id, name, size FROM thing WHERE number = ?1");
        QVERIFY(*select.bind(number).step());
        QCOMPARE(select.blob(0), bytes);
        QCOMPARE(select.isNull(0), bytes.isNull());
        QCOMPARE(select.blobView(0).isNull(), bytes.isNull());
        QCOMPARE(select.text(1), name);
        QCOMPARE(select.text(1).isNull(), name.isNull());
        QCOMPARE(select.isNull(1), name.isNull());
        QCOMPARE(select.integer(2), size);
        QVERIFY(!*select.step());
    }

    void idsAndUtf8AreBoundAsTheyAre()
    {
        const auto id = RecordId::named("sql", "id");
        Statement insert = prepare("INSERT INTO thing (id, name, size) VALUES (?1, ?2, ?3)");
        QVERIFY(insert.bind(id, Utf8{"Cụm 1"}, nullptr).run());
        Statement select = prepare("SELECT id, name, size FROM thing WHERE id = ?1");
        QVERIFY(*select.bind(id).step());
        QCOMPARE(select.id<RecordId>(0), id);
        QCOMPARE(select.text(1), u"Cụm 1"_s);
        QVERIFY(select.isNull(2));
    }

    void whatIsInQuotesIsNoParameter()
    {
        Statement select = prepare("SELECT name FROM thing WHERE name = '?1' AND size = ?1");
        QVERIFY(*select.bind(1).step());
        QCOMPARE(select.text(0), u"?1"_s);
    }

    void oneParameterMayStandInSeveralPlaces()
    {
        Statement insert = prepare("INSERT INTO thing (size, name) VALUES (?2, ?1), (?2, ?1)");
        QVERIFY(insert.bind(u"a"_s, 9).run());
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM thing WHERE size = 9 AND name = 'a'"), 2);
    }

    void bytesAndLettersAreInTheOrderOfTheirBytes()
    {
        Statement insert = prepare("INSERT INTO thing (id, name, size) VALUES (?1, ?2, 5)");
        for (const auto& name : {u"Z"_s, u"a"_s, u"Ă"_s, u"B"_s})
            QVERIFY(insert.bind(name.toUtf8(), name).run());
        for (const char* sql : {"SELECT name FROM thing WHERE size = 5 ORDER BY name",
                                "SELECT name FROM thing WHERE size = 5 ORDER BY id"}) {
            Statement select = prepare(sql);
            QString all;
            for (auto row = select.step(); row && *row; row = select.step())
                all += select.text(0);
            QCOMPARE(all, u"BZaĂ"_s);
        }
    }

    void yesAndNoAreNumbers()
    {
        QCOMPARE(count(*m_connection, "SELECT EXISTS (SELECT 1 FROM thing WHERE size = 1)"), 1);
        QCOMPARE(count(*m_connection, "SELECT EXISTS (SELECT 1 FROM thing WHERE size = 2)"), 0);
    }

    void aStatementIsUsedAgainWithOtherValues()
    {
        QVERIFY(insertAll(*m_connection, {2, 3, 4}));
        CachedStatement select(*m_connection, "SELECT size FROM thing WHERE size >= ?1 ORDER BY size");
        for (const qint64 from : {4, 2, 3}) {
            QList<qint64> seen;
            auto row = select.step(from);
            for (; row && *row; row = select.next())
                seen.append(select->integer(0));
            QVERIFY(row);
            QCOMPARE(seen.first(), from);
            QCOMPARE(seen.size(), 5 - from);
        }
        QVERIFY(*select.step(2));
        QVERIFY(*select.step(4)); // without having read to the end
        QCOMPARE(select->integer(0), 4);
    }

    void streamedRowsAreTheSameAndMayBeLeft()
    {
        QVERIFY(insertAll(*m_connection, {2, 3, 4}));
        Statement select = prepare("SELECT size FROM thing WHERE size > ?1 ORDER BY size");
        select.stream();
        for (const qsizetype enough : {3, 1, 3}) {
            QList<qint64> seen;
            select.bind(1);
            while (seen.size() < enough && *select.step())
                seen.append(select.integer(0));
            QCOMPARE(seen, (QList<qint64>{2, 3, 4}).first(enough));
            select.reset();
            QCOMPARE(count(*m_connection), 3);
        }
        QVERIFY(!*select.bind(4).step());
    }

    void whatASentenceChangedIsCounted()
    {
        QVERIFY(insertAll(*m_connection, {2, 3, 4}));
        auto transaction = Transaction::begin(*m_connection);
        Statement update = prepare("UPDATE thing SET name = 'x' WHERE size > ?1");
        for (const qint64 above : {1, 2, 9}) {
            QVERIFY(update.bind(above).run());
            QCOMPARE(m_connection->changes(), std::max<qint64>(0, 4 - above));
        }
    }

    void badSqlAndBadValuesAreErrorsOutsideATransactionAtOnce()
    {
        QCOMPARE(m_connection->prepare("SELECT nothing FROM nowhere").error().code, ErrorCode::StorageFailed);
        QVERIFY(m_connection->execute("SELECT nothing").error().detail.contains(u"nothing"_s));
        Statement insert = prepare("INSERT INTO thing (number) VALUES (?1)");
        QVERIFY(insert.bind(50).run());
        QCOMPARE(insert.bind(50).run().error().code, ErrorCode::StorageFailed);
        QCOMPARE(insert.bind(51, 52).run().error().code, ErrorCode::StorageFailed); // one too many
        QVERIFY(insert.bind(51).run());
        QVERIFY(!prepare("INSERT INTO thing (number, size) VALUES (60, ?1)").bind(u"năm"_s).run());
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM thing"), 3);
    }

    void anErrorInATransactionLeavesNothingOfIt()
    {
        for (const bool isLast : {false, true}) {
            {
                auto transaction = Transaction::begin(*m_connection);
                QVERIFY(transaction);
                QVERIFY(insert(*m_connection, 2));
                Statement bad = prepare("INSERT INTO thing (number, size) VALUES (1, 3)"); // taken
                auto failed = bad.run();
                if (!isLast && failed) { // it is told by what comes next, at the latest
                    auto next = m_connection->prepare("SELECT size FROM thing");
                    auto row = next ? next->step() : next.error();
                    failed = row ? Result<void>() : row.error();
                }
                if (failed)
                    failed = transaction->commit();
                QCOMPARE(failed.error().code, ErrorCode::StorageFailed);
            }
            QVERIFY(!m_connection->isInTransaction());
            QCOMPARE(count(*m_connection), 0);
        }
        QVERIFY(insertAll(*m_connection, {2}));
        QCOMPARE(count(*m_connection), 1);
    }

    void whatIsNotCommittedIsRolledBack()
    {
        {
            auto transaction = Transaction::begin(*m_connection);
            QVERIFY(transaction);
            QVERIFY(m_connection->isInTransaction());
            QVERIFY(insert(*m_connection, 2));
        }
        QVERIFY(!m_connection->isInTransaction());
        QCOMPARE(count(*m_connection), 0);
        QVERIFY(insertAll(*m_connection, {2, 3}));
        QCOMPARE(count(*m_connection), 2);
    }

    void aLargeTransactionArrivesWhole()
    {
        QList<int> sizes(3000);
        std::iota(sizes.begin(), sizes.end(), 2);
        QVERIFY(insertAll(*m_connection, sizes));
        QCOMPARE(count(*m_connection), 3000);
    }

    void aTransactionInATransactionIsRefusedAndTheFirstGoesOn()
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QVERIFY(!Transaction::begin(*m_connection));
        QVERIFY(m_connection->isInTransaction());
        QVERIFY(insert(*m_connection, 2));
        QVERIFY(transaction->commit());
        QCOMPARE(count(*m_connection), 1);
    }

    void partsCanBeUndoneAloneAndNest()
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(insert(*m_connection, 2));
        {
            auto undone = Savepoint::begin(*m_connection);
            QVERIFY(undone);
            QVERIFY(insert(*m_connection, 20));
        }
        {
            auto outer = Savepoint::begin(*m_connection);
            QVERIFY(insert(*m_connection, 3));
            {
                auto inner = Savepoint::begin(*m_connection);
                QVERIFY(insert(*m_connection, 30));
            }
            QVERIFY(insert(*m_connection, 4));
            QVERIFY(outer->release());
        }
        QVERIFY(transaction->commit());
        QCOMPARE(count(*m_connection), 3);
        QCOMPARE(count(*m_connection, "SELECT count(*) FROM thing WHERE size > 5"), 0);
    }

    void onlyOneWritesAndTheOtherIsToldThatItIsBusy()
    {
        auto other = connect();
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QCOMPARE(Transaction::begin(*other).error().code, ErrorCode::Busy); // after five seconds
        QVERIFY(!other->isInTransaction());
        QVERIFY(transaction->commit());
        QVERIFY(insertAll(*other, {2}));
    }

    void aSnapshotStaysAsItWasWhileOthersWrite()
    {
        auto other = connect();
        {
            auto snapshot = Snapshot::begin(*m_connection);
            QVERIFY(snapshot);
            QCOMPARE(count(*m_connection), 0);
            QVERIFY(insertAll(*other, {2, 3}));
            QCOMPARE(count(*m_connection), 0);
        }
        QCOMPARE(count(*m_connection), 2);
    }

    void whoCommitsNextSeesAllThatWasCommittedBefore()
    {
        auto other = connect();
        QVERIFY(insertAll(*m_connection, {2}));
        auto transaction = Transaction::begin(*other);
        QCOMPARE(count(*other), 1);
        QVERIFY(insert(*other, 3));
        QCOMPARE(count(*m_connection), 1); // not yet
        QVERIFY(transaction->commit());
        QCOMPARE(count(*m_connection), 2); // at once
    }

    void theDataVersionTellsOfOthersCommits()
    {
        auto other = connect();
        const qint64 before = *m_connection->dataVersion();
        QCOMPARE(*m_connection->dataVersion(), before);
        QVERIFY(insertAll(*other, {2}));
        const qint64 after = *m_connection->dataVersion();
        QVERIFY(after != before);
        {
            auto undone = Transaction::begin(*other);
            QVERIFY(insert(*other, 3));
        }
        QCOMPARE(*m_connection->dataVersion(), after);
    }

    void migrationsAreDoneOnceAndStepByStep()
    {
        const TestDatabase fresh(m_dir.filePath(u"fresh"_s));
        auto connection = *fresh->connect();
        QVERIFY(connection->mark()->empty);
        for (qsizetype to = 0; to <= steps.size(); ++to) {
            QVERIFY(bring(*connection, to));
            QVERIFY(bring(*connection, to));
            QCOMPARE(connection->mark()->version, to);
        }
        QCOMPARE(connection->mark()->owner, ours);
        QCOMPARE(count(*connection, "SELECT count(*) FROM thing"), 1);
    }

    void aNewerDatabaseAndOneOfAnotherProgramAreRefused()
    {
        QCOMPARE(bring(*m_connection, 2).error().code, ErrorCode::NewerFile);
        QCOMPARE(migrate(*m_connection, ours + 1, steps).error().code, ErrorCode::StorageCorrupt);
        QCOMPARE(m_connection->mark()->version, 3);
    }

    void aStepThatFailsLeavesTheOneBefore()
    {
        QList<Migration> broken = steps;
        broken.append({4, "CREATE TABLE more (a INTEGER) STRICT; CREATE TABLE thing (a INTEGER) STRICT;"});
        QCOMPARE(migrate(*m_connection, ours, broken).error().code, ErrorCode::StorageFailed);
        QCOMPARE(m_connection->mark()->version, 3);
        QCOMPARE(m_connection->prepare("SELECT a FROM more").error().code, ErrorCode::StorageFailed);
    }

    void aSoundDatabasePassesTheQuickCheck() { QVERIFY(m_connection->quickCheck()); }
};

QTEST_APPLESS_MAIN(TestSqlContract)
#include "tst_sqlcontract.moc"
