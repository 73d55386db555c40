#pragma once

#include "server/exchange.h"
#include "server/service.h"

namespace thidua::server
{

// Answers whether requests may be sent here, as a load balancer or an alarm asks it: the file can be read,
// commits go through, and there is room. Does not believe in a full disk for longer than it is full.
void answerReadiness(Service& service, ServerStore& store, const ExchangePointer& exchange);

} // namespace thidua::server
