#include "server/verifier.h"

#include "domain/names.h"
#include "server/published.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

static constexpr qsizetype mostFaults = 1000;

Verifier::Verifier(ServerStore& store)
    : m_store(store)
{
}

void Verifier::fault(const QString& what)
{
    if (m_report.faults.size() < mostFaults)
        m_report.faults.append(what);
}

Result<VerifyReport> Verifier::run()
{
    if (auto sound = m_store.connection().quickCheck(); !sound) {
        if (sound.error().code != ErrorCode::StorageCorrupt)
            return sound.error();
        fault(u"the database: "_s + sound.error().detail);
    }
    const auto reading = sql::Snapshot::begin(m_store.connection());
    if (!reading)
        return reading.error();
    RecordId last;
    for (;;) {
        auto ids = m_store.records.idsAfter(last, 1000);
        if (!ids)
            return ids.error();
        if (ids->isEmpty())
            break;
        for (const RecordId& id : std::as_const(*ids)) {
            if (auto checked = checkRecord(id); !checked)
                return checked.error();
        }
        last = ids->last();
    }
    auto channels = m_store.channels.all();
    if (!channels)
        return channels.error();
    for (const ChannelEntry& channel : std::as_const(*channels)) {
        if (auto checked = checkChannel(channel); !checked)
            return checked.error();
    }
    return m_report;
}

Result<void> Verifier::checkRecord(const RecordId& id)
{
    m_report.records += 1;
    auto entry = m_store.records.load(id);
    if (!entry) {
        fault(u"record "_s + id.toText() + u": "_s + entry.error().detail);
        return {};
    }
    const merge::RecordState& state = (*entry)->state;
    auto history = m_store.records.history(id, state.kind);
    if (!history) {
        fault(u"record "_s + id.toText() + u": "_s + history.error().detail);
        return {};
    }
    if (auto checked = checkHistory(state, *history); !checked)
        return checked;
    auto channel = m_store.channels.channelOf(id);
    if (!channel)
        return channel.error();
    const auto expected = m_store.schema().channelOf(state.kind, state.values(m_store.schema())).name();
    if (channel->name != expected)
        fault(u"record "_s + id.toText() + u" stands in "_s + channel->name + u", not in "_s + expected);
    m_digests[expected] += protocol::digestOf(id, state.version);
    return {};
}

// The heads over all edits of a group, from the set and not step by step.
static QMap<QString, QList<merge::GroupEdit>> headsOf(const domain::Schema& schema, const QString& kind,
                                                      const QList<AcceptedEdit>& edits)
{
    QMap<QString, QList<merge::GroupEdit>> all;
    for (const AcceptedEdit& accepted : edits) {
        const auto groups = merge::byGroup(schema, accepted.edit);
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            const bool late = accepted.acceptance.lateGroups.contains(group.key());
            all[group.key()].append(
                {{accepted.version, accepted.edit.device, accepted.edit.seq, accepted.acceptance.at,
                  late ? 0 : accepted.acceptance.rank, accepted.acceptance.author},
                 accepted.acceptance.epoch,
                 accepted.edit.seen,
                 accepted.edit.seenEpoch,
                 group.value()});
        }
    }
    for (auto group = all.begin(); group != all.end(); ++group)
        *group = merge::heads(schema.policy(kind, group.key()), *group);
    return all;
}

static QList<qint64> versionsOf(const QList<merge::GroupEdit>& heads)
{
    QList<qint64> versions;
    for (const merge::GroupEdit& head : heads)
        versions.append(head.stamp.version);
    std::ranges::sort(versions);
    return versions;
}

Result<void> Verifier::checkHistory(const merge::RecordState& stored, const QList<AcceptedEdit>& edits)
{
    const QString what = u"record "_s + stored.record.toText();
    m_report.edits += edits.size();
    for (qsizetype i = 0; i < edits.size(); ++i) {
        if (edits[i].version != i + 1)
            fault(what + u": version %1 where %2 was due"_s.arg(edits[i].version).arg(i + 1));
    }
    if (edits.size() != stored.version)
        fault(what + u": %1 edits for version %2"_s.arg(edits.size()).arg(stored.version));
    const auto expected = headsOf(m_store.schema(), stored.kind, edits);
    for (auto group = expected.cbegin(); group != expected.cend(); ++group) {
        // Voices against a deletion follow from the other groups, edit by edit; see merge/recordstate.h.
        if (group.key() != name::deleted &&
            versionsOf(group.value()) != versionsOf(stored.groups.value(group.key())))
            fault(what + u": the heads of "_s + group.key() + u" do not follow from its history"_s);
    }
    merge::RecordState replayed;
    for (const AcceptedEdit& accepted : edits)
        merge::apply(m_store.schema(), replayed, accepted.edit, accepted.acceptance);
    if (versionsOf(replayed.groups.value(name::deleted)) != versionsOf(stored.groups.value(name::deleted)))
        fault(what + u": the heads of deleted do not follow from its history"_s);
    return {};
}

Result<void> Verifier::checkChannel(const ChannelEntry& channel)
{
    m_report.channels += 1;
    if (m_digests.value(channel.name) != channel.digest)
        fault(u"channel "_s + channel.name + u": the digest differs"_s);
    if (auto reading = m_store.channels.readFrom(channel.number, 0); !reading)
        return reading;
    quint64 digest = 0;
    for (;;) {
        auto row = m_store.channels.nextRow();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if ((*row)->rev > channel.rev)
            fault(u"channel "_s + channel.name + u": a row beyond its revision"_s);
        if ((*row)->layout != 0) {
            digest += protocol::digestOf((*row)->record, (*row)->version);
            if (auto checked = checkRow(channel, **row); !checked)
                return checked;
        }
    }
    if (digest != channel.digest)
        fault(u"channel "_s + channel.name + u": its rows do not add up to the digest"_s);
    return {};
}

Result<void> Verifier::checkRow(const ChannelEntry& channel, const ChannelRow& row)
{
    const QString what = u"channel "_s + channel.name + u", record "_s + row.record.toText();
    auto entry = m_store.records.load(row.record);
    if (!entry || !*entry) {
        fault(what + u": a row without a record"_s);
        return {};
    }
    if ((*entry)->channel != channel.number || (*entry)->rev != row.rev)
        fault(what + u": the record stands elsewhere"_s);
    auto layout = m_store.channels.layout(row.layout);
    if (!layout)
        return layout.error();
    const PublishedRecord expected = publish(m_store.schema(), (*entry)->state);
    if (layout->kind != (*entry)->state.kind || layout->columns != expected.columns ||
        row.body != expected.body || row.stamp != expected.stamp || row.extras != expected.extras ||
        row.version != (*entry)->state.version)
        fault(what + u": the row is not what the heads say"_s);
    return {};
}

} // namespace thidua::server
