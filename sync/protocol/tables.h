#pragma once

#include "merge/published.h"
#include "protocol/bodyreader.h"
#include "protocol/bodywriter.h"

namespace thidua::protocol
{

// Tables of decided records (PROTOCOL.md, "Tables"). Rows pass through as bytes.
void writeTable(BodyWriter& out, const merge::PublishedTable& table);
[[nodiscard]] merge::PublishedTable readTable(BodyReader& in); // of either form

} // namespace thidua::protocol
