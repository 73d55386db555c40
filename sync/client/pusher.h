#pragma once

#include "client/api.h"
#include "client/tuning.h"
#include "store/localstore.h"

namespace thidua::client
{

// How a part of a cycle ended.
struct StepResult {
    Error error;
    protocol::Problem problem;
    [[nodiscard]] bool ok() const { return error.code == ErrorCode::None; }
};

// Empties the outbox, batch by batch in seq order. An edit counts as sent only by the server's result for it.
class Pusher
{
public:
    // traffic: called for every answer with what travelled and the server's time (0: none).
    using Traffic = std::function<void(qint64 sent, qint64 received, Instant serverTime)>;
    Pusher(store::LocalStore& store, Api& api, const Clock& clock, Traffic traffic);

    void run(std::function<void(StepResult)> done);

private:
    void next();
    void answered(Answer<protocol::PushAnswer> answer);
    [[nodiscard]] Result<protocol::PushRequest> batch();
    [[nodiscard]] Result<void> settle(const protocol::PushAnswer& answer);
    [[nodiscard]] bool recover(const Answer<protocol::PushAnswer>& answer);
    void finish(const Error& error, const protocol::Problem& problem = {});
    void adapt(bool failed);

    store::LocalStore& m_store;
    Api& m_api;
    const Clock& m_clock;
    Traffic m_traffic;
    std::function<void(StepResult)> m_done;
    std::chrono::milliseconds m_sentAt{0};
    int m_batchSize = tuning::maxEditsPerPush;
    int m_recoveries = 0; // of this run; a server that keeps asking for them is not obeyed for ever
    qint64 m_lastSeq = 0;
};

} // namespace thidua::client
