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

    // A record's heads with the own edits on top.
    struct View {
        merge::RecordState state; // version: the one that the newest own edit is expected to become
        qint64 decidedVersion = 0;
        qint64 decidedChannel = 0; // 0: the server has decided nothing yet
        bool replayed = false;     // own edits are on top…
        bool pending = false;      // …and one of them is unanswered
        [[nodiscard]] bool exists() const { return !state.groups.isEmpty(); }
    };
    [[nodiscard]] Result<View> view(const RecordId& id);
    // Puts one more own edit on top and writes what is then to be shown.
    [[nodiscard]] Result<void> add(const sql::Transaction& transaction, View& view, const OutboxEntry& entry);
    // Writes what is now to be shown of a record.
    [[nodiscard]] Result<void> refresh(const sql::Transaction& transaction, const RecordId& id);

private:
    [[nodiscard]] Result<void> replay(View& view, const OutboxEntry& entry);
    [[nodiscard]] Result<merge::Acceptance> expected(const View& view, const OutboxEntry& entry,
                                                     const Identity& self);
    [[nodiscard]] Result<void> write(const sql::Transaction& transaction, const View& view);
    [[nodiscard]] bool hasConflict(const merge::RecordState& state) const;
    // Memberships as the file holds them now, whichever connection wrote them.
    [[nodiscard]] Result<void> refreshMemberships();
    const domain::Schema& m_schema;
    const Clock& m_clock;
    RecordTable& m_records;
    Outbox& m_outbox;
    Facts& m_facts;
    Memberships& m_memberships;
    Channels& m_channels;
    quint64 m_generation = 0;
};

} // namespace thidua::store
