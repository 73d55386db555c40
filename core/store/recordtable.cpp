#include "store/recordtable.h"

#include "base/valuecodec.h"
#include "store/stampcodec.h"

namespace thidua::store
{

#define SHOWN_COLUMNS                                                                                        \
    "SELECT id, kind, version, flags, coalesce(shown_shape, shape), coalesce(shown, body) FROM record "

RecordTable::RecordTable(sql::Connection& connection, const domain::Schema& schema, Shapes& shapes)
    : m_schema(schema)
    , m_shapes(shapes)
    , m_shown(connection, SHOWN_COLUMNS "WHERE id = ?1")
    , m_ofKind(connection, SHOWN_COLUMNS "WHERE kind = ?1 ORDER BY id")
    , m_ofKindInPlace(connection, SHOWN_COLUMNS "WHERE kind = ?1 AND place = ?2 ORDER BY id")
    // The plus keeps SQLite on the primary key: with the index by kind it would sort all rows for every part.
    , m_scan(connection, SHOWN_COLUMNS "WHERE +kind = ?1 AND id > ?2 ORDER BY id LIMIT ?3")
    , m_count(connection, "SELECT count(*) FROM record WHERE kind = ?1")
    , m_countInPlace(connection, "SELECT count(*) FROM record WHERE kind = ?1 AND place = ?2")
    , m_decided(connection,
                "SELECT kind, flags, channel, version, stamp, shape, body FROM record WHERE id = ?1")
    , m_mixed(connection, "SELECT field_group, stamp FROM mixed WHERE record = ?1")
    , m_siblings(connection, "SELECT field_group, stamp, fields FROM sibling WHERE record = ?1")
    , m_inConflict(connection, "SELECT id FROM record WHERE flags & 2 <> 0 ORDER BY id")
    , m_writeShown(
          connection,
          "INSERT INTO record (id, kind, place, flags, rev, version, shown_shape, shown) "
          "VALUES (?1, ?2, ?3, ?4, 0, 0, ?5, ?6) ON CONFLICT (id) DO UPDATE SET place = excluded.place, "
          "flags = (flags & 17) | excluded.flags, shown_shape = excluded.shown_shape, shown = excluded.shown")
    , m_forget(connection,
               "UPDATE record SET channel = NULL, rev = 0, version = 0, stamp = NULL, shape = NULL, "
               "body = NULL, flags = flags & ~17 WHERE id = ?1")
    , m_forgetMixed(connection, "DELETE FROM mixed WHERE record = ?1")
    , m_forgetSiblings(connection, "DELETE FROM sibling WHERE record = ?1")
    , m_remove(connection, "DELETE FROM record WHERE id = ?1")
    , m_versions(connection, "SELECT id, version FROM record WHERE channel = ?1")
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

Result<RecordId> RecordTable::scan(const QString& kind, const QStringList& fields, const RecordId& after,
                                   int limit, const std::function<void(ScannedRecord&&)>& visit)
{
    QHash<qint64, QList<qsizetype>> positions; // by shape
    RecordId last;
    int count = 0;
    auto row = m_scan.step(kind, after, limit);
    while (row && *row) {
        last = m_scan->id<RecordId>(0);
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
    return count < limit ? RecordId() : last;
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
static void addRowGroups(const domain::Schema& schema, merge::RecordState& state, const merge::Stamp& stamp,
                         const Fields& values)
{
    for (auto field = values.cbegin(); field != values.cend(); ++field) {
        QList<merge::GroupEdit>& heads = state.groups[schema.groupName(state.kind, field.key())];
        if (heads.isEmpty())
            heads.append({stamp, 0, 0, 0, {}});
        heads.first().values.insert(field.key(), field.value());
    }
}

Result<void> RecordTable::addMixed(merge::RecordState& state)
{
    auto row = m_mixed.step(state.record);
    while (row && *row) {
        const auto group = state.groups.find(m_mixed->text(0));
        if (group != state.groups.end())
            group->first().stamp = decodeStamp(m_mixed->blobView(1));
        row = m_mixed.next();
    }
    m_mixed.reset();
    return row ? Result<void>() : row.error();
}

Result<void> RecordTable::addSiblings(merge::RecordState& state)
{
    auto row = m_siblings.step(state.record);
    while (row && *row) {
        auto fields = codec::decodeFields(m_siblings->blob(2));
        if (!fields) {
            m_siblings.reset();
            return {ErrorCode::StorageCorrupt, QStringLiteral("a sibling is not readable")};
        }
        state.groups[m_siblings->text(0)].append(
            {decodeStamp(m_siblings->blobView(1)), 0, 0, 0, std::move(*fields)});
        row = m_siblings.next();
    }
    m_siblings.reset();
    return row ? Result<void>() : row.error();
}

Result<Decided> RecordTable::decided(const RecordId& id)
{
    Decided decided;
    decided.state.record = id;
    auto row = m_decided.step(id);
    if (!row || !*row)
        return row ? Result<Decided>(decided) : row.error();
    decided.state.kind = m_decided->text(0);
    const qint64 flags = m_decided->integer(1);
    decided.channel = m_decided->integer(2);
    decided.state.version = m_decided->integer(3);
    const merge::Stamp stamp = decodeStamp(m_decided->blobView(4));
    const qint64 shapeId = m_decided->integer(5);
    const QByteArray bytes = m_decided->blob(6);
    m_decided.reset();
    if (decided.state.version == 0)
        return decided;
    auto shape = m_shapes.byId(shapeId);
    if (!shape)
        return shape.error();
    auto values = decodeBody(*shape, bytes);
    if (!values)
        return values.error();
    addRowGroups(m_schema, decided.state, stamp, *values);
    if (flags & flag::mixed) {
        if (auto done = addMixed(decided.state); !done)
            return done.error();
    }
    if (flags & flag::siblings) {
        if (auto done = addSiblings(decided.state); !done)
            return done.error();
    }
    return decided;
}

Result<QList<RecordId>> RecordTable::inConflict()
{
    QList<RecordId> ids;
    auto row = m_inConflict.step();
    while (row && *row) {
        ids.append(m_inConflict->id<RecordId>(0));
        row = m_inConflict.next();
    }
    m_inConflict.reset();
    if (!row)
        return row.error();
    return ids;
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

Result<void> RecordTable::forgetDecision(const sql::Transaction&, const RecordId& id)
{
    if (auto done = m_forget.run(id); !done)
        return done;
    if (auto done = m_forgetMixed.run(id); !done)
        return done;
    return m_forgetSiblings.run(id);
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
