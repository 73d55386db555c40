#pragma once

#include "sql/statement.h"

struct sqlite3;
struct sqlite3_stmt;

namespace thidua::sql
{

[[nodiscard]] Error errorOf(int sqliteCode, sqlite3* handle);

class SqliteStatement final : public StatementDriver
{
public:
    SqliteStatement(sqlite3* handle, sqlite3_stmt* statement);
    ~SqliteStatement() override;

    void bindInteger(int index, qint64 value) override;
    void bindText(int index, const QString& text) override;
    void bindUtf8(int index, QByteArrayView utf8) override;
    void bindBytes(int index, QByteArrayView bytes) override;
    void bindNull(int index) override;

    [[nodiscard]] Result<bool> step() override;
    [[nodiscard]] Result<void> run() override;
    void reset() override;
    void stream() override {} // it never does otherwise

    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArrayView blobView(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    void note(int code);

    sqlite3* m_handle;
    sqlite3_stmt* m_statement;
    int m_bindError = 0;
    bool m_atRow = false; // it has stopped at a row, and holds its read transaction open
};

} // namespace thidua::sql
