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
    [[nodiscard]] Result<bool> anyOpen(const RecordId& record);
    [[nodiscard]] Result<bool> anyPending(const RecordId& record);
    [[nodiscard]] Result<QList<OutboxEntry>> allOf(const RecordId& record);

    struct Place {
        RecordId record;
        QString kind;
    };
    // Nothing if the edit was not waiting for a receipt.
    [[nodiscard]] Result<std::optional<Place>> settle(const sql::Transaction&, const Receipt& receipt,
                                                      Instant now);
    [[nodiscard]] Result<qint64> nextSeq();
    // Closes accepted edits that a decision of this version contains.
    [[nodiscard]] Result<void> close(const sql::Transaction&, const RecordId& record, qint64 version);
    // Makes accepted edits of these seqs pending again; returns whose they were.
    [[nodiscard]] Result<QList<Place>> reopen(const sql::Transaction&, qint64 firstSeq, qint64 lastSeq);
    // The greatest accepted seq of 1 and more below this one; or this one.
    [[nodiscard]] Result<qint64> acceptedBelow(qint64 seq);
    // Whose the edits are that no decision contains yet.
    [[nodiscard]] Result<QList<Place>> openPlaces();
    // false if there is no refused edit of that number.
    [[nodiscard]] Result<bool> putAside(const sql::Transaction&, qint64 seq);
    // The device has become another one, whose numbers start at 1: what waits for the server is numbered anew
    // in its order, and what is settled keeps a negative number.
    [[nodiscard]] Result<void> renumber(const sql::Transaction&);
    // Accepted edits settled before this instant are forgotten.
    [[nodiscard]] Result<void> forgetBefore(const sql::Transaction&, Instant instant);
    [[nodiscard]] Result<void> count(Counts& counts);

private:
    [[nodiscard]] Result<QList<OutboxEntry>> collect(sql::CachedStatement& statement, Result<bool> row);
    [[nodiscard]] Result<bool> exists(sql::CachedStatement& statement, const RecordId& record);
    sql::Connection& m_connection;
    sql::CachedStatement m_append;
    sql::CachedStatement m_nextSeq;
    sql::CachedStatement m_pending;
    sql::CachedStatement m_accepted;
    sql::CachedStatement m_refused;
    sql::CachedStatement m_one;
    sql::CachedStatement m_open;
    sql::CachedStatement m_anyOpen;
    sql::CachedStatement m_anyPending;
    sql::CachedStatement m_ofRecord;
    sql::CachedStatement m_settle;
    sql::CachedStatement m_close;
    sql::CachedStatement m_reopen;
    sql::CachedStatement m_acceptedBelow;
    sql::CachedStatement m_openPlaces;
    sql::CachedStatement m_putAside;
    sql::CachedStatement m_retireNumbers;
    sql::CachedStatement m_renumber;
    sql::CachedStatement m_forget;
    sql::CachedStatement m_count;
    sql::CachedStatement m_attention;
};

} // namespace thidua::store
