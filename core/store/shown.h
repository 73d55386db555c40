#pragma once

#include "store/channels.h"
#include "store/facts.h"
#include "store/memberships.h"
#include "store/outbox.h"
#include "store/recordtable.h"

namespace thidua::store
{

// Replays the own edits that the server's decision does not contain yet, with the function that the server
// runs.
class Shown
{
public:
    Shown(const domain::Schema& schema, const Clock& clock, RecordTable& records, Outbox& outbox,
          Facts& facts, Memberships& memberships, Channels& channels);

    // The record's heads with the own edits on top; `pending` is set if one of them is unanswered.
    [[nodiscard]] Result<merge::RecordState> stateOf(const RecordId& id, bool* pending = nullptr);
    // Writes what is now to be shown of a record.
    [[nodiscard]] Result<void> refresh(const sql::Transaction& transaction, const RecordId& id);
    [[nodiscard]] bool hasConflict(const merge::RecordState& state) const;
    void identityChanged() { m_identity.reset(); }

private:
    [[nodiscard]] Result<void> replay(merge::RecordState& state, const OutboxEntry& entry);
    [[nodiscard]] Result<merge::Acceptance> expected(const merge::RecordState& state,
                                                     const OutboxEntry& entry);
    [[nodiscard]] Result<Identity> identity();
    // Grants and memberships as the file holds them now, whichever connection wrote them.
    [[nodiscard]] Result<void> refreshRights();
    const domain::Schema& m_schema;
    const Clock& m_clock;
    RecordTable& m_records;
    Outbox& m_outbox;
    Facts& m_facts;
    Memberships& m_memberships;
    Channels& m_channels;
    std::optional<Identity> m_identity;
};

} // namespace thidua::store
