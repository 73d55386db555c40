#include "server/readiness.h"

namespace thidua::server
{

// A commit that changes no more than when the server itself was last seen.
static Result<void> touch(Writing& writing)
{
    auto own = writing.store.devices.byNumber(0);
    if (!own)
        return own.error();
    return *own ? writing.store.devices.advance(0, (*own)->mark, writing.now)
                : Result<void>(ErrorCode::StorageCorrupt, QStringLiteral("the server has no device"));
}

static void answerWhen(const Result<void>& able, const ExchangePointer& exchange)
{
    if (able)
        exchange->send(200, "text/plain; charset=utf-8", "ready\n");
    else
        exchange->fail(able.error());
}

void answerReadiness(Service& service, ServerStore& store, const ExchangePointer& exchange)
{
    if (auto epoch = store.epoch(); !epoch)
        return exchange->fail(epoch.error());
    if (service.writes.isStuck())
        return exchange->fail(Error{ErrorCode::Busy, {}});
    if (service.metrics.storageFull == 0)
        return answerWhen({}, exchange);
    WriteJob job{touch, [exchange](const Result<void>& committed) { answerWhen(committed, exchange); }};
    if (!service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

} // namespace thidua::server
