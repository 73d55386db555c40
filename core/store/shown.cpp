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

Result<Identity> Shown::identity()
{
    if (!m_identity) {
        auto identity = m_facts.identity();
        if (!identity)
            return identity;
        m_identity = std::move(*identity);
    }
    return *m_identity;
}

Result<void> Shown::refreshRights()
{
    auto elsewhere = m_facts.changedElsewhere();
    if (!elsewhere)
        return elsewhere.error();
    if (*elsewhere) {
        m_identity.reset();
        m_memberships.changed();
    }
    return m_memberships.refresh();
}

// What the server is going to judge, as far as this device can know: the rank by the own grants, and the
// groups that were locked since the person looked.
Result<merge::Acceptance> Shown::expected(const merge::RecordState& state, const OutboxEntry& entry)
{
    if (auto done = refreshRights(); !done)
        return done.error();
    auto self = identity();
    if (!self)
        return self.error();
    const Fields current = state.values(m_schema);
    Fields after = current;
    after.insert(entry.edit.set);
    const auto channel = m_schema.channelOf(entry.edit.kind, after);
    const auto role = roleIn(channel, self->user, self->grants, m_clock.now(), m_memberships);
    merge::Acceptance acceptance{entry.edit.at, role ? rankOf(*role) : 0, self->user, 0, {}};
    if (role && entry.edit.seen < state.version) {
        const auto answer = domain::judge(
            m_schema, {entry.edit.kind, *role, entry.edit.set, Fields(), current, state.version == 0});
        if (answer)
            acceptance.lateGroups = answer->lateGroups;
    }
    return acceptance;
}

Result<void> Shown::replay(merge::RecordState& state, const OutboxEntry& entry)
{
    auto acceptance = expected(state, entry);
    auto self = identity();
    if (!acceptance || !self)
        return acceptance ? self.error() : acceptance.error();
    // An accepted edit keeps the version it was given; a pending one is expected to be the next.
    if (entry.state == EditState::Accepted && entry.version > 0)
        state.version = entry.version - 1;
    merge::Edit edit = entry.edit;
    edit.device = self->device;
    merge::apply(m_schema, state, edit, *acceptance);
    return {};
}

Result<merge::RecordState> Shown::stateOf(const RecordId& id, bool* pending)
{
    auto decided = m_records.decided(id);
    auto open = m_outbox.openEdits(id);
    if (!decided || !open)
        return decided ? open.error() : decided.error();
    merge::RecordState state = std::move(decided->state);
    const qint64 version = state.version;
    for (const OutboxEntry& entry : *open) {
        if (auto done = replay(state, entry); !done)
            return done.error();
    }
    state.version = version;
    if (pending)
        *pending =
            std::ranges::any_of(*open, [](const auto& entry) { return entry.state == EditState::Pending; });
    return state;
}

bool Shown::hasConflict(const merge::RecordState& state) const
{
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        const auto policy = m_schema.policy(state.kind, group.key());
        if (group->size() > 1 && !merge::decide(policy, group.value()).siblings.isEmpty())
            return true;
    }
    return false;
}

Result<void> Shown::refresh(const sql::Transaction& transaction, const RecordId& id)
{
    bool pending = false;
    auto state = stateOf(id, &pending);
    auto open = m_outbox.openEdits(id);
    if (!state || !open)
        return state ? open.error() : state.error();
    if (state->groups.isEmpty())
        return m_records.remove(transaction, id);
    const Fields values = state->values(m_schema);
    auto place = m_channels.idOf(transaction, m_schema.channelOf(state->kind, values).name());
    if (!place)
        return place.error();
    const qint64 flags = (hasConflict(*state) ? flag::conflict : 0) | (pending ? flag::pending : 0) |
                         (values.value(name::deleted).toBool() ? flag::deleted : 0);
    return m_records.writeShown(transaction, {id, state->kind, *place, flags,
                                              open->isEmpty() ? std::nullopt : std::optional(values)});
}

} // namespace thidua::store
