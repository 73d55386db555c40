#include "sql/transaction.h"

#include "base/logging.h"

#include <utility>

namespace thidua::sql
{

Transaction::Transaction(Connection& connection)
    : m_connection(&connection)
{
}

Result<Transaction> Transaction::begin(Connection& connection)
{
    if (auto done = connection.beginWriting(); !done)
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
        m_connection->rollback();
}

Result<void> Transaction::commit()
{
    auto done = m_connection->commit();
    if (done)
        m_connection = nullptr;
    return done;
}

Snapshot::Snapshot(Connection& connection)
    : m_connection(&connection)
{
}

Result<Snapshot> Snapshot::begin(Connection& connection)
{
    if (auto done = connection.beginReading(); !done)
        return done.error();
    return Snapshot(connection);
}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Snapshot::~Snapshot()
{
    if (m_connection)
        m_connection->rollback(); // nothing was written
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
    if (!m_connection || !m_connection->isInTransaction())
        return; // SQLite has rolled back all of it already
    if (auto done = m_connection->execute("ROLLBACK TO part; RELEASE part"); !done)
        qCWarning(logStore) << "rollback:" << done.error().detail;
}

Result<void> Savepoint::release()
{
    auto done = m_connection->execute("RELEASE part");
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace thidua::sql
