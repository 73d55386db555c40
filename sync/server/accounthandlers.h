#pragma once

#include "server/exchange.h"
#include "server/service.h"

namespace thidua::server
{

// Enrolment, one's own account, and the end of a device.
class AccountHandlers
{
public:
    explicit AccountHandlers(Service& service);

    void enrol(const ExchangePointer& exchange);
    void me(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    // One's own device, or anybody's for an administrator; others are not found.
    void revoke(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);

private:
    void enrolByCode(const ExchangePointer& exchange, const protocol::EnrolRequest& request);
    void enrolByPassword(const ExchangePointer& exchange, const protocol::EnrolRequest& request);
    using Enrol = std::function<Result<protocol::EnrolAnswer>(Writing&)>;
    void write(const ExchangePointer& exchange, Enrol enrol);

    Service& m_service;
};

} // namespace thidua::server
