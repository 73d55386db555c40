#pragma once

#include "server/service.h"

namespace thidua::server
{

// How things stand at this moment, as far as the database knows them: read when somebody asks. Prometheus'
// text.
[[nodiscard]] Result<QByteArray> gauges(const Service& service, ServerStore& store);

} // namespace thidua::server
