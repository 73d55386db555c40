#pragma once

#include "server/serverauthor.h"
#include "server/workingset.h"

namespace thidua::server
{

// The server's own edits on their way into a commit; see ServerAuthor.
class OwnEdits
{
public:
    OwnEdits(ServerStore& store, WorkingSet& working);

    // A refusal is an error here: the whole commit is off.
    [[nodiscard]] Result<void> enter(const QList<ServerEdit>& edits, Instant now);

private:
    [[nodiscard]] Result<bool> enterOne(const ServerEdit& edit, const Device& own, qint64 seq, Instant now);

    ServerStore& m_store;
    WorkingSet& m_working;
};

} // namespace thidua::server
