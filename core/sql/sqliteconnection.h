#pragma once

#include "sql/connection.h"

#include <optional>

struct sqlite3;

namespace thidua::sql
{

class SqliteConnection final : public Connection
{
public:
    // Opens or creates; foreign keys on, trusted_schema off. Nothing is written before migrate().
    // Errors: StorageFailed, StorageFull, StorageCorrupt (not a database, or damaged).
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString& path,
                                                                        const OpenOptions& options = {});
    ~SqliteConnection() override;

    [[nodiscard]] Result<Statement> prepare(QByteArrayView sql) override;
    [[nodiscard]] Result<void> execute(const QByteArray& script) override;
    [[nodiscard]] qint64 changes() override;

    [[nodiscard]] Result<void> beginWriting() override;
    [[nodiscard]] Result<void> beginReading() override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] bool mayRunAgain() const override { return false; } // it has waited as long as it may
    [[nodiscard]] Result<qint64> dataVersion() override;

    [[nodiscard]] Result<Mark> mark() override;
    [[nodiscard]] Result<void> prepareForMigrations() override;
    [[nodiscard]] Result<void> define(const QByteArray& tables) override { return execute(tables); }
    [[nodiscard]] Result<void> setMark(const Mark& mark) override;
    [[nodiscard]] Result<void> quickCheck() override;

    // A copy of the file as it is at one moment, made while others write.
    [[nodiscard]] Result<void> backupTo(const QString& path);

private:
    explicit SqliteConnection(sqlite3* handle);
    [[nodiscard]] Result<qint64> number(const char* sql);
    // Of statements that every transaction needs.
    [[nodiscard]] Result<void> run(std::optional<Statement>& cached, QByteArrayView sql);
    sqlite3* m_handle;
    std::optional<Statement> m_begin;
    std::optional<Statement> m_commit;
};

} // namespace thidua::sql
