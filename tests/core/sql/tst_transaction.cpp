#include "sql/transaction.h"
#include "support/faultydisk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace thidua;
using namespace thidua::sql;
using namespace Qt::StringLiterals;
using test::FaultyDisk;

class TransactionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_files = 0;
    FaultyDisk m_disk;
    std::unique_ptr<Connection> m_connection;

    std::unique_ptr<Connection> open()
    {
        auto connection =
            Connection::open(m_dir.filePath(QString::number(m_files)),
                             {.busyTimeout = std::chrono::milliseconds(0), .vfs = m_disk.name()});
        Q_ASSERT(connection);
        return std::move(*connection);
    }
    qint64 sum()
    {
        auto statement = m_connection->prepare("SELECT total(a) FROM t");
        const auto row = statement ? statement->step() : statement.error();
        return row ? statement->integer(0) : -1;
    }
    Result<void> insert(int value)
    {
        auto statement = m_connection->prepare("INSERT INTO t (a, b) VALUES (?1, zeroblob(3000))");
        return statement ? statement->bind(value).run() : statement.error();
    }
    // Two rows in one transaction.
    Result<void> insertTwo()
    {
        auto transaction = Transaction::begin(*m_connection);
        if (!transaction)
            return transaction.error();
        for (int value : {10, 100}) {
            if (auto done = insert(value); !done)
                return done;
        }
        return transaction->commit();
    }

private Q_SLOTS:
    void init()
    {
        m_disk.repair();
        ++m_files;
        m_connection = open();
        QVERIFY(
            m_connection->execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER, b BLOB) STRICT"));
        QTest::failOnWarning(QRegularExpression(u".*"_s));
    }

    void whatIsNotCommittedIsRolledBack()
    {
        {
            auto transaction = Transaction::begin(*m_connection);
            QVERIFY(transaction);
            QVERIFY(m_connection->isInTransaction());
            QVERIFY(insert(1));
        }
        QVERIFY(!m_connection->isInTransaction());
        QCOMPARE(sum(), 0);
        QVERIFY(insertTwo());
        QCOMPARE(sum(), 110);
    }

    void aSecondWriterWaitsAndIsThenToldThatItIsBusy()
    {
        auto other = open();
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QCOMPARE(Transaction::begin(*other).error().code, ErrorCode::Busy);
        QVERIFY(transaction->commit());
        QVERIFY(Transaction::begin(*other));
    }

    void aTransactionInATransactionIsRefused()
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QVERIFY(!Transaction::begin(*m_connection));
        QVERIFY(m_connection->isInTransaction());
    }

    void aPartCanBeUndoneAlone()
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QVERIFY(insert(1));
        {
            auto part = Savepoint::begin(*m_connection);
            QVERIFY(part);
            QVERIFY(insert(10));
        }
        auto kept = Savepoint::begin(*m_connection);
        QVERIFY(kept);
        QVERIFY(insert(100));
        QVERIFY(kept->release());
        QVERIFY(transaction->commit());
        QCOMPARE(sum(), 101);
    }

    void partsNest()
    {
        auto transaction = Transaction::begin(*m_connection);
        {
            auto outer = Savepoint::begin(*m_connection);
            QVERIFY(insert(1));
            {
                auto inner = Savepoint::begin(*m_connection);
                QVERIFY(insert(10));
            }
            QVERIFY(insert(100));
            QVERIFY(outer->release());
        }
        QVERIFY(transaction->commit());
        QCOMPARE(sum(), 101);
    }

    // D6 of the faults: for every access until none is left.
    void whicheverAccessFailsBothRowsAreThereOrNone_data()
    {
        QTest::addColumn<FaultyDisk::Fault>("fault");
        QTest::addColumn<FaultyDisk::Lasting>("lasting");
        QTest::newRow("I/O error once") << FaultyDisk::Fault::IoError << FaultyDisk::Lasting::Once;
        QTest::newRow("I/O errors") << FaultyDisk::Fault::IoError << FaultyDisk::Lasting::UntilRepaired;
        QTest::newRow("full once") << FaultyDisk::Fault::Full << FaultyDisk::Lasting::Once;
        QTest::newRow("full") << FaultyDisk::Fault::Full << FaultyDisk::Lasting::UntilRepaired;
    }
    void whicheverAccessFailsBothRowsAreThereOrNone()
    {
        QFETCH(FaultyDisk::Fault, fault);
        QFETCH(FaultyDisk::Lasting, lasting);
        qint64 expected = 0;
        int failures = 0;
        for (qint64 n = 1;; ++n) {
            m_disk.failAt(n, fault, lasting);
            const auto done = insertTwo();
            const bool struck = m_disk.struck();
            m_disk.repair();
            QVERIFY(done ||
                    done.error().code == (fault == FaultyDisk::Fault::Full ? ErrorCode::StorageFull
                                                                           : ErrorCode::StorageFailed));
            expected += done ? 110 : 0;
            failures += done ? 0 : 1;
            QVERIFY(!m_connection->isInTransaction());
            QCOMPARE(sum(), expected);
            if (!struck)
                break;
        }
        QVERIFY(failures > 1);
        QVERIFY(m_connection->quickCheck());
    }
};

QTEST_APPLESS_MAIN(TransactionTest)
#include "tst_transaction.moc"
