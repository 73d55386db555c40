#pragma once

#include "server/postgres/connection.h"

namespace thidua::server::postgres
{

// A restored city is filled beside the present one, under a name of its own, and takes its place in one
// commit.
[[nodiscard]] Address placeBeside(const Address& address);
// An empty place there; what an earlier try has left is removed.
[[nodiscard]] Result<std::unique_ptr<Connection>> openBeside(const Address& address);
// Numbers that the tables give themselves go on behind those that were copied in. Inside the transaction.
[[nodiscard]] Result<void> goOnCounting(Connection& connection);
// The present city stays under the name `aside`. Busy if it is being served.
[[nodiscard]] Result<void> takePlace(const Address& address, const QString& aside);

} // namespace thidua::server::postgres
