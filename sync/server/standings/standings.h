#pragma once

#include "server/serverauthor.h"
#include "server/standings/standingsources.h"

#include <QSet>

namespace thidua::server
{

// Keeps the standings of all blocks and of the city as records that everybody can read without the reports
// beneath them. Works when the server has a moment, on all that has changed since; writes a record only when
// more than its time has changed.
class Standings final : public CommitListener
{
public:
    void committed(const QList<TouchedRecord>& touched) override;
    void committedElsewhere() override;
    [[nodiscard]] Result<void> settle(ServerAuthor& author) override;

private:
    // What has to be computed anew.
    struct Due {
        QSet<RecordId> units;  // their reports have changed
        QSet<RecordId> blocks; // their tables, criteria or ballots have changed
        bool all = false;      // who is in which block has changed

        [[nodiscard]] bool isEmpty() const { return units.isEmpty() && blocks.isEmpty() && !all; }
        void add(const Due& other);
    };
    [[nodiscard]] Result<void> compute(ServerAuthor& author, const Due& due);

    // Everything once after a start: the last process may have ended between a commit and its standings.
    Due m_due{.units = {}, .blocks = {}, .all = true};
    StandingSources m_sources;
};

} // namespace thidua::server
