#include "store/outbox.h"

#include "base/valuecodec.h"

#include <QSet>

namespace thidua::store
{

#define OUTBOX_COLUMNS                                                                                       \
    "SELECT seq, at, seen, epoch, record, kind, fields, together, state, version, beside, code, detail "     \
    "FROM outbox "

// Where a statement asks for `open = 1` or `state >= 2` beside what it means, it is for the partial indexes.
Outbox::Outbox(sql::Connection& connection)
    : m_connection(connection)
    , m_append(connection,
               "INSERT INTO outbox (seq, at, seen, epoch, record, kind, fields, together, state, open, "
               "version, beside, code, detail, settled_at) "
               "VALUES ((SELECT max(0, coalesce(max(seq), 0)) + 1 FROM outbox), ?1, ?2, ?3, ?4, ?5, ?6, "
               "?7, 0, 1, 0, '', '', '', 0) RETURNING seq")
    , m_nextSeq(connection, "SELECT max(0, coalesce(max(seq), 0)) + 1 FROM outbox")
    , m_pending(connection,
                OUTBOX_COLUMNS "INDEXED BY outbox_open WHERE open = 1 AND state = 0 AND seq >= ?1 "
                               "ORDER BY seq LIMIT ?2")
    , m_accepted(connection, OUTBOX_COLUMNS "WHERE state = 1 AND seq >= ?1 ORDER BY seq LIMIT ?2")
    , m_refused(connection,
                OUTBOX_COLUMNS "WHERE state >= 2 AND state = 2 AND seq >= ?1 ORDER BY seq LIMIT ?2")
    , m_one(connection, OUTBOX_COLUMNS "WHERE seq = ?1")
    , m_open(connection, OUTBOX_COLUMNS "WHERE record = ?1 AND open = 1 ORDER BY seq")
    , m_anyOpen(connection, "SELECT EXISTS (SELECT 1 FROM outbox WHERE record = ?1 AND open = 1)")
    , m_anyPending(connection,
                   "SELECT EXISTS (SELECT 1 FROM outbox WHERE record = ?1 AND open = 1 AND state = 0)")
    , m_ofRecord(connection, OUTBOX_COLUMNS "WHERE record = ?1 ORDER BY seq")
    , m_settle(connection,
               "UPDATE outbox SET state = ?2, open = ?3, version = ?4, beside = ?5, code = ?6, detail = ?7, "
               "settled_at = ?8 WHERE seq = ?1 AND state = 0 RETURNING record, kind")
    , m_close(connection,
              "UPDATE outbox SET open = 0 WHERE record = ?1 AND open = 1 AND state = 1 AND version <= ?2")
    , m_reopen(connection, "UPDATE outbox SET state = 0, open = 1, version = 0, beside = '' "
                           "WHERE seq BETWEEN ?1 AND ?2 AND state = 1 RETURNING record, kind")
    , m_acceptedBelow(connection, "SELECT coalesce(max(seq), ?1) FROM outbox WHERE state = 1 AND seq < ?1 "
                                  "AND seq > 0")
    , m_openPlaces(connection, "SELECT DISTINCT record, kind FROM outbox WHERE open = 1")
    , m_putAside(connection, "UPDATE outbox SET state = 3 WHERE seq = ?1 AND state = 2")
    , m_retireNumbers(connection,
                      "UPDATE outbox SET seq = (SELECT min(0, min(seq)) FROM outbox) - seq WHERE seq > 0")
    , m_renumber(connection, "WITH waiting (old, new) AS (SELECT seq, row_number() OVER (ORDER BY seq DESC) "
                             "FROM outbox WHERE open = 1 AND state = 0) "
                             "UPDATE outbox SET seq = waiting.new FROM waiting WHERE seq = waiting.old")
    , m_forget(connection, "DELETE FROM outbox WHERE state = 1 AND open = 0 AND settled_at < ?1 "
                           "AND seq < (SELECT max(seq) FROM outbox)")
    , m_count(connection, "SELECT count(*), count(DISTINCT record), coalesce(min(at), 0) FROM outbox "
                          "WHERE open = 1 AND state = 0")
    , m_attention(connection, "SELECT count(*) FROM outbox WHERE state >= 2 AND state = 2")
{
}

#undef OUTBOX_COLUMNS

Result<qint64> Outbox::append(const sql::Transaction&, const merge::Edit& edit, const QString& epoch)
{
    const QByteArray fields = codec::encode(edit.set);
    const QByteArray together = edit.together.isNull() ? QByteArray() : edit.together.toBytes();
    const QString epochText = epoch.isNull() ? QStringLiteral("") : epoch;
    auto row = m_append.step(edit.at, edit.seen, epochText, edit.record, edit.kind, fields, together);
    if (!row)
        return row.error();
    const qint64 seq = m_append->integer(0);
    m_append.reset();
    return seq;
}

Result<qint64> Outbox::acceptedBelow(qint64 seq)
{
    auto row = m_acceptedBelow.step(seq);
    if (!row)
        return row.error();
    const qint64 found = m_acceptedBelow->integer(0);
    m_acceptedBelow.reset();
    return found;
}

Result<qint64> Outbox::nextSeq()
{
    auto row = m_nextSeq.step();
    if (!row)
        return row.error();
    const qint64 seq = m_nextSeq->integer(0);
    m_nextSeq.reset();
    return seq;
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
    sql::CachedStatement& statement = state == EditState::Pending    ? m_pending
                                      : state == EditState::Accepted ? m_accepted
                                                                     : m_refused;
    return collect(statement, statement.step(fromSeq, limit));
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

Result<bool> Outbox::exists(sql::CachedStatement& statement, const RecordId& record)
{
    auto row = statement.step(record);
    if (!row)
        return row;
    const bool found = statement->integer(0) != 0;
    statement.reset();
    return found;
}

Result<bool> Outbox::anyOpen(const RecordId& record)
{
    return exists(m_anyOpen, record);
}

Result<bool> Outbox::anyPending(const RecordId& record)
{
    return exists(m_anyPending, record);
}

static QString orEmpty(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Result<std::optional<Outbox::Place>> Outbox::settle(const sql::Transaction&, const Receipt& receipt,
                                                    Instant now)
{
    const bool accepted = receipt.code == ErrorCode::None;
    const QString code = accepted ? QString() : QString(codeName(receipt.code));
    auto row = m_settle.step(receipt.seq, int(accepted ? EditState::Accepted : EditState::Refused),
                             int(accepted), receipt.version, orEmpty(receipt.beside.join(u',')),
                             orEmpty(code), orEmpty(receipt.detail), now);
    if (!row)
        return row.error();
    std::optional<Place> place;
    if (*row)
        place = Place{m_settle->id<RecordId>(0), m_settle->text(1)};
    m_settle.reset();
    return place;
}

Result<void> Outbox::close(const sql::Transaction&, const RecordId& record, qint64 version)
{
    return m_close.run(record, version);
}

Result<QList<Outbox::Place>> Outbox::reopen(const sql::Transaction&, qint64 firstSeq, qint64 lastSeq)
{
    QList<Place> places;
    QSet<RecordId> known;
    auto row = m_reopen.step(firstSeq, lastSeq);
    while (row && *row) {
        const auto record = m_reopen->id<RecordId>(0);
        if (!known.contains(record))
            places.append({record, m_reopen->text(1)});
        known.insert(record);
        row = m_reopen.next();
    }
    m_reopen.reset();
    if (!row)
        return row.error();
    return places;
}

Result<QList<Outbox::Place>> Outbox::openPlaces()
{
    QList<Place> places;
    auto row = m_openPlaces.step();
    for (; row && *row; row = m_openPlaces.next())
        places.append({m_openPlaces->id<RecordId>(0), m_openPlaces->text(1)});
    m_openPlaces.reset();
    if (!row)
        return row.error();
    return places;
}

Result<bool> Outbox::putAside(const sql::Transaction&, qint64 seq)
{
    if (auto done = m_putAside.run(seq); !done)
        return done.error();
    return m_connection.changes() > 0;
}

Result<void> Outbox::renumber(const sql::Transaction&)
{
    auto done = m_retireNumbers.run();
    return done ? m_renumber.run() : done;
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
