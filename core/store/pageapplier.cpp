#include "store/pageapplier.h"

#include "base/valuecodec.h"
#include "domain/names.h"
#include "store/stampcodec.h"

#include <algorithm>
#include <limits>

namespace thidua::store
{

// One published table with its exceptions by record and the digest changes that its rows add up to.
struct PageApplier::Table {
    const merge::PublishedTable& published;
    Shape shape;
    QHash<RecordId, QMap<QString, qsizetype>> mixed;                   // group -> stamp
    QHash<RecordId, QMap<QPair<QString, qsizetype>, Fields>> siblings; // (group, stamp) -> fields
    QHash<qint64, quint64> digestChanges;                              // channel -> amount
    QString lastChannelName;
    qint64 lastChannel = 0;

    [[nodiscard]] const merge::Stamp& stamp(qsizetype index) const { return published.stamps[index]; }
};

PageApplier::PageApplier(sql::Connection& connection, const domain::Schema& schema, RecordTable& records,
                         Shapes& shapes, Channels& channels, Outbox& outbox, Shown& shown)
    : m_connection(connection)
    , m_schema(schema)
    , m_records(records)
    , m_shapes(shapes)
    , m_channels(channels)
    , m_outbox(outbox)
    , m_shown(shown)
    , m_insert(connection,
               "INSERT INTO record (id, kind, place, flags, channel, rev, version, stamp, shape, body) "
               "VALUES (?1, ?2, ?3, ?4, ?3, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO NOTHING")
    , m_update(connection, "UPDATE record SET kind = ?2, flags = ?4, channel = ?3, rev = ?5, version = ?6, "
                           "stamp = ?7, shape = ?8, body = ?9 WHERE id = ?1")
    , m_insertMixed(connection, "INSERT INTO mixed (record, field_group, stamp) VALUES (?1, ?2, ?3)")
    , m_insertSibling(connection, "INSERT OR REPLACE INTO sibling (record, field_group, stamp, fields) "
                                  "VALUES (?1, ?2, ?3, ?4)")
    , m_insertHistory(connection, "INSERT OR IGNORE INTO history (record, field_group, stamp, fields) "
                                  "VALUES (?1, ?2, ?3, ?4)")
    , m_dropHistory(connection, "DELETE FROM history WHERE record = ?1")
    , m_anySuspect(connection, "SELECT EXISTS (SELECT 1 FROM suspect)")
    , m_noLongerSuspect(connection, "DELETE FROM suspect WHERE record = ?1")
{
}

Result<bool> PageApplier::anySuspects()
{
    auto row = m_anySuspect.step();
    if (!row)
        return row;
    const bool any = m_anySuspect->integer(0) != 0;
    m_anySuspect.reset();
    return any;
}

static bool validStamp(const merge::PublishedTable& table, qsizetype index)
{
    return index >= 0 && index < table.stamps.size();
}

Result<PageApplier::Table> PageApplier::open(const merge::PublishedTable& published)
{
    const Error broken{ErrorCode::Malformed, QStringLiteral("a page names a stamp that it does not have")};
    auto shape = m_shapes.of(published.kind, published.columns);
    if (!shape)
        return shape.error();
    Table table{published, *shape, {}, {}, {}, {}, 0};
    for (const merge::MixedField& field : published.mixed) {
        if (!validStamp(published, field.stamp))
            return broken;
        table.mixed[field.record].insert(m_schema.groupName(published.kind, field.field), field.stamp);
    }
    for (const merge::SiblingField& field : published.siblings) {
        if (!validStamp(published, field.stamp))
            return broken;
        const QString group = m_schema.groupName(published.kind, field.field);
        table.siblings[field.record][{group, field.stamp}].insert(field.field, field.value);
    }
    for (const merge::PublishedRow& row : published.rows) {
        if (!validStamp(published, row.stamp))
            return broken;
    }
    return table;
}

Result<PageApplier::Touched> PageApplier::apply(const sql::Transaction& transaction, const Page& page)
{
    auto repairing = anySuspects();
    if (!repairing)
        return repairing.error();
    m_repairing = *repairing;
    Touched touched;
    for (const QString& name : page.gone) {
        if (auto done = purgeChannel(transaction, name, touched); !done)
            return done.error();
    }
    for (const merge::PublishedTable& published : page.tables) {
        auto table = open(published);
        if (!table)
            return table.error();
        touched.kinds.insert(published.kind);
        for (const RecordId& id : published.moved) {
            if (auto done = purge(transaction, id, touched); !done)
                return done.error();
        }
        for (const merge::PublishedRow& row : published.rows) {
            if (auto done = applyRow(transaction, *table, row, touched); !done)
                return done.error();
        }
        for (auto change = table->digestChanges.cbegin(); change != table->digestChanges.cend(); ++change) {
            if (auto done = m_channels.addToDigest(transaction, change.key(), change.value()); !done)
                return done.error();
        }
    }
    for (auto position = page.channels.cbegin(); position != page.channels.cend(); ++position) {
        if (auto done = m_channels.setPosition(transaction, position.key(), position.value()); !done)
            return done.error();
    }
    return touched;
}

// Only tables that have the column `deleted` need to look into their rows.
Result<qint64> PageApplier::flagsOf(const Table& table, const merge::PublishedRow& row)
{
    qint64 flags = 0;
    if (!table.mixed.isEmpty() && table.mixed.contains(row.record))
        flags |= flag::mixed;
    if (!table.siblings.isEmpty() && table.siblings.contains(row.record))
        flags |= flag::siblings | flag::conflict;
    if (table.shape.columns.contains(name::deleted)) {
        auto values = decodeBody(table.shape, row.body);
        if (!values)
            return values.error();
        if (values->value(name::deleted).toBool())
            flags |= flag::deleted;
    }
    return flags;
}

Result<void> PageApplier::applyRow(const sql::Transaction& transaction, Table& table,
                                   const merge::PublishedRow& row, Touched& touched)
{
    if (table.lastChannelName != row.channel) {
        auto channel = m_channels.idOf(transaction, row.channel);
        if (!channel)
            return channel.error();
        table.lastChannel = *channel;
        table.lastChannelName = row.channel;
    }
    const qint64 channel = table.lastChannel;
    auto flags = flagsOf(table, row);
    if (!flags)
        return flags.error();
    touched.records.insert(row.record);
    table.digestChanges[channel] += merge::digestOf(row.record, row.version);
    auto done = m_insert.run(row.record, table.shape.kind, channel, *flags, row.rev, row.version,
                             encodeStamp(table.stamp(row.stamp)), table.shape.id, row.body);
    if (!done)
        return done;
    if (m_connection.changes() == 0)
        return replaceRow(transaction, table, row, channel, *flags);
    return *flags & (flag::mixed | flag::siblings) ? writeExceptions(table, row.record) : Result<void>();
}

Result<void> PageApplier::replaceRow(const sql::Transaction& transaction, Table& table,
                                     const merge::PublishedRow& row, qint64 channel, qint64 flags)
{
    auto before = m_records.decided(row.record);
    if (!before)
        return before.error();
    if (before->channel)
        table.digestChanges[before->channel] -= merge::digestOf(row.record, before->state.version);
    if (auto done = m_records.forgetDecision(transaction, row.record); !done)
        return done;
    auto done = m_update.run(row.record, table.shape.kind, channel, flags, row.rev, row.version,
                             encodeStamp(table.stamp(row.stamp)), table.shape.id, row.body);
    if (done)
        done = writeExceptions(table, row.record);
    if (!done)
        return done;
    auto after = m_records.decided(row.record);
    if (!after)
        return after.error();
    done = keepHistory(before->state, after->state);
    if (done)
        done = m_outbox.close(transaction, row.record, row.version);
    if (done && m_repairing)
        done = m_noLongerSuspect.run(row.record);
    return done ? m_shown.refresh(transaction, row.record) : done;
}

Result<void> PageApplier::writeExceptions(const Table& table, const RecordId& id)
{
    const auto mixed = table.mixed.value(id);
    for (auto group = mixed.cbegin(); group != mixed.cend(); ++group) {
        if (auto done = m_insertMixed.run(id, group.key(), encodeStamp(table.stamp(group.value()))); !done)
            return done;
    }
    const auto siblings = table.siblings.value(id);
    for (auto sibling = siblings.cbegin(); sibling != siblings.cend(); ++sibling) {
        const QByteArray stamp = encodeStamp(table.stamp(sibling.key().second));
        if (auto done = m_insertSibling.run(id, sibling.key().first, stamp, codec::encode(sibling.value()));
            !done)
            return done;
    }
    return {};
}

static bool stillStands(const QList<merge::GroupEdit>& heads, const merge::GroupEdit& head)
{
    return std::ranges::any_of(heads,
                               [&](const merge::GroupEdit& other) { return other.stamp == head.stamp; });
}

Result<void> PageApplier::keepHistory(const merge::RecordState& before, const merge::RecordState& after)
{
    for (auto group = before.groups.cbegin(); group != before.groups.cend(); ++group) {
        for (const merge::GroupEdit& head : group.value()) {
            if (stillStands(after.groups.value(group.key()), head))
                continue;
            auto done = m_insertHistory.run(before.record, group.key(), encodeStamp(head.stamp),
                                            codec::encode(head.values));
            if (!done)
                return done;
        }
    }
    return {};
}

Result<void> PageApplier::takeAway(const sql::Transaction& transaction, const Decided& decided,
                                   Touched& touched)
{
    const RecordId id = decided.state.record;
    touched.records.insert(id);
    touched.kinds.insert(decided.state.kind);
    const quint64 digest = merge::digestOf(id, decided.state.version);
    if (auto done = m_channels.addToDigest(transaction, decided.channel, quint64(0) - digest); !done)
        return done;
    auto done = m_records.forgetDecision(transaction, id);
    if (done)
        done = m_outbox.close(transaction, id, std::numeric_limits<qint64>::max());
    return done ? m_shown.refresh(transaction, id) : done;
}

Result<void> PageApplier::purge(const sql::Transaction& transaction, const RecordId& id, Touched& touched)
{
    auto decided = m_records.decided(id);
    if (!decided || decided->state.version == 0)
        return decided ? Result<void>() : decided.error();
    if (auto done = m_dropHistory.run(id); !done)
        return done;
    return takeAway(transaction, *decided, touched);
}

Result<void> PageApplier::retire(const sql::Transaction& transaction, const RecordId& id, Touched& touched)
{
    auto decided = m_records.decided(id);
    if (!decided || decided->state.version == 0)
        return decided ? Result<void>() : decided.error();
    if (auto done = keepHistory(decided->state, {}); !done)
        return done;
    return takeAway(transaction, *decided, touched);
}

Result<void> PageApplier::purgeChannel(const sql::Transaction& transaction, const QString& name,
                                       Touched& touched)
{
    auto channel = m_channels.idOf(transaction, name);
    auto records = channel ? m_records.versionsIn(*channel) : channel.error();
    if (!records)
        return records.error();
    for (const auto& [id, version] : *records) {
        if (auto done = purge(transaction, id, touched); !done)
            return done;
    }
    if (auto done = m_channels.setDigest(transaction, *channel, 0); !done)
        return done;
    return m_channels.setPosition(transaction, name, Channels::notHeld);
}

} // namespace thidua::store
