#pragma once

#include "server/exchange.h"
#include "server/pager.h"
#include "server/service.h"

namespace thidua::server
{

// Push, pull, the history of a record, and the stream of hints.
class SyncHandlers
{
public:
    explicit SyncHandlers(Service& service);

    void push(const Caller& caller, const ExchangePointer& exchange);
    // The outbox of a revoked device.
    void quarantine(const Caller& caller, const ExchangePointer& exchange);
    void handover(const ExchangePointer& exchange);
    void pull(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    void events(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);
    void history(ServerStore& store, const Caller& caller, const ExchangePointer& exchange);

private:
    // Whether the device may read this page now; first syncs are admitted a few at a time.
    [[nodiscard]] Result<bool> admit(ServerStore& store, const Caller& caller,
                                     const protocol::PullRequest& request);
    void answerPage(ServerStore& store, const Caller& caller, const protocol::PullRequest& request,
                    const ExchangePointer& exchange);
    void count(const protocol::PushAnswer& answer, qint64 markBefore);

    Service& m_service;
};

} // namespace thidua::server
