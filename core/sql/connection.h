#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

// The only place that knows SQLite's C API. A Connection and all that hangs on it belong to one thread.
namespace thidua::sql
{

[[nodiscard]] Error errorOf(int sqliteCode, sqlite3* handle);

// Text that is UTF-8 already. Must live until the last step.
struct Utf8 {
    QByteArrayView bytes;
};

// One prepared statement. bind… and column… count from 1 and 0, as SQLite does. Errors of binding are kept
// and returned by the next step, so that callers check once.
class Statement
{
public:
    Statement() = default;
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    // Parameters in order: 64-bit integers, text, blobs (QByteArray/QByteArrayView), ids, null.
    template<typename... Values>
    Statement& bind(const Values&... values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const QString& text);
    void bindOne(int index, Utf8 text);
    void bindOne(int index, QByteArrayView bytes); // null view: NULL; must live until the last step
    void bindOne(int index, const QByteArray& bytes) { bindOne(index, QByteArrayView(bytes)); }
    void bindOne(int index, std::nullptr_t);
    template<typename Id>
    requires requires(const Id& id) { id.view(); }
    void bindOne(int index, const Id& id) { bindOne(index, id.view()); }

    // true: a row is there to be read; false: done.
    [[nodiscard]] Result<bool> step();
    // Runs a statement that returns no rows.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;         // a copy
    [[nodiscard]] QByteArrayView blobView(int column) const; // until the next step or reset
    [[nodiscard]] bool isNull(int column) const;
    template<typename Id>
    [[nodiscard]] Id id(int column) const
    {
        return Id::fromBytes(blobView(column)).value_or(Id());
    }

    void reset();

private:
    friend class Connection;
    Statement(sqlite3* handle, sqlite3_stmt* statement);
    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    int m_bindError = 0;
    bool m_atRow = false; // it has stopped at a row, and holds its read transaction open
};

enum class Durability {
    EveryCommit, // synchronous = FULL: a commit survives power loss
    Checkpoints, // synchronous = NORMAL: for data that can be fetched or computed again
};

struct OpenOptions {
    Durability durability = Durability::EveryCommit;
    bool readOnly = false;
    std::chrono::milliseconds busyTimeout{5000};
    QString vfs; // name of a registered VFS; empty: the system's
};

class Connection
{
public:
    // Opens or creates; foreign keys on, trusted_schema off. Nothing is written before migrate().
    // Errors: StorageFailed, StorageFull, StorageCorrupt (not a database, or damaged).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& path,
                                                                  const OpenOptions& options = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Result<Statement> prepare(QByteArrayView sql);
    // Runs a script of several statements, e.g. a migration.
    [[nodiscard]] Result<void> execute(const QByteArray& script);
    // false after a failure (full disk, I/O error) made SQLite roll back on its own.
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] Result<void> backupTo(const QString& path);
    [[nodiscard]] Result<void> quickCheck();
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    explicit Connection(sqlite3* handle);
    sqlite3* m_handle;
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
