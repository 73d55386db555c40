#pragma once

#include "base/arguments.h"
#include "installation.h"

namespace thidua
{

// What a command may use of the world.
struct Environment {
    const Clock& clock;
    Random& random;
    Installation installation;
};

// Each prints its answer on stdout; an Error is printed by main, which then fails.
[[nodiscard]] Result<void> runEnrol(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runSave(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runSync(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runShow(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runConflicts(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runPending(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runAttention(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runStatus(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runSettle(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runAttach(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runFetch(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runHandover(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runDeliver(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runSearch(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runHash(Environment& environment, const Arguments& arguments);

} // namespace thidua
