#pragma once

#include "sql/transaction.h"
#include "store/localstore.h"

namespace thidua::store
{

// The table `outbox`: this device's edits, from "saved" to the server's receipt and 90 days beyond.
class Outbox
{
public:
    explicit Outbox(sql::Connection& connection);

    // Returns the edit's seq.
    [[nodiscard]] Result<qint64> append(const sql::Transaction&, const merge::Edit& edit,
                                        const QString& epoch);
    [[nodiscard]] Result<QList<OutboxEntry>> entries(EditState state, qint64 fromSeq, int limit);
    [[nodiscard]] Result<std::optional<OutboxEntry>> entry(qint64 seq);
    // The edits of a record that the server's decision does not contain yet, in seq order.
    [[nodiscard]] Result<QList<OutboxEntry>> openEdits(const RecordId& record);
    [[nodiscard]] Result<QList<OutboxEntry>> allOf(const RecordId& record);
    [[nodiscard]] Result<void> settle(const sql::Transaction&, const Receipt& receipt, Instant now);
    // Closes accepted edits that a decision of this version contains.
    [[nodiscard]] Result<void> close(const sql::Transaction&, const RecordId& record, qint64 version);
    // Makes accepted edits from this seq on pending again; returns the records they touch.
    [[nodiscard]] Result<QList<RecordId>> reopen(const sql::Transaction&, qint64 fromSeq);
    [[nodiscard]] Result<void> putAside(const sql::Transaction&, qint64 seq);
    // Accepted edits settled before this instant are forgotten.
    [[nodiscard]] Result<void> forgetBefore(const sql::Transaction&, Instant instant);
    [[nodiscard]] Result<void> count(Counts& counts);

private:
    [[nodiscard]] Result<QList<OutboxEntry>> collect(sql::CachedStatement& statement, Result<bool> row);
    sql::Connection& m_connection;
    sql::CachedStatement m_append;
    sql::CachedStatement m_byState;
    sql::CachedStatement m_one;
    sql::CachedStatement m_open;
    sql::CachedStatement m_ofRecord;
    sql::CachedStatement m_settle;
    sql::CachedStatement m_close;
    sql::CachedStatement m_reopen;
    sql::CachedStatement m_putAside;
    sql::CachedStatement m_forget;
    sql::CachedStatement m_count;
    sql::CachedStatement m_attention;
};

} // namespace thidua::store
