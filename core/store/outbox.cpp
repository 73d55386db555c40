#include "store/outbox.h"

#include "base/valuecodec.h"

namespace thidua::store
{

#define OUTBOX_COLUMNS                                                                                       \
    "SELECT seq, at, seen, epoch, record, kind, fields, together, state, version, beside, code, detail "     \
    "FROM outbox "

Outbox::Outbox(sql::Connection& connection)
    : m_connection(connection)
    , m_append(connection,
               "INSERT INTO outbox (at, seen, epoch, record, kind, fields, together, state, open, version, "
               "beside, "
               "code, detail, settled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 1, 0, '', '', '', 0)")
    , m_byState(connection, OUTBOX_COLUMNS "WHERE state = ?1 AND seq >= ?2 ORDER BY seq LIMIT ?3")
    , m_one(connection, OUTBOX_COLUMNS "WHERE seq = ?1")
    , m_open(connection, OUTBOX_COLUMNS "WHERE record = ?1 AND open = 1 ORDER BY seq")
    , m_ofRecord(connection, OUTBOX_COLUMNS "WHERE record = ?1 ORDER BY seq")
    , m_settle(connection,
               "UPDATE outbox SET state = ?2, open = ?3, version = ?4, beside = ?5, code = ?6, detail = ?7, "
               "settled_at = ?8 WHERE seq = ?1 AND state = 0")
    , m_close(connection,
              "UPDATE outbox SET open = 0 WHERE record = ?1 AND open = 1 AND state = 1 AND version <= ?2")
    , m_reopen(connection, "UPDATE outbox SET state = 0, open = 1, version = 0, beside = '' "
                           "WHERE seq >= ?1 AND state = 1 RETURNING record")
    , m_putAside(connection, "UPDATE outbox SET state = 3 WHERE seq = ?1 AND state = 2")
    , m_forget(connection, "DELETE FROM outbox WHERE state = 1 AND open = 0 AND settled_at < ?1")
    , m_count(connection,
              "SELECT count(*), count(DISTINCT record), coalesce(min(at), 0) FROM outbox WHERE state = 0")
    , m_attention(connection, "SELECT count(*) FROM outbox WHERE state = 2")
{
}

#undef OUTBOX_COLUMNS

Result<qint64> Outbox::append(const sql::Transaction&, const merge::Edit& edit, const QString& epoch)
{
    const QByteArray fields = codec::encode(edit.set);
    const QByteArray together = edit.together.isNull() ? QByteArray() : edit.together.toBytes();
    const QString epochText = epoch.isNull() ? QStringLiteral("") : epoch;
    auto done = m_append.run(edit.at, edit.seen, epochText, edit.record, edit.kind, fields, together);
    if (!done)
        return done.error();
    return m_connection.lastInsertId();
}

static Result<OutboxEntry> readEntry(sql::CachedStatement& row)
{
    auto fields = codec::decodeFields(row->blob(6));
    if (!fields)
        return {ErrorCode::StorageCorrupt, QStringLiteral("an outbox entry is not readable")};
    OutboxEntry entry;
    entry.edit = {.device = {},
                  .seq = row->integer(0),
                  .at = row->integer(1),
                  .seen = row->integer(2),
                  .seenEpoch = 0,
                  .record = row->id<RecordId>(4),
                  .kind = row->text(5),
                  .set = std::move(*fields),
                  .together = row->id<TogetherId>(7)};
    entry.epoch = row->text(3);
    entry.state = EditState(qMin<qint64>(row->integer(8), qint64(EditState::Refused)));
    entry.version = row->integer(9);
    entry.beside = row->text(10).split(u',', Qt::SkipEmptyParts);
    entry.code = row->text(11).isEmpty() ? ErrorCode::None : codeFromName(row->text(11));
    entry.detail = row->text(12);
    return entry;
}

Result<QList<OutboxEntry>> Outbox::collect(sql::CachedStatement& statement, Result<bool> row)
{
    QList<OutboxEntry> entries;
    while (row && *row) {
        auto entry = readEntry(statement);
        if (!entry) {
            statement.reset();
            return entry.error();
        }
        entries.append(std::move(*entry));
        row = statement.next();
    }
    statement.reset();
    if (!row)
        return row.error();
    return entries;
}

Result<QList<OutboxEntry>> Outbox::entries(EditState state, qint64 fromSeq, int limit)
{
    return collect(m_byState, m_byState.step(int(state), fromSeq, limit));
}

Result<std::optional<OutboxEntry>> Outbox::entry(qint64 seq)
{
    auto found = collect(m_one, m_one.step(seq));
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<OutboxEntry>() : std::optional(found->first());
}

Result<QList<OutboxEntry>> Outbox::openEdits(const RecordId& record)
{
    return collect(m_open, m_open.step(record));
}

Result<QList<OutboxEntry>> Outbox::allOf(const RecordId& record)
{
    return collect(m_ofRecord, m_ofRecord.step(record));
}

Result<void> Outbox::settle(const sql::Transaction&, const Receipt& receipt, Instant now)
{
    const bool accepted = receipt.code == ErrorCode::None;
    const QString code = accepted ? QStringLiteral("") : QString(codeName(receipt.code));
    const QString detail = receipt.detail.isNull() ? QStringLiteral("") : receipt.detail;
    return m_settle.run(
        receipt.seq, int(accepted ? EditState::Accepted : EditState::Refused), int(accepted), receipt.version,
        receipt.beside.isEmpty() ? QStringLiteral("") : receipt.beside.join(u','), code, detail, now);
}

Result<void> Outbox::close(const sql::Transaction&, const RecordId& record, qint64 version)
{
    return m_close.run(record, version);
}

Result<QList<RecordId>> Outbox::reopen(const sql::Transaction&, qint64 fromSeq)
{
    QList<RecordId> records;
    auto row = m_reopen.step(fromSeq);
    while (row && *row) {
        const auto record = m_reopen->id<RecordId>(0);
        if (!records.contains(record))
            records.append(record);
        row = m_reopen.next();
    }
    m_reopen.reset();
    if (!row)
        return row.error();
    return records;
}

Result<void> Outbox::putAside(const sql::Transaction&, qint64 seq)
{
    return m_putAside.run(seq);
}

Result<void> Outbox::forgetBefore(const sql::Transaction&, Instant instant)
{
    return m_forget.run(instant);
}

Result<void> Outbox::count(Counts& counts)
{
    auto row = m_count.step();
    if (!row)
        return row.error();
    counts.pendingEdits = m_count->integer(0);
    counts.pendingRecords = m_count->integer(1);
    counts.oldestPendingAt = m_count->integer(2);
    m_count.reset();
    auto attention = m_attention.step();
    if (!attention)
        return attention.error();
    counts.attention = m_attention->integer(0);
    m_attention.reset();
    return {};
}

} // namespace thidua::store
