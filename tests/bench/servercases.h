#pragma once

#include "bench/figures.h"
#include "bench/settings.h"

namespace thidua::bench
{

// w1, w2.push, w4 with a server that holds all records, and w3 with twenty tablets on a small one. The server
// is a process of its own, the transport is HTTP on the loopback.
void measureWithServer(const Settings& settings, Figures& figures);
void measureAgreement(const Settings& settings, Figures& figures);

} // namespace thidua::bench
