#include "city.h"

#include "server/migrations.h"
#include "server/ownedits.h"
#include "server/postgres/connection.h"
#include "server/postgres/dialect.h"
#include "server/postgres/listener.h"
#include "server/storecopy.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace thidua;
using namespace thidua::test;
using server::Writing;
using server::postgres::Address;

// What PostgreSQL alone has: connections that break, transactions that it undoes, listeners, cities side by
// side.
class TestPostgresql : public QObject
{
    Q_OBJECT

    static constexpr int patience = 20'000; // ms; a limit, not a wait

    static const Address& addressOf(const City& city) { return *city.database->address(); }
    static std::unique_ptr<server::postgres::Connection> connect(const Address& address)
    {
        auto connection = server::postgres::Connection::open(address);
        if (!connection)
            qFatal("%s", qPrintable(connection.error().detail));
        return std::move(*connection);
    }
    static QStringList ask(sql::Connection& connection, const char* sql)
    {
        QStringList rows;
        auto statement = connection.prepare(sql);
        auto row = statement ? statement->step() : statement.error();
        for (; row && *row; row = statement->step())
            rows.append(statement->text(0));
        return row ? rows : QStringList{row.error().detail};
    }
    static server::ServerEdit movement(City& city)
    {
        return {city.newRecord(),
                kind::movement,
                {{name::name, u"một"_s},
                 {name::kind, u"annual"_s},
                 {name::level, u"city"_s},
                 {name::mode, Value()}}};
    }
    // A commit of one record that is troubled once, after it has written something.
    static Result<void> writeTroubled(City& city, const QByteArray& trouble, int& runs)
    {
        return city.writer.commitOne([&, edit = movement(city)](Writing& writing) -> Result<void> {
            auto entered = server::OwnEdits(writing.store, writing.working).enter({edit}, writing.now);
            return entered && runs++ == 0 ? writing.store.connection().execute(trouble) : entered;
        });
    }
    static qsizetype movements(City& city)
    {
        return server::ServerAuthor(city.writer).values(kind::movement)->size();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(TestDatabase::isPostgres(), "THIDUA_TEST_POSTGRES names no PostgreSQL"); }

    void whatIsUndoneForTheSakeOfOthersIsRunAgainWholeAndHasOneEffect_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::newRow("no order") << QByteArray("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
        QTest::newRow("deadlock") << QByteArray("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
        QTest::newRow("connection lost") << QByteArray("SELECT pg_terminate_backend(pg_backend_pid())");
    }
    void whatIsUndoneForTheSakeOfOthersIsRunAgainWholeAndHasOneEffect()
    {
        QFETCH(QByteArray, trouble);
        City city;
        int runs = 0;
        const auto done = writeTroubled(city, trouble, runs);
        QVERIFY2(done, qPrintable(done.error().detail));
        QCOMPARE(runs, 2);
        QCOMPARE(movements(city), 1);
        QCOMPARE(city.metrics.commitRetries, 1);
    }

    void itIsNotRunAgainForever()
    {
        City city;
        int runs = 0;
        const auto done = city.writer.commitOne([&](Writing& writing) {
            ++runs;
            return writing.store.connection().execute("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
        });
        QCOMPARE(done.error().code, ErrorCode::Busy);
        QCOMPARE(runs, 5);
    }

    void otherTroubleHasANameAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("disk full") << QByteArray("53100") << ErrorCode::StorageFull;
        QTest::newRow("damaged data") << QByteArray("XX001") << ErrorCode::StorageCorrupt;
        QTest::newRow("damaged index") << QByteArray("XX002") << ErrorCode::StorageCorrupt;
        QTest::newRow("too many connections") << QByteArray("53300") << ErrorCode::Busy;
        QTest::newRow("shutting down") << QByteArray("57P01") << ErrorCode::Busy;
        QTest::newRow("a broken rule") << QByteArray("23505") << ErrorCode::StorageFailed;
    }
    void otherTroubleHasANameAndLeavesNothing()
    {
        QFETCH(QByteArray, state);
        QFETCH(ErrorCode, code);
        City city;
        int runs = 0;
        QCOMPARE_CODE(writeTroubled(city, "DO $$ BEGIN RAISE SQLSTATE '" + state + "'; END $$", runs).error(),
                      code);
        QCOMPARE(runs, 1);
        QCOMPARE(movements(city), 0);
        QVERIFY(writeTroubled(city, {}, runs));
        QCOMPARE(movements(city), 1);
    }

    // It may hold or not; whoever asked asks again, and is answered from the receipt.
    void aCommitThatWasCutOffIsNotRunAgainByItself()
    {
        City city;
        int runs = 0;
        City::require(city.writer.store().connection().execute(
            "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'; "
            "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON record DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION cut()"));
        QCOMPARE_CODE(writeTroubled(city, {}, runs).error(), ErrorCode::Busy);
        QCOMPARE(runs, 1);
    }

    void aConnectionThatWasLostWhileNobodyAskedIsMadeAgain()
    {
        City city;
        auto idle = connect(addressOf(city));
        const auto number = ask(*idle, "SELECT pg_backend_pid()::text");
        const auto other = connect(addressOf(city));
        for (int i = 0; i < 2; ++i) {
            auto end = other->prepare("SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity "
                                      "WHERE query LIKE '%backend_pid%' AND pid <> pg_backend_pid() "
                                      "AND usename = current_user AND pid::text = ?1");
            QVERIFY(end);
            QVERIFY(*end->bind(i == 0 ? number.first() : ask(*idle, "SELECT pg_backend_pid()::text").first())
                         .step());
            QCOMPARE(end->text(0), u"true"_s);
            if (i == 0)
                QCOMPARE(ask(*idle, "SELECT version::text FROM store").size(), 1);
        }
        QVERIFY(sql::Transaction::begin(*idle));
    }

    void aSnapshotThatWasLostIsAnErrorAndNotAnotherState()
    {
        City city;
        auto reader = connect(addressOf(city));
        {
            auto snapshot = sql::Snapshot::begin(*reader);
            QVERIFY(snapshot);
            (void)reader->execute("SELECT pg_terminate_backend(pg_backend_pid())");
            auto statement = reader->prepare("SELECT version::text FROM store");
            auto row = statement ? statement->step() : statement.error();
            QCOMPARE_CODE(row.error(), ErrorCode::Busy);
        }
        QCOMPARE(ask(*reader, "SELECT version::text FROM store").size(), 1);
    }

    void nobodyAnsweringIsBusyAndANonsensicalAddressIsMalformed()
    {
        const auto codeOf = [](const Address& address) {
            return server::Database(address).connect().error().code;
        };
        QCOMPARE(codeOf({u"postgresql:///postgres?host=/nowhere"_s, u"a"_s}), ErrorCode::Busy);
        QCOMPARE(codeOf({u"nonsense"_s, u"a"_s}), ErrorCode::Malformed);
        for (const auto& name : {u""_s, u"A"_s, u"a b"_s, u"a\"b"_s, u"1a"_s, u"pg_a"_s, QString(41, u'a')})
            QCOMPARE(codeOf({TestDatabase::postgresUrl(), name}), ErrorCode::Malformed);
    }

    void tooManyConnectionsAreBusy()
    {
        City city;
        const QByteArray role = addressOf(city).city.toUtf8();
        auto owner = connect(addressOf(city));
        City::require(owner->execute("CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 0"));
        Address few = addressOf(city);
        few.url.replace(u"user=thidua"_s, u"user="_s + few.city);
        QCOMPARE_CODE(server::Database(few).connect().error(), ErrorCode::Busy);
        City::require(owner->execute("DROP ROLE " + role));
    }

    void aTextWithAZeroIsRefusedAndEveryOtherLetterKept()
    {
        City city;
        auto connection = connect(addressOf(city));
        auto insert = connection->prepare("INSERT INTO layout (kind, columns) VALUES (?1, ?2)");
        QVERIFY(insert);
        QCOMPARE(insert->bind(QString(QChar(0)), QByteArray("x")).run().error().code,
                 ErrorCode::InvalidValue);
        QVERIFY(insert->bind(u"\u0001🏅\uffff"_s, QByteArray("\0", 1)).run());
        QCOMPARE(ask(*connection, "SELECT kind FROM layout WHERE length(columns) = 1"),
                 QStringList(u"\u0001🏅\uffff"_s));
    }

    void aListenerHearsOfOthersAndNotOfItself()
    {
        City city;
        auto other = connect(addressOf(city));
        City::require(other->execute("SET thidua.process = 'another'"));
        QSemaphore heard;
        const server::postgres::Listener listener(addressOf(city), [&] { heard.release(); });
        QVERIFY(heard.tryAcquire(1, patience)); // what came before it listened
        int runs = 0;
        QVERIFY(writeTroubled(city, {}, runs)); // its own
        auto transaction = sql::Transaction::begin(*other);
        QVERIFY(transaction->commit());
        QVERIFY(heard.tryAcquire(1, patience));
        QCOMPARE(heard.available(), 0);
    }

    void aListenerThatWasCutOffListensAgain()
    {
        City city;
        auto other = connect(addressOf(city));
        City::require(other->execute("SET thidua.process = 'another'"));
        QSemaphore heard;
        const server::postgres::Listener listener(addressOf(city), [&] { heard.release(); });
        QVERIFY(heard.tryAcquire(1, patience));
        QCOMPARE(ask(*other,
                     "SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE locktype = 'advisory' "
                     "AND classid = 1413763926 "
                     "AND objid::bigint = (hashtext(current_setting('search_path'))::bigint & 4294967295)"),
                 QStringList(u"true"_s));
        QVERIFY(heard.tryAcquire(1, patience)); // it is there again, and something may have been missed
        auto transaction = sql::Transaction::begin(*other);
        QVERIFY(transaction->commit());
        QVERIFY(heard.tryAcquire(1, patience));
    }

    void citiesInOneDatabaseKnowNothingOfEachOther()
    {
        City one;
        City two;
        int runs = 0;
        QVERIFY(writeTroubled(one, {}, runs));
        QCOMPARE(movements(one), 1);
        QCOMPARE(movements(two), 0);
        auto held = connect(addressOf(one));
        auto transaction = sql::Transaction::begin(*held);
        QVERIFY(transaction);
        QVERIFY(writeTroubled(two, {}, runs)); // whoever writes in one holds nobody up in the other
    }

    void bothDatabasesHaveTheSameTables()
    {
        City city;
        auto file = *sql::Connection::open(u":memory:"_s);
        QVERIFY(sql::migrate(*file, server::serverFileId, server::serverMigrations()));
        auto ofFile = ask(*file, "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || "
                                 "CASE WHEN c.\"notnull\" OR c.pk THEN 'NO' ELSE 'YES' END "
                                 "FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c "
                                 "WHERE t.type = 'table'");
        auto connection = connect(addressOf(city));
        auto ofCity = ask(
            *connection, "SELECT table_name || '.' || column_name || ' ' || CASE data_type WHEN 'bigint' "
                         "THEN 'INTEGER' WHEN 'text' THEN 'TEXT' WHEN 'bytea' THEN 'BLOB' ELSE data_type END "
                         "|| ' ' || is_nullable FROM information_schema.columns "
                         "WHERE table_schema = current_setting('search_path') AND table_name <> 'store'");
        ofFile.sort();
        ofCity.sort();
        QVERIFY(ofFile.size() > 100);
        QCOMPARE(ofCity, ofFile);
        QStringList copied = server::copiedTables();
        copied.sort();
        QCOMPARE(copied, ask(*file, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
    }

    void commitsAreDurableWhateverTheRoleIsSetTo()
    {
        City city;
        Address lax = addressOf(city);
        lax.url += u"&options=-csynchronous_commit%3Doff"_s;
        QCOMPARE(ask(*connect(lax), "SELECT current_setting('synchronous_commit')"), QStringList(u"on"_s));
        lax.url.replace(u"off"_s, u"remote_apply"_s); // a stricter one is kept
        QCOMPARE(ask(*connect(lax), "SELECT current_setting('synchronous_commit')"),
                 QStringList(u"remote_apply"_s));
    }
};

QTEST_GUILESS_MAIN(TestPostgresql)
#include "tst_postgresql.moc"
