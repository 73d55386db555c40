#include "server/pager.h"

#include <QHash>
#include <QSet>

namespace thidua::server
{

using merge::PublishedTable;

namespace
{

// What a row and a stamp take beside the values: ids, numbers, the channel's name.
struct Weights {
    qsizetype row;
    qsizetype stamp;
};
constexpr Weights plain{90, 70};
constexpr Weights compact{32, 24};
constexpr qsizetype tableBytes = 400;
constexpr qsizetype movedBytes = 20;

qsizetype indexOf(PublishedTable& table, const merge::Stamp& stamp)
{
    // Records that were saved one after the other share a stamp only with their neighbours, if at all.
    if (table.stamps.isEmpty() || table.stamps.last() != stamp)
        table.stamps.append(stamp);
    return table.stamps.size() - 1;
}

} // namespace

// A page while it fills up.
struct Pager::Filling {
    protocol::PullAnswer answer;
    QSet<QString> included;
    QHash<qint64, qsizetype> tableOfLayout;
    QHash<QString, qsizetype> tableOfMoved; // by kind
    qsizetype bytes = 0;
    qsizetype budget = 0;
    qsizetype rows = 0;
    qsizetype limit = 0; // rows; 0: none

    [[nodiscard]] const Weights& weights() const { return answer.compact ? compact : plain; }
    [[nodiscard]] bool full(qsizetype next) const
    {
        return rows > 0 && ((limit > 0 && rows >= limit) || bytes + next > budget);
    }
    PublishedTable& tableFor(qint64 layout, const Layout& columns)
    {
        const auto known = tableOfLayout.constFind(layout);
        if (known != tableOfLayout.cend())
            return answer.tables[*known];
        tableOfLayout.insert(layout, answer.tables.size());
        bytes += tableBytes;
        answer.tables.append({columns.kind, columns.columns, {}, {}, {}, {}, {}});
        return answer.tables.last();
    }
    PublishedTable& tableForMoved(const QString& kind)
    {
        const auto known = tableOfMoved.constFind(kind);
        if (known != tableOfMoved.cend())
            return answer.tables[*known];
        tableOfMoved.insert(kind, answer.tables.size());
        answer.tables.append({kind, {}, {}, {}, {}, {}, {}});
        return answer.tables.last();
    }
};

Pager::Pager(ServerStore& store, Instant now)
    : m_store(store)
    , m_now(now)
{
}

Result<QStringList> Pager::held(const Author& person)
{
    auto membership = m_store.memberships.load();
    if (!membership)
        return membership.error();
    QStringList names;
    const auto channels =
        domain::heldChannels(person.id, person.grants, m_now, *membership, membership->blocks());
    for (const domain::Channel& channel : channels)
        names.append(channel.name());
    return names;
}

Result<QStringList> Pager::readable(const Author& person)
{
    auto membership = m_store.memberships.load();
    if (!membership)
        return membership.error();
    auto all = m_store.channels.all();
    if (!all)
        return all.error();
    QStringList names;
    for (const ChannelEntry& entry : *all) {
        const auto channel = domain::Channel::fromName(entry.name);
        if (channel && domain::mayRead(*channel, person.id, person.grants, m_now, *membership))
            names.append(entry.name);
    }
    return names;
}

Result<qint64> Pager::backlog(const protocol::PullRequest& request)
{
    qint64 rows = 0;
    for (auto channel = request.channels.cbegin(); channel != request.channels.cend(); ++channel) {
        auto entry = m_store.channels.byName(channel.key());
        if (!entry)
            return entry.error();
        rows += qMax<qint64>(0, entry->rev - channel.value());
    }
    return rows;
}

// Which channels a page is about: asked for and readable, with the position held; the rest is gone or
// offered.
static Result<QMap<QString, qint64>> sortOut(const protocol::PullRequest& request, const Author& person,
                                             const QStringList& held, const Membership& membership,
                                             Instant now, protocol::PullAnswer& answer)
{
    QMap<QString, qint64> positions;
    for (auto asked = request.channels.cbegin(); asked != request.channels.cend(); ++asked) {
        const auto channel = domain::Channel::fromName(asked.key());
        if (channel && domain::mayRead(*channel, person.id, person.grants, now, membership))
            positions.insert(asked.key(), asked.value());
        else
            answer.gone.append(asked.key());
    }
    for (const QString& name : held) {
        if (request.channels.isEmpty())
            positions.insert(name, 0);
        else if (!request.channels.contains(name))
            answer.offer.append(name);
    }
    return positions;
}

Result<protocol::PullAnswer> Pager::page(const Author& person, const protocol::PullRequest& request,
                                         qsizetype budget)
{
    auto epoch = m_store.epoch();
    if (!epoch)
        return epoch.error();
    auto membership = m_store.memberships.load();
    if (!membership)
        return membership.error();
    auto mine = held(person);
    if (!mine)
        return mine.error();
    Filling filling{.answer = {epoch->name, m_now, {}, {}, {}, {}, false, {}, request.compact, {}},
                    .included = {},
                    .tableOfLayout = {},
                    .tableOfMoved = {},
                    .budget = budget,
                    .limit = request.limit};
    auto positions = sortOut(request, person, *mine, *membership, m_now, filling.answer);
    if (!positions)
        return positions.error();
    filling.answer.channels = *positions;
    for (auto position = positions->cbegin(); position != positions->cend(); ++position)
        filling.included.insert(position.key());
    for (auto position = positions->cbegin(); position != positions->cend(); ++position) {
        if (auto filled = fillFrom(filling, position.key()); !filled)
            return filled.error();
    }
    if (filling.answer.more)
        filling.answer.digests.clear();
    if (request.compact) {
        if (!filling.answer.more)
            filling.answer.digest = merge::digestOfAll(std::exchange(filling.answer.digests, {}));
        filling.answer.channels.removeIf([&](const std::pair<const QString&, qint64&>& position) {
            return request.channels.value(position.first, -1) == position.second;
        });
    }
    return filling.answer;
}

Result<void> Pager::fillFrom(Filling& filling, const QString& channel)
{
    auto entry = m_store.channels.byName(channel);
    if (!entry)
        return entry.error();
    qint64& position = filling.answer.channels[channel];
    filling.answer.digests.insert(channel, entry->digest);
    if (position == entry->rev)
        return {};
    if (filling.full(0)) {
        filling.answer.more = true;
        return {};
    }
    if (auto reading = m_store.channels.readFrom(entry->number, position); !reading)
        return reading;
    position = entry->rev;
    for (;;) {
        auto row = m_store.channels.nextRow();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (filling.full(filling.weights().row + (*row)->body.size() + (*row)->extras.size())) {
            position = (*row)->rev - 1; // no row stands between the last one sent and this one
            filling.answer.more = true;
            m_store.channels.readDone();
            return {};
        }
        if (auto added = addRow(filling, channel, **row); !added)
            return added;
    }
}

Result<void> Pager::addRow(Filling& filling, const QString& channel, const ChannelRow& row)
{
    if (row.layout == 0)
        return addMoved(filling, row);
    auto layout = m_store.channels.layout(row.layout);
    if (!layout)
        return layout.error();
    PublishedTable& table = filling.tableFor(row.layout, *layout);
    const qsizetype stampsBefore = table.stamps.size();
    table.rows.append({row.record, channel, row.rev, row.version, indexOf(table, row.stamp), row.body});
    if (!row.extras.isEmpty()) {
        if (auto added = addExtras(table, row); !added)
            return added;
    }
    filling.rows += 1;
    const Weights& weights = filling.weights();
    filling.bytes += weights.row + row.body.size() + row.extras.size() +
                     weights.stamp * (table.stamps.size() - stampsBefore);
    return {};
}

Result<void> Pager::addExtras(PublishedTable& table, const ChannelRow& row)
{
    auto extras = decodeExtras(row.extras);
    if (!extras)
        return extras.error();
    QList<qsizetype> stamps; // their numbers in the table
    for (const merge::Stamp& stamp : std::as_const(extras->stamps))
        stamps.append(indexOf(table, stamp));
    for (const Extras::Mixed& mixed : std::as_const(extras->mixed))
        table.mixed.append({row.record, mixed.field, stamps[mixed.stamp]});
    for (const Extras::Sibling& sibling : std::as_const(extras->siblings))
        table.siblings.append({row.record, sibling.field, sibling.value, stamps[sibling.stamp]});
    return {};
}

// A record that has gone to a channel which the device holds as well comes with that one.
Result<void> Pager::addMoved(Filling& filling, const ChannelRow& row)
{
    filling.rows += 1;
    filling.bytes += movedBytes;
    auto now = m_store.channels.channelOf(row.record);
    if (!now)
        return now.error();
    if (filling.included.contains(now->name))
        return {};
    auto kind = m_store.records.kindOf(row.record);
    if (!kind)
        return kind.error();
    filling.tableForMoved(*kind).moved.append(row.record);
    return {};
}

} // namespace thidua::server
