#include "store/shown.h"

#include "domain/names.h"
#include "domain/permission.h"
#include "merge/merge.h"

#include <algorithm>

namespace thidua::store
{

Shown::Shown(const domain::Schema& schema, const Clock& clock, RecordTable& records, Outbox& outbox,
             Facts& facts, Memberships& memberships, Channels& channels)
    : m_schema(schema)
    , m_clock(clock)
    , m_records(records)
    , m_outbox(outbox)
    , m_facts(facts)
    , m_memberships(memberships)
    , m_channels(channels)
{
}

Result<void> Shown::refreshMemberships()
{
    auto generation = m_facts.generation();
    if (!generation)
        return generation.error();
    if (std::exchange(m_generation, *generation) != *generation)
        m_memberships.changed();
    return m_memberships.refresh();
}

// What the server is going to judge, as far as this device can know: the rank by the own grants, and the
// groups that were locked by a decision that the person had not seen.
Result<merge::Acceptance> Shown::expected(const View& view, const OutboxEntry& entry, const Identity& self)
{
    if (auto done = refreshMemberships(); !done)
        return done.error();
    const Fields current = view.state.values(m_schema);
    Fields after = current;
    after.insert(entry.edit.set);
    const auto channel = m_schema.channelOf(entry.edit.kind, after);
    const auto role = roleIn(channel, self.user, self.grants, m_clock.now(), m_memberships);
    merge::Acceptance acceptance{entry.edit.at, role ? rankOf(*role) : 0, self.user, 0, {}};
    if (role && entry.edit.seen < view.decidedVersion) {
        const auto answer =
            domain::judge(m_schema, {entry.edit.kind, *role, entry.edit.set, Fields(), current, false});
        if (answer)
            acceptance.lateGroups = answer->lateGroups;
    }
    return acceptance;
}

Result<void> Shown::replay(View& view, const OutboxEntry& entry)
{
    auto self = m_facts.identity();
    auto acceptance = self ? expected(view, entry, *self) : self.error();
    if (!acceptance)
        return acceptance.error();
    merge::Edit edit = entry.edit;
    edit.device = self->device;
    // An accepted edit keeps the version that it was given; a pending one is expected to be the next.
    if (entry.state == EditState::Accepted && entry.version > 0)
        view.state.version = entry.version - 1;
    merge::apply(m_schema, view.state, edit, *acceptance);
    view.replayed = true;
    view.pending |= entry.state == EditState::Pending;
    return {};
}

Result<Shown::View> Shown::view(const RecordId& id)
{
    auto decided = m_records.decided(id);
    auto open = decided ? m_outbox.openEdits(id) : decided.error();
    if (!open)
        return open.error();
    const qint64 version = decided->state.version;
    View view{std::move(decided->state), version, decided->channel, false, false};
    for (const OutboxEntry& entry : *open) {
        if (auto done = replay(view, entry); !done)
            return done.error();
    }
    return view;
}

bool Shown::hasConflict(const merge::RecordState& state) const
{
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        if (merge::isContested(m_schema.policy(state.kind, group.key()), group.value()))
            return true;
    }
    return false;
}

Result<void> Shown::write(const sql::Transaction& transaction, const View& view)
{
    const merge::RecordState& state = view.state;
    if (state.groups.isEmpty())
        return m_records.remove(transaction, state.record);
    const Fields values = state.values(m_schema);
    auto place = !view.replayed ? Result<qint64>(view.decidedChannel)
                                : m_channels.idOf(transaction, m_schema.channelOf(state.kind, values).name());
    if (!place)
        return place.error();
    const qint64 flags = (hasConflict(state) ? flag::conflict : 0) | (view.pending ? flag::pending : 0) |
                         (values.value(name::deleted).toBool() ? flag::deleted : 0);
    return m_records.writeShown(transaction, {state.record, state.kind, *place, flags,
                                              view.replayed ? std::optional(values) : std::nullopt});
}

Result<void> Shown::add(const sql::Transaction& transaction, View& view, const OutboxEntry& entry)
{
    auto done = replay(view, entry);
    return done ? write(transaction, view) : done;
}

Result<void> Shown::refresh(const sql::Transaction& transaction, const RecordId& id)
{
    auto now = view(id);
    return now ? write(transaction, *now) : now.error();
}

} // namespace thidua::store
