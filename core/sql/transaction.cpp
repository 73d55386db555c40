#include "sql/transaction.h"

#include "base/logging.h"

#include <utility>

namespace thidua::sql
{

static void undo(Connection& connection, const QByteArray& script)
{
    if (!connection.isInTransaction())
        return; // SQLite has rolled back already
    if (auto done = connection.execute(script); !done)
        qCWarning(logStore) << "rollback:" << done.error().detail;
}

Transaction::Transaction(Connection& connection)
    : m_connection(&connection)
{
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    if (auto done = connection.execute("BEGIN IMMEDIATE"); !done)
        return done.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_connection)
        undo(*m_connection, "ROLLBACK");
}

Result<void> Transaction::commit()
{
    auto done = m_connection->execute("COMMIT");
    if (done)
        m_connection = nullptr;
    return done;
}

Savepoint::Savepoint(Connection& connection)
    : m_connection(&connection)
{
}

Result<Savepoint> Savepoint::begin(Connection& connection)
{
    if (auto done = connection.execute("SAVEPOINT part"); !done)
        return done.error();
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Savepoint::~Savepoint()
{
    if (m_connection)
        undo(*m_connection, "ROLLBACK TO part; RELEASE part");
}

Result<void> Savepoint::release()
{
    auto done = m_connection->execute("RELEASE part");
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace thidua::sql
