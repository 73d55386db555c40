#include "server/postgres/connection.h"

#include "server/postgres/dialect.h"
#include "server/postgres/statement.h"

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

static constexpr qint64 oldestServer = 150000;

Connection::Connection(const Address& address, const sql::OpenOptions& options)
    : m_session(address, options)
{
}

Result<std::unique_ptr<Connection>> Connection::open(const Address& address, const sql::OpenOptions& options)
{
    std::unique_ptr<Connection> connection(new Connection(address, options));
    if (auto connected = connection->m_session.connect(); !connected)
        return connected.error();
    auto version = connection->number("SELECT current_setting('server_version_num')::bigint");
    if (!version)
        return version.error();
    if (*version < oldestServer)
        return {ErrorCode::StorageFailed, u"PostgreSQL 15 or newer is needed, this is %1"_s.arg(*version)};
    return connection;
}

Result<sql::Statement> Connection::prepare(QByteArrayView sql)
{
    auto statement = Statement::prepare(m_session, sql.toByteArray());
    if (!statement)
        return statement.error();
    return sql::Statement(std::move(*statement));
}

Result<void> Connection::execute(const QByteArray& script)
{
    auto done = m_session.execute(script);
    return done ? Result<void>() : done.error();
}

qint64 Connection::changes()
{
    (void)m_session.settle(); // its error comes again with the commit, which cannot succeed any more
    return m_session.changes();
}

Result<void> Connection::beginWriting()
{
    return m_session.begin(
        "BEGIN ISOLATION LEVEL READ COMMITTED; UPDATE store SET commits = commits + 1; "
        "SELECT pg_notify(current_setting('search_path'), current_setting('thidua.process'))");
}

Result<void> Connection::beginReading()
{
    return m_session.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

Result<qint64> Connection::number(const char* sql)
{
    auto statement = Statement::prepare(m_session, sql);
    if (!statement)
        return statement.error();
    auto row = (*statement)->step();
    if (!row)
        return row.error();
    return *row ? (*statement)->integer(0) : 0;
}

Result<qint64> Connection::dataVersion()
{
    return number("SELECT commits FROM store");
}

Result<sql::Mark> Connection::mark()
{
    auto ours = number("SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
                       "WHERE nspname = current_setting('search_path') AND relname = 'store'");
    auto all =
        ours ? number("SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
                      "WHERE nspname = current_setting('search_path')")
             : ours;
    if (!all || *ours == 0)
        return all ? Result<sql::Mark>(sql::Mark{0, 0, *all == 0}) : all.error();
    auto owner = number("SELECT owner FROM store");
    auto version = owner ? number("SELECT version FROM store") : owner;
    if (!version)
        return version.error();
    const bool madeAndNotFilled = *all == 2; // `store` and its index
    return sql::Mark{qint32(*owner), *version, madeAndNotFilled};
}

// The lock is for programs that come to an empty database at the same moment; 0x54445356 is any number.
Result<void> Connection::prepareForMigrations()
{
    auto begun = m_session.begin("BEGIN; SELECT pg_advisory_xact_lock(1413763926)");
    if (!begun)
        return begun;
    auto made = execute(
        "DO $$ BEGIN EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', current_setting('search_path')); END "
        "$$; "
        "CREATE TABLE IF NOT EXISTS store (only_row bigint PRIMARY KEY CHECK (only_row = 1), "
        "owner bigint NOT NULL, version bigint NOT NULL, commits bigint NOT NULL); "
        "INSERT INTO store (only_row, owner, version, commits) VALUES (1, 0, 0, 0) ON CONFLICT DO NOTHING");
    if (made)
        return m_session.commit();
    m_session.rollback();
    return made;
}

Result<void> Connection::define(const QByteArray& tables)
{
    return execute(tablesOf(tables));
}

Result<void> Connection::setMark(const sql::Mark& mark)
{
    auto statement = Statement::prepare(m_session, "UPDATE store SET owner = ?1, version = ?2");
    if (!statement)
        return statement.error();
    (*statement)->bindInteger(1, mark.owner);
    (*statement)->bindInteger(2, mark.version);
    return (*statement)->run();
}

Result<void> Connection::quickCheck()
{
    auto failures = number("SELECT coalesce(sum(checksum_failures), 0)::bigint FROM pg_stat_database "
                           "WHERE datname = current_database()");
    if (!failures)
        return failures.error();
    if (*failures > 0)
        return {ErrorCode::StorageCorrupt, u"PostgreSQL has met %1 damaged pages"_s.arg(*failures)};
    return {};
}

} // namespace thidua::server::postgres
