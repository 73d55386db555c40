#pragma once

#include "server/attempts.h"
#include "server/executor.h"
#include "server/metrics.h"
#include "server/serverstore.h"

#include <atomic>
#include <variant>

namespace thidua::server
{

// Judges logins on a thread of its own, one after the other: hashing is slow on purpose and must never hold
// up anything else.
class Accounts
{
public:
    // The person, or what to answer: wrong-credentials for every reason alike, or busy.
    using Answer = std::function<void(std::variant<Account, protocol::Problem>)>;

    // The executor has one worker and ends before this.
    Accounts(Executor& executor, std::unique_ptr<ServerStore> store, const Clock& clock, Metrics& metrics);

    // Any thread; `answer` is called on the accounts' thread, or at once if too many wait.
    void check(const QString& login, const QString& password, const QString& address, const Answer& answer);

private:
    [[nodiscard]] std::variant<Account, protocol::Problem>
    judge(const QString& login, const QString& password, const QString& address);

    Executor& m_executor;
    std::unique_ptr<ServerStore> m_store;
    Attempts m_attempts;
    Metrics& m_metrics;
    std::atomic<int> m_waiting = 0;
};

} // namespace thidua::server
