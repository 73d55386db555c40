#pragma once

#include "base/arguments.h"
#include "datadirectory.h"

#include <QJsonObject>

namespace thidua
{

// What a command may use of the world.
struct Environment {
    const domain::Schema& schema;
    const Clock& clock;
    Random& random;
};

// Each prints its answer on stdout; an Error is printed by main, which then fails.
[[nodiscard]] Result<void> runInit(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runServe(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runUnit(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runUser(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runDevice(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runQuarantine(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runHandover(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runEnrol(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runBackup(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runRestore(Environment& environment, const Arguments& arguments);
[[nodiscard]] Result<void> runVerify(Environment& environment, const Arguments& arguments);

// --postgres URL [--city NAME], and nothing of it is opened.
[[nodiscard]] Result<server::Database> databaseFrom(const Arguments& arguments);

void print(const QJsonObject& object); // one line on stdout, flushed

} // namespace thidua
