#include "sql/connection.h"

#include <sqlite3.h>

#include <QFile>

#include <cerrno>
#include <utility>

namespace thidua::sql
{

// SQLite calls a disk that has no room for its shared memory or journal an I/O error.
static bool hasNoRoom(sqlite3* handle)
{
    const int reason = handle ? sqlite3_system_errno(handle) : 0;
    return reason == ENOSPC || reason == EDQUOT;
}

Error errorOf(int sqliteCode, sqlite3* handle)
{
    const QString detail = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(sqliteCode));
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::StorageFull, detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return {hasNoRoom(handle) ? ErrorCode::StorageFull : ErrorCode::StorageFailed, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StorageCorrupt, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy, detail};
    default:
        return {ErrorCode::StorageFailed, detail};
    }
}

Statement::Statement(sqlite3* handle, sqlite3_stmt* statement)
    : m_handle(handle)
    , m_statement(statement)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bindError(other.m_bindError)
    , m_atRow(std::exchange(other.m_atRow, false))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    std::swap(m_atRow, other.m_atRow);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

static void keepFirst(int& error, int code)
{
    if (error == SQLITE_OK)
        error = code;
}

void Statement::bindOne(int index, qint64 value)
{
    keepFirst(m_bindError, sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindOne(int index, const QString& text)
{
    if (text.isNull())
        return bindOne(index, nullptr);
    const QByteArray utf8 = text.toUtf8();
    keepFirst(m_bindError, sqlite3_bind_text64(m_statement, index, utf8.constData(),
                                               sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindOne(int index, Utf8 text)
{
    keepFirst(m_bindError,
              sqlite3_bind_text64(m_statement, index, text.bytes.data(), sqlite3_uint64(text.bytes.size()),
                                  SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindOne(int index, QByteArrayView bytes)
{
    if (bytes.isNull())
        return bindOne(index, nullptr);
    keepFirst(m_bindError, sqlite3_bind_blob64(m_statement, index, bytes.data(), sqlite3_uint64(bytes.size()),
                                               SQLITE_STATIC));
}

void Statement::bindOne(int index, std::nullptr_t)
{
    keepFirst(m_bindError, sqlite3_bind_null(m_statement, index));
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return errorOf(std::exchange(m_bindError, SQLITE_OK), m_handle);
    const int code = sqlite3_step(m_statement);
    m_atRow = code == SQLITE_ROW;
    if (m_atRow)
        return true;
    const Error error = code == SQLITE_DONE ? Error{} : errorOf(code, m_handle);
    sqlite3_reset(m_statement);
    if (code == SQLITE_DONE)
        return false;
    return error;
}

Result<void> Statement::run()
{
    auto more = step();
    if (!more)
        return more.error();
    reset();
    return {};
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArrayView Statement::blobView(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    if (!bytes)
        return isNull(column) ? QByteArrayView() : QByteArrayView("", qsizetype(0));
    return QByteArrayView(bytes, size);
}

QByteArray Statement::blob(int column) const
{
    return blobView(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::reset()
{
    if (std::exchange(m_atRow, false))
        sqlite3_reset(m_statement);
}

Connection::Connection(sqlite3* handle)
    : m_handle(handle)
{
}

Connection::~Connection()
{
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

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const OpenOptions& options)
{
    const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    doWithoutStatistics();
    const QByteArray vfs = options.vfs.toUtf8();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK)
        return errorOf(code, handle);
    sqlite3_busy_timeout(handle, int(options.busyTimeout.count()));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (auto done = connection->execute(pragmas(options)); !done)
        return done.error();
    return connection;
}

Result<Statement> Connection::prepare(QByteArrayView sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code, m_handle);
    return Statement(m_handle, statement);
}

Result<void> Connection::execute(const QByteArray& script)
{
    const int code = sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : errorOf(code, m_handle);
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

Result<void> Connection::backupTo(const QString& path)
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

Result<void> Connection::quickCheck()
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

Result<void> CachedStatement::prepare()
{
    if (m_prepared)
        return {};
    auto statement = m_connection.prepare(m_sql);
    if (!statement)
        return statement.error();
    m_statement = std::move(*statement);
    m_prepared = true;
    return {};
}

} // namespace thidua::sql
