#pragma once

#include "protocol/messages.h"
#include "store/localstore.h"

namespace thidua::client
{

// What a device does when its copy and the server's are no longer of one history: it reads channels again
// from the start, beside the old copy, and drops what does not come again. Which channels are being read
// again survives a restart.

// The server was restored (`epoch`) or lacks edits that it had acknowledged (`gap`): it gets them again.
[[nodiscard]] Result<void> answerRestore(store::LocalStore& store, const protocol::Problem& problem);
[[nodiscard]] Result<void> beginRepairs(store::LocalStore& store, const QStringList& channels);
// When the last page of the reading has been stored.
[[nodiscard]] Result<void> finishRepairs(store::LocalStore& store);

} // namespace thidua::client
