#pragma once

#include "base/random.h"
#include "server/sample/sampledata.h"
#include "server/writer.h"

namespace thidua::server::sample
{

// Writes the sample into a server that has nothing of it yet: accounts, records in their authors' names, and
// the standings that follow. Errors: Forbidden if a login is taken; those of the store.
[[nodiscard]] Result<void> loadSample(const Data& data, Writer& writer, Random& random);

} // namespace thidua::server::sample
