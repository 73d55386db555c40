#include "bench/floor.h"

#include <QFile>

#include <sqlite3.h>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

static void check(int code, sqlite3* handle)
{
    if (code != SQLITE_OK && code != SQLITE_DONE)
        qFatal("floor: %s", sqlite3_errmsg(handle));
}

Floor::Floor(const QString& path)
{
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
    check(sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr),
          m_handle);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE report (id BLOB PRIMARY KEY, movement BLOB, unit BLOB, criterion BLOB, period TEXT, "
        "value INTEGER, target INTEGER, note TEXT, status TEXT, scoreSelf INTEGER, scoreVerified INTEGER, "
        "reporter BLOB, occurredOn TEXT, updatedAt INTEGER)");
    check(sqlite3_prepare_v2(
              m_handle,
              "INSERT INTO report (id, movement, unit, criterion, period, value, target, note, status, "
              "scoreSelf, scoreVerified, reporter, occurredOn, updatedAt) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              -1, &m_insert, nullptr),
          m_handle);
}

Floor::~Floor()
{
    sqlite3_finalize(m_insert);
    sqlite3_close(m_handle);
}

void Floor::run(const char* sql)
{
    check(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr), m_handle);
}

namespace
{

// Binds in order.
class Binder
{
public:
    explicit Binder(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    Binder& operator<<(qint64 number)
    {
        sqlite3_bind_int64(m_statement, ++m_index, number);
        return *this;
    }
    Binder& operator<<(QByteArrayView id)
    {
        sqlite3_bind_blob(m_statement, ++m_index, id.data(), int(id.size()), SQLITE_STATIC);
        return *this;
    }
    Binder& operator<<(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        sqlite3_bind_text(m_statement, ++m_index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
        return *this;
    }

private:
    sqlite3_stmt* m_statement;
    int m_index = 0;
};

} // namespace

void Floor::insert(const WardRow& row)
{
    Binder(m_insert) << row.id.view() << row.movement.view() << row.unit.view() << row.criterion.view()
                     << row.period << row.value << row.target << row.note << row.status << row.scoreSelf
                     << row.scoreVerified << row.reporter.view() << row.occurredOn << row.updatedAt;
    check(sqlite3_step(m_insert), m_handle);
    sqlite3_reset(m_insert);
}

void Floor::insertAll(const QList<WardRow>& rows)
{
    run("BEGIN IMMEDIATE");
    for (const WardRow& row : rows)
        insert(row);
    run("COMMIT");
}

void Floor::commitOne(const WardRow& row)
{
    insert(row);
}

} // namespace thidua::bench
