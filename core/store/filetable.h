#pragma once

#include "sql/transaction.h"
#include "store/localstore.h"

namespace thidua::store
{

// The table `file`: which contents lie beside the database, and which of them the server still lacks.
class FileTable
{
public:
    explicit FileTable(sql::Connection& connection);

    [[nodiscard]] Result<void> put(const sql::Transaction&, const KeptFile& file);
    [[nodiscard]] Result<QList<KeptFile>> all();
    [[nodiscard]] Result<QList<KeptFile>> inState(FileState state);
    [[nodiscard]] Result<bool> has(const QByteArray& sha256);
    [[nodiscard]] Result<void> advance(const KeptFile& file, qint64 sent);
    [[nodiscard]] Result<void> settle(const KeptFile& file, ErrorCode code); // None: the server has it
    // Everything in the one state waits again.
    [[nodiscard]] Result<void> wait(FileState before);
    [[nodiscard]] Result<void> remove(const sql::Transaction&, const KeptFile& file);
    [[nodiscard]] Result<void> count(Counts& counts);
    // What this device's own edits name, as files that still wait.
    [[nodiscard]] Result<QList<KeptFile>> namedByOwnEdits();

private:
    [[nodiscard]] static Result<QList<KeptFile>> collect(sql::CachedStatement& statement, Result<bool> row);
    sql::CachedStatement m_put;
    sql::CachedStatement m_all;
    sql::CachedStatement m_inState;
    sql::CachedStatement m_has;
    sql::CachedStatement m_advance;
    sql::CachedStatement m_settle;
    sql::CachedStatement m_wait;
    sql::CachedStatement m_remove;
    sql::CachedStatement m_count;
    sql::CachedStatement m_ownEdits;
};

} // namespace thidua::store
