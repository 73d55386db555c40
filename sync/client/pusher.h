#pragma once

#include "client/api.h"
#include "client/batch.h"

namespace thidua::client
{

// How a part of a cycle ended.
struct StepResult {
    Error error;
    protocol::Problem problem;
    [[nodiscard]] bool ok() const { return error.code == ErrorCode::None; }
};

// What an answer cost, and when it was made by the server's clock.
struct Traffic {
    qint64 sent = 0; // bytes of bodies, as they travelled
    qint64 received = 0;
    Instant serverTime = 0; // 0: not told
    std::chrono::milliseconds roundTrip{0};
};
using TrafficListener = std::function<void(const Traffic&)>;

template<typename Body>
[[nodiscard]] Traffic trafficOf(const Answer<Body>& answer)
{
    if constexpr (requires { answer.body->time; })
        return {answer.sent, answer.received, answer.body ? answer.body->time : answer.problem.time,
                answer.roundTrip};
    else
        return {answer.sent, answer.received, answer.problem.time, answer.roundTrip};
}

// Empties the outbox, batch by batch in seq order. An edit counts as sent only by the server's result for it.
class Pusher
{
public:
    Pusher(store::LocalStore& store, Api& api, TrafficListener traffic);

    void run(std::function<void(StepResult)> done);
    // How many edits the server has confirmed in this run, or in the last one, however it ended.
    [[nodiscard]] qint64 confirmed() const { return m_confirmed; }

private:
    struct Seqs {
        qint64 first = 0;
        qint64 last = 0;
    };
    void next();
    // A push that is ready to travel.
    struct Ready {
        Seqs seqs;
        HttpRequest request;
    };
    // Sends the oldest unsent edits from this number on; false: there is none.
    [[nodiscard]] Result<bool> send(qint64 from);
    // The push of these, none if there is nothing to send.
    [[nodiscard]] Result<std::optional<Ready>> makeReady(qint64 from, qint64 wanted);
    void answered(const Seqs& sent, const Answer<protocol::PushAnswer>& answer);
    [[nodiscard]] static Result<QList<store::Receipt>> receiptsOf(const Seqs& sent,
                                                                  const protocol::PushAnswer& answer);
    [[nodiscard]] Result<void> putAside(const Seqs& sent, const Error& error);
    // Whether there is a point in going on after this refusal.
    [[nodiscard]] bool recover(const Seqs& sent, const Answer<protocol::PushAnswer>& answer);
    void shrink(const Seqs& sent);
    void adapt(std::chrono::milliseconds took);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    TrafficListener m_traffic;
    std::function<void(StepResult)> m_done;
    int m_batchSize = tuning::firstEditsPerPush;
    int m_run = 0;        // an answer to a push of an earlier run is nobody's
    int m_recoveries = 0; // of this run; a server that keeps asking for them is not obeyed for ever
    qint64 m_wanted = 0;  // the number that the server wants next; 0: not known
    qint64 m_confirmed = 0;
    std::optional<Ready> m_next; // what follows the push that is on its way, if that goes as expected
};

} // namespace thidua::client
