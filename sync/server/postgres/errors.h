#pragma once

#include "base/error.h"

struct pg_conn;
struct pg_result;

namespace thidua::server::postgres
{

// What PostgreSQL calls by five letters (SQLSTATE), in the words of this program. Busy: it may go well a
// little later, as when the connection was lost, the server is starting, or others were faster.
[[nodiscard]] Error errorOf(const pg_result* result);
// Without an answer: the connection itself.
[[nodiscard]] Error errorOf(const pg_conn* connection);

// Two transactions that could not be put into an order, or a deadlock: this one was undone, whole.
[[nodiscard]] bool wasUndoneForOthers(const pg_result* result);

} // namespace thidua::server::postgres
