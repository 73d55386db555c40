#include "sql/sqlitestatement.h"

#include <sqlite3.h>

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

SqliteStatement::SqliteStatement(sqlite3* handle, sqlite3_stmt* statement)
    : m_handle(handle)
    , m_statement(statement)
{
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::note(int code)
{
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
}

void SqliteStatement::bindInteger(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, index, value));
}

void SqliteStatement::bindText(int index, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text64(m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bindUtf8(int index, QByteArrayView utf8)
{
    note(sqlite3_bind_text64(m_statement, index, utf8.data(), sqlite3_uint64(utf8.size()), SQLITE_STATIC,
                             SQLITE_UTF8));
}

void SqliteStatement::bindBytes(int index, QByteArrayView bytes)
{
    note(sqlite3_bind_blob64(m_statement, index, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_STATIC));
}

void SqliteStatement::bindNull(int index)
{
    note(sqlite3_bind_null(m_statement, index));
}

Result<bool> SqliteStatement::step()
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

Result<void> SqliteStatement::run()
{
    auto more = step();
    if (!more)
        return more.error();
    reset();
    return {};
}

void SqliteStatement::reset()
{
    if (std::exchange(m_atRow, false))
        sqlite3_reset(m_statement);
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArrayView SqliteStatement::blobView(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    if (!bytes)
        return isNull(column) ? QByteArrayView() : QByteArrayView("", qsizetype(0));
    return QByteArrayView(bytes, size);
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace thidua::sql
