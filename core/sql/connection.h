#pragma once

#include "sql/statement.h"

#include <chrono>

// The only place that knows a database's API: SQLite's here, PostgreSQL's in sync/server/postgres. A
// Connection and all that hangs on it belong to one thread.
namespace thidua::sql
{

enum class Durability {
    EveryCommit, // a commit survives power loss
    Checkpoints, // synchronous = NORMAL: for data that can be fetched or computed again
};

struct OpenOptions {
    Durability durability = Durability::EveryCommit;
    bool readOnly = false;
    std::chrono::milliseconds busyTimeout{5000};
    QString vfs; // name of a registered VFS; empty: the system's
};

// Whose a database is, and how far its migrations have come.
struct Mark {
    qint32 owner = 0; // 0: nobody's
    qint64 version = 0;
    bool empty = false; // holds nothing at all
};

class Connection
{
public:
    // A file of SQLite's; see sqliteconnection.h.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& path,
                                                                  const OpenOptions& options = {});
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    [[nodiscard]] virtual Result<Statement> prepare(QByteArrayView sql) = 0;
    // Runs a script of several statements.
    [[nodiscard]] virtual Result<void> execute(const QByteArray& script) = 0;
    [[nodiscard]] virtual qint64 changes() = 0; // of the last statement that was run

    // See Transaction and Snapshot, which are the way to call these.
    [[nodiscard]] virtual Result<void> beginWriting() = 0;
    [[nodiscard]] virtual Result<void> beginReading() = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    // false after a failure (full disk, I/O error) made SQLite roll back on its own.
    [[nodiscard]] virtual bool isInTransaction() const = 0;
    // Whether the last transaction left nothing behind, for a reason that may be gone already: a deadlock,
    // two that could not be put into an order, a connection lost before the commit was sent. It may be run
    // again, whole.
    [[nodiscard]] virtual bool mayRunAgain() const = 0;
    // Changes whenever somebody else has committed.
    [[nodiscard]] virtual Result<qint64> dataVersion() = 0;

    // For the migrator. Tables are written in SQLite's words; each driver makes of them what it calls so.
    [[nodiscard]] virtual Result<Mark> mark() = 0;
    [[nodiscard]] virtual Result<void> prepareForMigrations() = 0;
    [[nodiscard]] virtual Result<void> define(const QByteArray& tables) = 0;
    [[nodiscard]] virtual Result<void> setMark(const Mark& mark) = 0;

    // StorageCorrupt if the database finds itself damaged, as far as it can tell without long work.
    [[nodiscard]] virtual Result<void> quickCheck() = 0;
};

// A statement prepared once and kept; throws nothing, reports at the first use.
class CachedStatement
{
public:
    CachedStatement(Connection& connection, const char* sql)
        : m_connection(connection)
        , m_sql(sql)
    {
    }
    template<typename... Values>
    [[nodiscard]] Result<bool> step(const Values&... values)
    {
        if (auto ready = prepare(); !ready)
            return ready.error();
        m_statement.bind(values...);
        return m_statement.step();
    }
    // Binds, runs to the end and resets.
    template<typename... Values>
    [[nodiscard]] Result<void> run(const Values&... values)
    {
        if (auto ready = prepare(); !ready)
            return ready;
        m_statement.bind(values...);
        return m_statement.run();
    }
    [[nodiscard]] Result<bool> next() { return m_statement.step(); }
    Statement* operator->() { return &m_statement; }
    void reset() { m_statement.reset(); }

private:
    [[nodiscard]] Result<void> prepare();
    Connection& m_connection;
    const char* m_sql;
    Statement m_statement;
    bool m_prepared = false;
};

} // namespace thidua::sql
