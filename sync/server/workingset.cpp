#include "server/workingset.h"

#include "server/published.h"

#include <QSet>

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

WorkingSet::WorkingSet(ServerStore& store, Epoch epoch, Membership membership)
    : m_store(store)
    , m_epoch(std::move(epoch))
    , m_membership(std::move(membership))
{
}

const WorkingRecord& WorkingSet::take(const RecordId& id, RecordEntry entry)
{
    WorkingRecord record;
    record.state = std::move(entry.state);
    record.values = record.state.values(schema());
    record.channel = schema().channelOf(record.state.kind, record.values).name();
    record.storedChannel = entry.channel;
    record.storedRev = entry.rev;
    record.storedVersion = record.state.version;
    m_store.records.remember(record.state);
    return *m_records.insert(id, record);
}

Result<const WorkingRecord*> WorkingSet::record(const RecordId& id)
{
    const auto known = m_records.constFind(id);
    if (known != m_records.cend())
        return &*known;
    auto entry = m_store.records.load(id);
    if (!entry)
        return entry.error();
    return *entry ? &take(id, std::move(**entry)) : &*m_records.insert(id, WorkingRecord());
}

Result<void> WorkingSet::expect(const QList<RecordId>& ids)
{
    QSet<RecordId> unknown;
    for (const RecordId& id : ids) {
        if (!m_records.contains(id))
            unknown.insert(id);
    }
    auto entries = m_store.records.loadAll(unknown.values());
    if (!entries)
        return entries.error();
    for (const RecordId& id : std::as_const(unknown)) {
        const auto entry = entries->find(id);
        if (entry == entries->end())
            m_records.insert(id, WorkingRecord());
        else
            (void)take(id, std::move(*entry));
    }
    return {};
}

// Whether the edit's author knew every edit that the record has.
Result<bool> WorkingSet::knowsAll(const WorkingRecord& record, const merge::Edit& edit)
{
    if (edit.seenEpoch >= m_epoch.number && edit.seen >= record.state.version)
        return true;
    const bool unknownHere = std::ranges::any_of(record.added, [&](const AcceptedEdit& earlier) {
        return earlier.edit.device != edit.device &&
               (earlier.version > edit.seen || earlier.acceptance.epoch > edit.seenEpoch);
    });
    if (unknownHere)
        return false;
    if (record.storedVersion == 0)
        return true;
    auto device = m_store.ids.deviceNumber(edit.device);
    if (!device)
        return device.error();
    auto unknown = edit.seenEpoch >= m_epoch.number
                       ? m_store.records.hasUnknown(edit.record, edit.seen, *device)
                       : m_store.records.hasUnknown(edit.record, edit.seen, edit.seenEpoch, *device);
    if (!unknown)
        return unknown;
    return !*unknown;
}

static bool knew(const merge::Edit& later, const AcceptedEdit& earlier)
{
    if (earlier.edit.device == later.device)
        return earlier.edit.seq < later.seq;
    return earlier.version <= later.seen && earlier.acceptance.epoch <= later.seenEpoch;
}

Result<Fields> WorkingSet::seenValues(const WorkingRecord& record, const merge::Edit& edit)
{
    if (record.state.version == 0)
        return Fields();
    auto all = knowsAll(record, edit);
    if (!all)
        return all.error();
    if (*all)
        return record.values;
    const bool ofThisEpoch = edit.seenEpoch >= m_epoch.number && edit.seen <= record.storedVersion;
    auto seen = ofThisEpoch ? stateShown(record, edit) : stateKnown(record, edit);
    if (!seen)
        return seen.error();
    return seen->values(schema());
}

// What was there when the person looked, and what their own device has entered since: the usual case.
Result<merge::RecordState> WorkingSet::stateShown(const WorkingRecord& record, const merge::Edit& edit)
{
    auto seen = m_store.records.stateAt(edit.record, record.state.kind, edit.seen);
    auto device = seen ? m_store.ids.deviceNumber(edit.device) : seen.error();
    auto own = device ? m_store.records.ownAfter(edit.record, record.state.kind, edit.seen, *device)
                      : device.error();
    if (!own)
        return own.error();
    for (const QList<AcceptedEdit>& edits : {*own, record.added}) {
        for (const AcceptedEdit& earlier : edits) {
            if (knew(edit, earlier))
                replay(schema(), *seen, earlier);
        }
    }
    return seen;
}

// Over a restore of the server: each edit is asked by itself.
Result<merge::RecordState> WorkingSet::stateKnown(const WorkingRecord& record, const merge::Edit& edit)
{
    auto history = m_store.records.history(edit.record, record.state.kind);
    if (!history)
        return history.error();
    merge::RecordState seen;
    for (const QList<AcceptedEdit>& edits : {*history, record.added}) {
        for (const AcceptedEdit& earlier : edits) {
            if (knew(edit, earlier))
                replay(schema(), seen, earlier);
        }
    }
    return seen;
}

Result<QStringList> WorkingSet::add(AcceptedEdit& accepted)
{
    if (auto loaded = record(accepted.edit.record); !loaded)
        return loaded.error();
    WorkingRecord& record = m_records[accepted.edit.record];
    if (m_undo && !m_undo->records.contains(accepted.edit.record))
        m_undo->records.insert(accepted.edit.record, record);
    if (record.added.isEmpty())
        m_changed.append(accepted.edit.record);
    const QStringList beside = merge::apply(schema(), record.state, accepted.edit, accepted.acceptance);
    accepted.version = record.state.version;
    record.added.append(accepted);
    record.values = record.state.values(schema());
    record.channel = schema().channelOf(record.state.kind, record.values).name();
    updateMembership(m_membership, record.state.kind, record.state.record, record.values);
    return beside;
}

void WorkingSet::mark()
{
    m_undo = Undo{{}, m_changed.size(), m_membership};
}

void WorkingSet::keep()
{
    m_undo.reset();
}

void WorkingSet::undo()
{
    if (!m_undo)
        return;
    for (auto record = m_undo->records.cbegin(); record != m_undo->records.cend(); ++record)
        m_records.insert(record.key(), record.value());
    m_changed.resize(m_undo->changed);
    m_membership = m_undo->membership;
    m_undo.reset();
}

Result<Committed> WorkingSet::write()
{
    Committed committed;
    for (const RecordId& id : std::as_const(m_changed)) {
        if (auto written = writeRecord(m_records[id], committed); !written)
            return written.error();
    }
    if (auto written = writeChannels(committed); !written)
        return written.error();
    return committed;
}

Result<ChannelEntry*> WorkingSet::channelByNumber(qint64 number)
{
    const auto known = m_channels.find(number);
    if (known != m_channels.end())
        return &*known;
    auto channel = m_store.channels.byNumber(number);
    if (!channel)
        return channel.error();
    m_channelNumbers.insert(channel->name, number);
    return &*m_channels.insert(number, *channel);
}

Result<ChannelEntry*> WorkingSet::channelByName(const QString& name)
{
    const auto known = m_channelNumbers.constFind(name);
    if (known != m_channelNumbers.cend())
        return channelByNumber(*known);
    auto channel = m_store.channels.byName(name);
    if (!channel)
        return channel.error();
    if (channel->number == 0) {
        auto number = m_store.channels.add(name);
        if (!number)
            return number.error();
        channel->number = *number;
    }
    m_channelNumbers.insert(name, channel->number);
    return &*m_channels.insert(channel->number, *channel);
}

// Takes the record's row out of where it stands; leaves word there if it goes to another channel.
Result<void> WorkingSet::leaveOldPlace(const WorkingRecord& record, qint64 newChannel)
{
    auto channel = channelByNumber(record.storedChannel);
    if (!channel)
        return channel.error();
    ChannelEntry& old = **channel;
    if (auto dropped = m_store.channels.dropRow(old.number, record.storedRev); !dropped)
        return dropped;
    old.digest -= protocol::digestOf(record.state.record, record.storedVersion);
    if (old.number == newChannel)
        return {};
    old.rev += 1;
    return m_store.channels.putMoved(old.number, old.rev, record.state.record, record.state.version);
}

Result<void> WorkingSet::publishAt(ChannelEntry& channel, WorkingRecord& record)
{
    const RecordId& id = record.state.record;
    const PublishedRecord published = publish(schema(), record.state);
    channel.rev += 1;
    channel.digest += protocol::digestOf(id, record.state.version);
    return m_store.channels.putRow(channel.number, channel.rev, id, record.state.version, record.state.kind,
                                   published);
}

Result<void> WorkingSet::noteFile(const AcceptedEdit& edit)
{
    const QByteArray sha256 = fileNamedBy(edit.edit);
    if (sha256.isEmpty())
        return {};
    auto account = m_store.ids.accountOf(edit.acceptance.author);
    return account ? m_store.files.addReference(sha256, edit.edit.record, *account) : account.error();
}

Result<void> WorkingSet::writeRecord(WorkingRecord& record, Committed& committed)
{
    const RecordId id = record.state.record;
    for (const AcceptedEdit& edit : std::as_const(record.added)) {
        if (auto added = m_store.records.addEdit(edit); !added)
            return added;
        if (auto noted = noteFile(edit); !noted)
            return noted;
    }
    auto channel = channelByName(record.channel);
    if (!channel)
        return channel.error();
    const qint64 number = (*channel)->number;
    if (record.storedChannel != 0) {
        if (auto left = leaveOldPlace(record, number); !left)
            return left;
        if (record.storedChannel != number)
            committed.touched.append({record.state.kind, id, m_channels[record.storedChannel].name});
    }
    ChannelEntry& place = m_channels[number];
    // It may have left word here when it went elsewhere; where it stands, or never was, there is none.
    const bool comesFromElsewhere = record.storedChannel != 0 && record.storedChannel != number;
    auto dropped = comesFromElsewhere ? m_store.channels.dropMoved(number, id) : Result<void>();
    if (!dropped)
        return dropped;
    if (auto published = publishAt(place, record); !published)
        return published;
    committed.touched.append({record.state.kind, id, place.name});
    if (auto updated = m_store.memberships.update(record.state.kind, id, record.values); !updated)
        return updated;
    return m_store.records.save({record.state, number, place.rev});
}

Result<void> WorkingSet::writeChannels(Committed& committed)
{
    for (const ChannelEntry& channel : std::as_const(m_channels)) {
        if (auto saved = m_store.channels.save(channel); !saved)
            return saved;
        committed.channels.insert(channel.name, channel.rev);
    }
    return {};
}

} // namespace thidua::server
