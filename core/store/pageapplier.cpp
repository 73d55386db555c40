#include "store/pageapplier.h"

#include "base/valuecodec.h"
#include "domain/names.h"
#include "store/headcodec.h"
#include "store/stampcodec.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace thidua::store
{

// One published table, with its exceptions by record and the digest changes that its rows add up to.
struct PageApplier::Table {
    const merge::PublishedTable& published;
    Shape shape;
    QByteArray kind;        // UTF-8
    bool mayDelete = false; // has the column `deleted`
    struct Exceptions {
        QList<HeadPart> heads;
        bool siblings = false;
    };
    QHash<RecordId, Exceptions> exceptions;
    QSet<QString> groups;                 // of its columns
    QHash<qint64, quint64> digestChanges; // channel -> amount
    QString lastChannelName;
    qint64 lastChannel = 0;

    [[nodiscard]] const merge::Stamp& stamp(qsizetype index) const { return published.stamps[index]; }
    // Whether an edit is among the heads of a group in a row of this table.
    [[nodiscard]] bool hasHead(const DecisionRow& row, const QString& group, const merge::Stamp& head) const
    {
        bool winnerIsElsewhere = false;
        if (const auto known = exceptions.constFind(row.id); known != exceptions.cend()) {
            for (const HeadPart& part : known->heads) {
                const bool same = part.stamp == head;
                if ((same || part.wins) && part.group == group) {
                    if (same)
                        return true;
                    winnerIsElsewhere = true;
                }
            }
        }
        return !winnerIsElsewhere && groups.contains(group) && decodeStamp(row.stamp) == head;
    }
};

PageApplier::PageApplier(sql::Connection& connection, const domain::Schema& schema, RecordTable& records,
                         Shapes& shapes, Channels& channels, Outbox& outbox, Shown& shown)
    : m_schema(schema)
    , m_records(records)
    , m_shapes(shapes)
    , m_channels(channels)
    , m_outbox(outbox)
    , m_shown(shown)
    , m_insertHistory(connection, "INSERT INTO history (record, heads) VALUES (?1, ?2)")
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

namespace
{

// Fields to groups, each asked of the schema once a table.
class Groups
{
public:
    Groups(const domain::Schema& schema, const QString& kind)
        : m_schema(schema)
        , m_kind(kind)
    {
    }
    const QString& of(const QString& field)
    {
        auto known = m_known.find(field);
        if (known == m_known.end())
            known = m_known.insert(field, m_schema.groupName(m_kind, field));
        return *known;
    }

private:
    const domain::Schema& m_schema;
    const QString& m_kind;
    QHash<QString, QString> m_known;
};

bool stampsAreThere(const merge::PublishedTable& table)
{
    const auto isThere = [&](const auto& item) {
        return item.stamp >= 0 && item.stamp < table.stamps.size();
    };
    return std::ranges::all_of(table.rows, isThere) && std::ranges::all_of(table.mixed, isThere) &&
           std::ranges::all_of(table.siblings, isThere);
}

// The part of this group under this stamp; fields of a group stand side by side, so it is one of the last.
HeadPart& partOf(QList<HeadPart>& parts, const QString& group, const merge::Stamp& stamp, bool wins)
{
    for (HeadPart& part : std::views::reverse(parts)) {
        if (part.wins == wins && part.group == group && part.stamp == stamp)
            return part;
    }
    parts.append({group, stamp, wins, {}});
    return parts.last();
}

} // namespace

Result<PageApplier::Table> PageApplier::open(const merge::PublishedTable& published)
{
    if (!stampsAreThere(published))
        return {ErrorCode::Malformed, QStringLiteral("a page names a stamp that it does not have")};
    auto shape = m_shapes.of(published.kind, published.columns);
    if (!shape)
        return shape.error();
    Table table{
        published, *shape, published.kind.toUtf8(), published.columns.contains(name::deleted), {}, {}, {},
        {},        0};
    table.groups = QSet<QString>(shape->groups.cbegin(), shape->groups.cend());
    Groups groups(m_schema, published.kind);
    for (const merge::MixedField& field : published.mixed)
        partOf(table.exceptions[field.record].heads, groups.of(field.field), table.stamp(field.stamp), true);
    for (const merge::SiblingField& field : published.siblings) {
        auto& exceptions = table.exceptions[field.record];
        exceptions.siblings = true;
        partOf(exceptions.heads, groups.of(field.field), table.stamp(field.stamp), false)
            .fields.insert(field.field, field.value);
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
        if (auto done = applyTable(transaction, published, touched); !done)
            return done.error();
    }
    for (auto position = page.channels.cbegin(); position != page.channels.cend(); ++position) {
        if (auto done = m_channels.setPosition(transaction, position.key(), position.value()); !done)
            return done.error();
    }
    return touched;
}

Result<void> PageApplier::applyTable(const sql::Transaction& transaction,
                                     const merge::PublishedTable& published, Touched& touched)
{
    auto table = open(published);
    if (!table)
        return table.error();
    touched.kinds.insert(published.kind);
    for (const RecordId& id : published.moved) {
        if (auto done = purge(transaction, id, touched); !done)
            return done;
    }
    for (const merge::PublishedRow& row : published.rows) {
        touched.records.insert(row.record);
        if (auto done = applyRow(transaction, *table, row); !done)
            return done;
    }
    for (auto change = table->digestChanges.cbegin(); change != table->digestChanges.cend(); ++change) {
        if (auto done = m_channels.addToDigest(transaction, change.key(), change.value()); !done)
            return done;
    }
    return {};
}

Result<qint64> PageApplier::channelOf(const sql::Transaction& transaction, Table& table,
                                      const merge::PublishedRow& row)
{
    if (table.lastChannelName != row.channel) {
        auto channel = m_channels.idOf(transaction, row.channel);
        if (!channel)
            return channel;
        table.lastChannel = *channel;
        table.lastChannelName = row.channel;
    }
    return table.lastChannel;
}

static Result<bool> isDeleted(const Shape& shape, const QByteArray& body)
{
    auto values = decodeBody(shape, body);
    return values ? Result<bool>(values->value(name::deleted).toBool()) : values.error();
}

Result<void> PageApplier::applyRow(const sql::Transaction& transaction, Table& table,
                                   const merge::PublishedRow& row)
{
    auto channel = channelOf(transaction, table, row);
    auto deleted = table.mayDelete ? isDeleted(table.shape, row.body) : Result<bool>(false);
    if (!channel || !deleted)
        return channel ? deleted.error() : channel.error();
    qint64 flags = *deleted ? flag::deleted : 0;
    QByteArray heads;
    if (const auto exceptions = table.exceptions.constFind(row.record);
        exceptions != table.exceptions.cend()) {
        flags |= exceptions->siblings ? flag::conflict : 0;
        heads = encodeHeads(exceptions->heads);
    }
    const QByteArray stamp = encodeStamp(table.stamp(row.stamp));
    const DecisionRow decision{row.record,  table.kind, *channel,       flags,    row.rev,
                               row.version, stamp,      table.shape.id, row.body, heads};
    table.digestChanges[*channel] += merge::digestOf(row.record, row.version);
    auto inserted = m_records.insert(transaction, decision);
    auto done = inserted ? Result<void>() : inserted.error();
    if (done && !*inserted)
        done = replaceRow(transaction, table, decision);
    return done && m_repairing ? m_noLongerSuspect.run(row.record) : done;
}

Result<void> PageApplier::replaceRow(const sql::Transaction& transaction, Table& table,
                                     const DecisionRow& row)
{
    auto before = m_records.held(row.id);
    if (!before)
        return before.error();
    if (auto done = m_records.replace(transaction, row); !done)
        return done;
    if (*before && (*before)->version > 0) {
        table.digestChanges[(*before)->channel] -= merge::digestOf(row.id, (*before)->version);
        const auto stands = [&](const QString& group, const merge::Stamp& stamp) {
            return table.hasHead(row, group, stamp);
        };
        if (auto done = keepHistory(row.id, **before, stands); !done)
            return done;
    }
    auto open = m_outbox.anyOpen(row.id);
    if (!open || !*open)
        return open ? Result<void>() : open.error();
    if (auto done = m_outbox.close(transaction, row.id, row.version); !done)
        return done;
    // Without own edits on top the decision is shown as it is, and so it was written.
    open = m_outbox.anyOpen(row.id);
    return open && *open ? m_shown.refresh(transaction, row.id) : open ? Result<void>() : open.error();
}

// The winning values of these groups, as losing ones from now on.
static Result<QByteArray> winnersOf(const HeldRow& row, const QMap<QString, merge::Stamp>& groups)
{
    auto values = codec::decodeRow(row.body, row.shape.columns.size());
    if (!values || values->size() != row.shape.columns.size())
        return {ErrorCode::StorageCorrupt, QStringLiteral("a record's body does not fit its shape")};
    QList<HeadPart> parts;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        HeadPart part{group.key(), group.value(), false, {}};
        for (qsizetype i = 0; i < values->size(); ++i) {
            if (row.shape.groups[i] == group.key())
                part.fields.insert(row.shape.columns[i], (*values)[i]);
        }
        parts.append(part);
    }
    return encodeHeads(parts);
}

Result<void> PageApplier::keepHistory(const RecordId& id, const HeldRow& before, const Stands& stands)
{
    auto heads = cutHeads(before.heads);
    if (!heads)
        return heads.error();
    QMap<QString, merge::Stamp> winners;
    for (const QString& group : before.shape.groups)
        winners.insert(group, before.stamp);
    QByteArray gone;
    for (const RawHead& head : std::as_const(*heads)) {
        const QString group = QString::fromUtf8(head.group);
        if (head.wins())
            winners.insert(group, head.stamp);
        else if (!stands(group, head.stamp))
            gone.append(head.whole);
    }
    winners.removeIf([&](const auto& winner) { return stands(winner.key(), winner.value()); });
    if (!winners.isEmpty()) {
        auto won = winnersOf(before, winners);
        if (!won)
            return won.error();
        gone.append(*won);
    }
    return gone.isEmpty() ? Result<void>() : m_insertHistory.run(id, gone);
}

Result<void> PageApplier::takeAway(const sql::Transaction& transaction, const RecordId& id,
                                   const HeldRow& held, Touched& touched)
{
    touched.records.insert(id);
    touched.kinds.insert(held.kind);
    if (held.version > 0) {
        const quint64 digest = merge::digestOf(id, held.version);
        if (auto done = m_channels.addToDigest(transaction, held.channel, quint64(0) - digest); !done)
            return done;
        if (auto done = m_records.forgetDecision(transaction, id); !done)
            return done;
    }
    // What the server has accepted is the server's; what it has not answered for stays.
    auto done = m_outbox.close(transaction, id, std::numeric_limits<qint64>::max());
    return done ? m_shown.refresh(transaction, id) : done;
}

Result<void> PageApplier::purge(const sql::Transaction& transaction, const RecordId& id, Touched& touched)
{
    auto held = m_records.held(id);
    if (!held || !*held)
        return held ? Result<void>() : held.error();
    if (auto done = m_dropHistory.run(id); !done)
        return done;
    return takeAway(transaction, id, **held, touched);
}

Result<void> PageApplier::retire(const sql::Transaction& transaction, const RecordId& id, Touched& touched)
{
    auto held = m_records.held(id);
    if (!held || !*held || (*held)->version == 0)
        return held ? Result<void>() : held.error();
    const auto nothingStands = [](const QString&, const merge::Stamp&) { return false; };
    if (auto done = keepHistory(id, **held, nothingStands); !done)
        return done;
    return takeAway(transaction, id, **held, touched);
}

Result<void> PageApplier::purgeChannel(const sql::Transaction& transaction, const QString& name,
                                       Touched& touched)
{
    auto channel = m_channels.idOf(transaction, name);
    auto decided = channel ? m_records.versionsIn(*channel) : channel.error();
    auto own = decided ? m_records.undecidedIn(*channel) : decided.error();
    if (!own)
        return own.error();
    for (const auto& [id, version] : *decided) {
        if (auto done = purge(transaction, id, touched); !done)
            return done;
    }
    for (const RecordId& id : *own) {
        if (auto done = purge(transaction, id, touched); !done)
            return done;
    }
    if (auto done = m_channels.setDigest(transaction, *channel, 0); !done)
        return done;
    return m_channels.setPosition(transaction, name, Channels::notHeld);
}

} // namespace thidua::store
