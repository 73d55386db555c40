#include "sql/sqliteconnection.h"

#include "base/logging.h"
#include "sql/sqlitestatement.h"

#include <sqlite3.h>

#include <QFile>

namespace thidua::sql
{

SqliteConnection::SqliteConnection(sqlite3* handle)
    : m_handle(handle)
{
}

SqliteConnection::~SqliteConnection()
{
    m_begin.reset();
    m_commit.reset();
    sqlite3_close_v2(m_handle);
}

static QByteArray pragmas(const OpenOptions& options)
{
    QByteArray script = "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;";
    script += options.durability == Durability::EveryCommit ? " PRAGMA synchronous = FULL;"
                                                            : " PRAGMA synchronous = NORMAL;";
    // Pages that many changes touch (indexes) go to the file once every 16 MiB of log instead of every 4.
    script += " PRAGMA wal_autocheckpoint = 4000;";
    return script + " PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;";
}

// Nobody asks for SQLite's memory statistics, and they take a lock at every allocation. Too late, and without
// effect, in a program that has used SQLite by other ways before.
static void doWithoutStatistics()
{
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString& path,
                                                                 const OpenOptions& options)
{
    const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    doWithoutStatistics();
    const QByteArray vfs = options.vfs.toUtf8();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
    if (code != SQLITE_OK)
        return errorOf(code, handle);
    sqlite3_busy_timeout(handle, int(options.busyTimeout.count()));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (auto done = connection->execute(pragmas(options)); !done)
        return done.error();
    return connection;
}

Result<Statement> SqliteConnection::prepare(QByteArrayView sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code, m_handle);
    return Statement(std::make_unique<SqliteStatement>(m_handle, statement));
}

Result<void> SqliteConnection::execute(const QByteArray& script)
{
    const int code = sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : errorOf(code, m_handle);
}

Result<void> SqliteConnection::run(std::optional<Statement>& cached, QByteArrayView sql)
{
    if (!cached) {
        auto prepared = prepare(sql);
        if (!prepared)
            return prepared.error();
        cached = std::move(*prepared);
    }
    return cached->run();
}

qint64 SqliteConnection::changes()
{
    return sqlite3_changes64(m_handle);
}

// Takes the write lock at once, so that no statement inside can fail for lack of it.
Result<void> SqliteConnection::beginWriting()
{
    return run(m_begin, "BEGIN IMMEDIATE");
}

Result<void> SqliteConnection::beginReading()
{
    return execute("BEGIN");
}

Result<void> SqliteConnection::commit()
{
    return run(m_commit, "COMMIT");
}

void SqliteConnection::rollback()
{
    if (!isInTransaction())
        return; // SQLite has rolled back already
    if (auto done = execute("ROLLBACK"); !done)
        qCWarning(logStore) << "rollback:" << done.error().detail;
}

bool SqliteConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

// The one number of a PRAGMA or a query.
Result<qint64> SqliteConnection::number(const char* sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

Result<qint64> SqliteConnection::dataVersion()
{
    return number("PRAGMA data_version");
}

Result<Mark> SqliteConnection::mark()
{
    auto version = number("PRAGMA user_version");
    auto owner = version ? number("PRAGMA application_id") : version;
    auto objects = owner ? number("SELECT count(*) FROM sqlite_schema") : owner;
    if (!objects)
        return objects.error();
    return Mark{qint32(*owner), *version, *objects == 0};
}

// Once for good: the file remembers it.
Result<void> SqliteConnection::prepareForMigrations()
{
    return execute("PRAGMA journal_mode = WAL");
}

// PRAGMA takes no parameters; both values are numbers.
Result<void> SqliteConnection::setMark(const Mark& mark)
{
    return execute("PRAGMA application_id = " + QByteArray::number(mark.owner) +
                   "; PRAGMA user_version = " + QByteArray::number(mark.version));
}

Result<void> SqliteConnection::backupTo(const QString& path)
{
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &target,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    sqlite3_backup* backup =
        code == SQLITE_OK ? sqlite3_backup_init(target, "main", m_handle, "main") : nullptr;
    if (backup) {
        sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    code = sqlite3_errcode(target);
    const auto done = code == SQLITE_OK ? Result<void>() : errorOf(code, target);
    sqlite3_close_v2(target);
    return done;
}

Result<void> SqliteConnection::quickCheck()
{
    auto statement = prepare("PRAGMA quick_check(1)");
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (!row)
        return row.error();
    if (*row && statement->text(0) != QLatin1String("ok"))
        return {ErrorCode::StorageCorrupt, statement->text(0)};
    return {};
}

} // namespace thidua::sql
