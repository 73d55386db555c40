#include "base/id.h"
#include "sql/connection.h"

#include <QTest>

using namespace thidua;
using namespace thidua::sql;
using namespace Qt::StringLiterals;

class StatementTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Connection> m_connection;

    Statement prepare(const char* sql)
    {
        auto statement = m_connection->prepare(sql);
        Q_ASSERT(statement);
        return std::move(*statement);
    }
    qint64 rows()
    {
        Statement count = prepare("SELECT count(*) FROM t");
        const auto row = count.step();
        return row ? count.integer(0) : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_connection = std::move(*Connection::open(u":memory:"_s));
        QVERIFY(m_connection->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a ANY, b ANY) STRICT"));
    }

    void everyTypeComesBackAsItWasBound()
    {
        const auto id = RecordId::named("sql", "id");
        const QByteArray bytes("\0\xff\x01", 3);
        Statement insert = prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6");
        insert.bind(std::numeric_limits<qint64>::min(), 7, u"Bến Thành"_s, bytes, id, nullptr);
        QVERIFY(*insert.step());
        QCOMPARE(insert.integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(insert.integer(1), 7);
        QCOMPARE(insert.text(2), u"Bến Thành"_s);
        QCOMPARE(insert.blob(3), bytes);
        QCOMPARE(insert.id<RecordId>(4), id);
        QVERIFY(insert.isNull(5));
        QVERIFY(!insert.isNull(1));
    }

    void nothingAndEmptyAreTwoThings()
    {
        Statement statement = prepare("SELECT ?1, ?2, ?3, ?4");
        statement.bind(QString(), u""_s, QByteArrayView(), QByteArrayView("", qsizetype(0)));
        QVERIFY(*statement.step());
        QVERIFY(statement.isNull(0));
        QVERIFY(statement.text(0).isNull());
        QVERIFY(!statement.isNull(1));
        QVERIFY(!statement.text(1).isNull());
        QVERIFY(statement.isNull(2));
        QVERIFY(statement.blobView(2).isNull());
        QVERIFY(!statement.isNull(3));
        QVERIFY(!statement.blobView(3).isNull());
        QCOMPARE(statement.blob(3).size(), 0);
    }

    void textMayHoldAZeroAndLettersBeyondTheBasicPlane()
    {
        const QString text = u"a\0b 🏅"_s;
        Statement statement = prepare("SELECT ?1");
        statement.bind(text);
        QVERIFY(*statement.step());
        QCOMPARE(statement.text(0), text);
    }

    void aWrongIdIsANullId()
    {
        Statement statement = prepare("SELECT x'0102'");
        QVERIFY(*statement.step());
        QVERIFY(statement.id<RecordId>(0).isNull());
    }

    void aStatementIsUsedAgainWithOtherValues()
    {
        Statement insert = prepare("INSERT INTO t (a, b) VALUES (?1, ?2)");
        for (qint64 i = 0; i < 3; ++i)
            QVERIFY(insert.bind(i, QString::number(i)).run());
        QCOMPARE(rows(), 3);
        Statement select = prepare("SELECT b FROM t WHERE a = ?1");
        for (qint64 i : {2, 0, 1}) {
            QVERIFY(*select.bind(i).step());
            QCOMPARE(select.text(0), QString::number(i));
        }
    }

    void bindingLessThanBeforeLeavesNoOldValue()
    {
        Statement select = prepare("SELECT ?1, ?2");
        QVERIFY(*select.bind(1, 2).step());
        QVERIFY(*select.bind(3, nullptr).step());
        QVERIFY(select.isNull(1));
    }

    void aBindingTooManyIsReportedByTheNextStepAndOnce()
    {
        Statement select = prepare("SELECT ?1");
        QCOMPARE(select.bind(1, 2).step().error().code, ErrorCode::StorageFailed);
        QVERIFY(*select.bind(1).step());
    }

    void stepTellsRowsFromTheEnd()
    {
        QVERIFY(m_connection->execute("INSERT INTO t (a) VALUES (1), (2)"));
        Statement select = prepare("SELECT a FROM t ORDER BY a");
        QVERIFY(*select.step());
        QCOMPARE(select.integer(0), 1);
        QVERIFY(*select.step());
        QCOMPARE(select.integer(0), 2);
        QVERIFY(!*select.step());
    }

    void aBrokenConstraintIsAnErrorAndTheStatementGoesOn()
    {
        Statement insert = prepare("INSERT INTO t (id) VALUES (?1)");
        QVERIFY(insert.bind(1).run());
        QCOMPARE(insert.bind(1).run().error().code, ErrorCode::StorageFailed);
        QVERIFY(insert.bind(2).run());
        QCOMPARE(rows(), 2);
    }

    void aMovedStatementIsTheOldOne()
    {
        Statement first = prepare("SELECT 1");
        Statement second = std::move(first);
        QVERIFY(*second.step());
        first = prepare("SELECT 2");
        first = std::move(second);
        first.reset();
        QVERIFY(*first.step());
        QCOMPARE(first.integer(0), 1);
    }

    void aCachedStatementReportsBadSqlWheneverItIsUsed()
    {
        CachedStatement broken(*m_connection, "SELECT nothing FROM nowhere");
        QCOMPARE(broken.step().error().code, ErrorCode::StorageFailed);
        QCOMPARE(broken.run().error().code, ErrorCode::StorageFailed);
    }

    void aCachedStatementMayBeMadeBeforeItsTable()
    {
        CachedStatement insert(*m_connection, "INSERT INTO later (a) VALUES (?1)");
        QVERIFY(!insert.run(1));
        QVERIFY(m_connection->execute("CREATE TABLE later (a INTEGER) STRICT"));
        QVERIFY(insert.run(1));
        QCOMPARE(m_connection->changes(), 1);
    }

    void aCachedStatementWalksThroughItsRows()
    {
        QVERIFY(m_connection->execute("INSERT INTO t (a) VALUES (1), (2), (3)"));
        CachedStatement select(*m_connection, "SELECT a FROM t WHERE a > ?1 ORDER BY a");
        QList<qint64> seen;
        auto row = select.step(1);
        while (row && *row) {
            seen.append(select->integer(0));
            row = select.next();
        }
        QVERIFY(row);
        QCOMPARE(seen, (QList<qint64>{2, 3}));
    }
};

QTEST_APPLESS_MAIN(StatementTest)
#include "tst_statement.moc"
