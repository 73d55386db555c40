#include "store/recordtable.h"

#include "base/valuecodec.h"
#include "store/headcodec.h"
#include "store/stampcodec.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace thidua::store
{

#define SHOWN_COLUMNS                                                                                        \
    "SELECT id, kind, version, flags, coalesce(shown_shape, shape), coalesce(shown, body), position "        \
    "FROM record "

RecordTable::RecordTable(sql::Connection& connection, Shapes& shapes)
    : m_connection(connection)
    , m_shapes(shapes)
    , m_shown(connection, SHOWN_COLUMNS "WHERE id = ?1")
    , m_ofKind(connection, SHOWN_COLUMNS "WHERE kind = ?1 ORDER BY id")
    , m_ofKindInPlace(connection, SHOWN_COLUMNS "WHERE kind = ?1 AND place = ?2 ORDER BY id")
    // The plus keeps SQLite in the order of rows: by the index of kinds it would sort them all for every
    // part.
    , m_scan(connection, SHOWN_COLUMNS "WHERE +kind = ?1 AND position > ?2 ORDER BY position LIMIT ?3")
    , m_marks(connection, "SELECT id, kind, coalesce(shown_shape, shape), coalesce(shown, body) FROM record "
                          "WHERE id > ?1 AND flags & 8 = 0 ORDER BY id LIMIT ?2")
    , m_mark(connection, "SELECT id, kind, coalesce(shown_shape, shape), coalesce(shown, body) FROM record "
                         "WHERE id = ?1 AND flags & 8 = 0")
    , m_count(connection, "SELECT count(*) FROM record WHERE kind = ?1")
    , m_countInPlace(connection, "SELECT count(*) FROM record WHERE kind = ?1 AND place = ?2")
    , m_decided(connection,
                "SELECT kind, channel, version, stamp, shape, body, heads FROM record WHERE id = ?1")
    , m_inConflict(connection, "SELECT id FROM record WHERE flags & 2 <> 0 ORDER BY id")
    , m_countConflicts(connection, "SELECT count(*) FROM record WHERE flags & 2 <> 0")
    , m_writeShown(
          connection,
          "INSERT INTO record (id, kind, place, flags, rev, version, shown_shape, shown) "
          "VALUES (?1, ?2, ?3, ?4, 0, 0, ?5, ?6) ON CONFLICT (id) DO UPDATE SET place = excluded.place, "
          "flags = excluded.flags, shown_shape = excluded.shown_shape, shown = excluded.shown")
    , m_markPending(connection, "UPDATE record SET flags = (flags & ~4) | ?2 WHERE id = ?1 RETURNING version")
    , m_insert(connection,
               "INSERT INTO record (id, kind, place, flags, channel, rev, version, stamp, shape, body, "
               "heads) VALUES (?1, ?2, ?3, ?4, ?3, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING")
    , m_replace(connection,
                "UPDATE record SET kind = ?2, place = ?3, flags = ?4, channel = ?3, rev = ?5, "
                "version = ?6, stamp = ?7, shape = ?8, body = ?9, heads = ?10, shown_shape = NULL, "
                "shown = NULL WHERE id = ?1")
    , m_forget(connection,
               "UPDATE record SET channel = NULL, rev = 0, version = 0, stamp = NULL, shape = NULL, "
               "body = NULL, heads = NULL WHERE id = ?1")
    , m_remove(connection, "DELETE FROM record WHERE id = ?1")
    // A decision is shown in its own channel unless own edits on top of it say otherwise.
    , m_versions(connection,
                 "SELECT id, version FROM record "
                 "WHERE kind IN (SELECT kind FROM shape) AND place = ?1 AND channel = ?1 UNION ALL "
                 "SELECT id, version FROM record "
                 "WHERE id IN (SELECT record FROM outbox WHERE open = 1) AND place <> ?1 AND channel = ?1")
    , m_undecided(connection, "SELECT id FROM record WHERE id IN (SELECT record FROM outbox WHERE open = 1) "
                              "AND place = ?1 AND channel IS NULL")
{
}

#undef SHOWN_COLUMNS

Result<Record> RecordTable::readShown(sql::CachedStatement& row)
{
    Record record;
    record.id = row->id<RecordId>(0);
    record.kind = row->text(1);
    record.version = row->integer(2);
    const qint64 flags = row->integer(3);
    record.pending = flags & flag::pending;
    record.conflict = flags & flag::conflict;
    record.deleted = flags & flag::deleted;
    auto shape = m_shapes.byId(row->integer(4));
    if (!shape)
        return shape.error();
    auto values = decodeBody(*shape, row->blob(5));
    if (!values)
        return values.error();
    record.values = std::move(*values);
    return record;
}

Result<std::optional<Record>> RecordTable::shown(const RecordId& id)
{
    auto row = m_shown.step(id);
    if (!row)
        return row.error();
    std::optional<Record> found;
    if (*row) {
        auto record = readShown(m_shown);
        m_shown.reset();
        if (!record)
            return record.error();
        found = std::move(*record);
    }
    m_shown.reset();
    return found;
}

Result<QList<Record>> RecordTable::shownOfKind(const QString& kind, qint64 place, bool withDeleted)
{
    sql::CachedStatement& statement = place ? m_ofKindInPlace : m_ofKind;
    auto row = place ? statement.step(kind, place) : statement.step(kind);
    QList<Record> records;
    while (row && *row) {
        if (withDeleted || !(statement->integer(3) & flag::deleted)) {
            auto record = readShown(statement);
            if (!record) {
                statement.reset();
                return record.error();
            }
            records.append(std::move(*record));
        }
        row = statement.next();
    }
    statement.reset();
    if (!row)
        return row.error();
    return records;
}

// `fields` is in no order of its own; positions rise, as decodeColumns wants them.
static QList<qsizetype> positionsIn(const QStringList& columns, const QStringList& fields)
{
    QList<qsizetype> positions;
    for (const QString& column : columns) {
        if (fields.contains(column))
            positions.append(columns.indexOf(column));
    }
    return positions;
}

Result<ScannedRecord> RecordTable::readScanned(const QStringList& fields,
                                               QHash<qint64, QList<qsizetype>>& positions)
{
    const qint64 flags = m_scan->integer(3);
    auto shape = m_shapes.byId(m_scan->integer(4));
    if (!shape)
        return shape.error();
    auto known = positions.constFind(shape->id);
    if (known == positions.cend())
        known = positions.insert(shape->id, positionsIn(shape->columns, fields));
    auto read = codec::decodeColumns(m_scan->blob(5), shape->columns.size(), *known);
    if (!read)
        return {ErrorCode::StorageCorrupt, QStringLiteral("a record's body does not fit its shape")};
    ScannedRecord record{m_scan->id<RecordId>(0), m_scan->integer(2), (flags & flag::pending) != 0,
                         (flags & flag::conflict) != 0, QList<Value>(fields.size())};
    for (qsizetype i = 0; i < known->size(); ++i)
        record.values[fields.indexOf(shape->columns[known->at(i)])] = std::move((*read)[i]);
    return record;
}

Result<qint64> RecordTable::scan(const QString& kind, const QStringList& fields, qint64 after, int limit,
                                 const std::function<void(ScannedRecord&&)>& visit)
{
    QHash<qint64, QList<qsizetype>> positions; // by shape
    qint64 last = 0;
    int count = 0;
    auto row = m_scan.step(kind, after, limit);
    while (row && *row) {
        last = m_scan->integer(6);
        ++count;
        if (!(m_scan->integer(3) & flag::deleted)) {
            auto record = readScanned(fields, positions);
            if (!record) {
                m_scan.reset();
                return record.error();
            }
            visit(std::move(*record));
        }
        row = m_scan.next();
    }
    m_scan.reset();
    if (!row)
        return row.error();
    return count < limit ? 0 : last;
}

// Of the values alone: versions and flags come and go without changing what is shown.
Result<ContentMark> RecordTable::readMark(sql::CachedStatement& row)
{
    auto shape = m_shapes.byId(row->integer(2));
    if (!shape)
        return shape.error();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& column : shape->columns)
        hash.addData(column.toUtf8() + '\n');
    hash.addData(row->blob(3));
    return ContentMark{row->id<RecordId>(0), row->text(1),
                       qint64(qFromBigEndian<quint64>(hash.result().constData()))};
}

Result<QList<ContentMark>> RecordTable::contentMarks(const RecordId& after, int limit)
{
    QList<ContentMark> marks;
    auto row = m_marks.step(after, limit);
    while (row && *row) {
        auto mark = readMark(m_marks);
        if (!mark) {
            m_marks.reset();
            return mark.error();
        }
        marks.append(std::move(*mark));
        row = m_marks.next();
    }
    m_marks.reset();
    return row ? Result<QList<ContentMark>>(marks) : row.error();
}

Result<std::optional<ContentMark>> RecordTable::contentMark(const RecordId& id)
{
    auto row = m_mark.step(id);
    if (!row)
        return row.error();
    auto mark = *row ? readMark(m_mark) : Result<ContentMark>(ContentMark());
    m_mark.reset();
    if (!mark)
        return mark.error();
    return mark->id.isNull() ? std::optional<ContentMark>() : std::optional(std::move(*mark));
}

Result<qint64> RecordTable::count(const QString& kind, qint64 place)
{
    sql::CachedStatement& statement = place ? m_countInPlace : m_count;
    auto row = place ? statement.step(kind, place) : statement.step(kind);
    if (!row)
        return row.error();
    const qint64 count = statement->integer(0);
    statement.reset();
    return count;
}

// The heads of the row itself: every group of its columns, under the row's stamp.
static Result<void> addRowGroups(merge::RecordState& state, const HeldRow& row)
{
    auto values = codec::decodeRow(row.body, row.shape.columns.size());
    if (!values || values->size() != row.shape.columns.size())
        return {ErrorCode::StorageCorrupt, QStringLiteral("a record's body does not fit its shape")};
    for (qsizetype i = 0; i < values->size(); ++i) {
        QList<merge::GroupEdit>& heads = state.groups[row.shape.groups[i]];
        if (heads.isEmpty())
            heads.append({row.stamp, 0, 0, 0, {}});
        heads.first().values.insert(row.shape.columns[i], (*values)[i]);
    }
    return {};
}

static Result<void> addHeads(merge::RecordState& state, QByteArrayView bytes)
{
    auto parts = decodeHeads(bytes);
    if (!parts)
        return parts.error();
    for (HeadPart& part : *parts) {
        if (!part.wins)
            state.groups[part.group].append({part.stamp, 0, 0, 0, std::move(part.fields)});
        else if (const auto group = state.groups.find(part.group); group != state.groups.end())
            group->first().stamp = part.stamp;
    }
    return {};
}

Result<HeldRow> RecordTable::readHeld()
{
    HeldRow held;
    held.kind = m_decided->text(0);
    held.channel = m_decided->integer(1);
    held.version = m_decided->integer(2);
    if (held.version == 0)
        return held;
    auto shape = m_shapes.byId(m_decided->integer(4));
    if (!shape)
        return shape.error();
    held.shape = *shape;
    held.stamp = decodeStamp(m_decided->blobView(3));
    held.body = m_decided->blob(5);
    held.heads = m_decided->blob(6);
    return held;
}

Result<std::optional<HeldRow>> RecordTable::held(const RecordId& id)
{
    auto row = m_decided.step(id);
    if (!row)
        return row.error();
    auto held = *row ? readHeld() : Result<HeldRow>(HeldRow());
    m_decided.reset();
    if (!held)
        return held.error();
    return held->kind.isEmpty() ? std::optional<HeldRow>() : std::optional(std::move(*held));
}

Result<merge::RecordState> RecordTable::stateOf(const RecordId& id, const HeldRow& row)
{
    merge::RecordState state;
    state.record = id;
    state.kind = row.kind;
    state.version = row.version;
    if (row.version == 0)
        return state;
    auto done = addRowGroups(state, row);
    if (done)
        done = addHeads(state, row.heads);
    return done ? Result<merge::RecordState>(std::move(state)) : done.error();
}

Result<Decided> RecordTable::decided(const RecordId& id)
{
    auto row = held(id);
    if (!row)
        return row.error();
    if (!*row) {
        Decided none;
        none.state.record = id;
        return none;
    }
    auto state = stateOf(id, **row);
    return state ? Result<Decided>({std::move(*state), (*row)->channel}) : state.error();
}

Result<QList<RecordId>> RecordTable::collect(sql::CachedStatement& statement, Result<bool> row)
{
    QList<RecordId> ids;
    for (; row && *row; row = statement.next())
        ids.append(statement->id<RecordId>(0));
    statement.reset();
    if (!row)
        return row.error();
    return ids;
}

Result<QList<RecordId>> RecordTable::inConflict()
{
    return collect(m_inConflict, m_inConflict.step());
}

Result<QList<RecordId>> RecordTable::undecidedIn(qint64 channel)
{
    return collect(m_undecided, m_undecided.step(channel));
}

Result<qint64> RecordTable::countConflicts()
{
    auto row = m_countConflicts.step();
    if (!row)
        return row.error();
    const qint64 count = m_countConflicts->integer(0);
    m_countConflicts.reset();
    return count;
}

Result<void> RecordTable::writeShown(const sql::Transaction&, const ShownRow& row)
{
    if (!row.values)
        return m_writeShown.run(row.id, row.kind, row.place, row.flags, nullptr, nullptr);
    auto shape = m_shapes.of(row.kind, QStringList(row.values->keys()));
    if (!shape)
        return shape.error();
    return m_writeShown.run(row.id, row.kind, row.place, row.flags, shape->id,
                            encodeBody(*shape, *row.values));
}

Result<qint64> RecordTable::markPending(const sql::Transaction&, const RecordId& id, bool pending)
{
    auto row = m_markPending.step(id, pending ? flag::pending : 0);
    if (!row)
        return row.error();
    const qint64 version = *row ? m_markPending->integer(0) : 0;
    m_markPending.reset();
    return version;
}

Result<bool> RecordTable::insert(const sql::Transaction&, const DecisionRow& row)
{
    auto done = m_insert.run(row.id, sql::Utf8{row.kind}, row.channel, row.flags, row.rev, row.version,
                             row.stamp, row.shape, row.body, row.heads);
    return done ? Result<bool>(m_connection.changes() > 0) : done.error();
}

Result<void> RecordTable::replace(const sql::Transaction&, const DecisionRow& row)
{
    return m_replace.run(row.id, sql::Utf8{row.kind}, row.channel, row.flags, row.rev, row.version, row.stamp,
                         row.shape, row.body, row.heads);
}

Result<void> RecordTable::forgetDecision(const sql::Transaction&, const RecordId& id)
{
    return m_forget.run(id);
}

Result<void> RecordTable::remove(const sql::Transaction&, const RecordId& id)
{
    return m_remove.run(id);
}

Result<QList<QPair<RecordId, qint64>>> RecordTable::versionsIn(qint64 channel)
{
    QList<QPair<RecordId, qint64>> versions;
    auto row = m_versions.step(channel);
    while (row && *row) {
        versions.append({m_versions->id<RecordId>(0), m_versions->integer(1)});
        row = m_versions.next();
    }
    m_versions.reset();
    if (!row)
        return row.error();
    return versions;
}

} // namespace thidua::store
