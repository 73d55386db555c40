#pragma once

#include "client/syncstatus.h"
#include "store/localstore.h"

// What of the status survives a restart, kept as one fact so that a quiet cycle costs one small write at
// most.
namespace thidua::client
{

void loadFacts(store::LocalStore& store, SyncStatus& status);
[[nodiscard]] Result<void> keepFacts(store::LocalStore& store, const SyncStatus& status);
// What the outbox and the records say now.
void loadCounts(store::LocalStore& store, SyncStatus& status);

} // namespace thidua::client
