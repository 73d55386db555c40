#include "server/accounts.h"

#include "server/exchange.h"
#include "server/passwords.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;
using protocol::Problem;

static constexpr int maxWaiting = 50; // about three seconds of hashing

Accounts::Accounts(Executor& executor, std::unique_ptr<ServerStore> store, const Clock& clock,
                   Metrics& metrics)
    : m_executor(executor)
    , m_store(std::move(store))
    , m_attempts(clock)
    , m_metrics(metrics)
{
}

void Accounts::check(const QString& login, const QString& password, const QString& address,
                     const Answer& answer)
{
    if (m_waiting.fetch_add(1) >= maxWaiting) {
        m_waiting.fetch_sub(1);
        answer(tooManyRequests(std::chrono::seconds(5)));
        return;
    }
    m_executor.post([=, this](int) {
        auto judged = judge(normaliseLogin(login), password, address);
        m_waiting.fetch_sub(1);
        answer(std::move(judged));
    });
}

std::variant<Account, Problem> Accounts::judge(const QString& login, const QString& password,
                                               const QString& address)
{
    if (const auto wait = m_attempts.wait(login, address); wait.count() > 0)
        return tooManyRequests(wait);
    auto account = m_store->accounts.byLogin(login);
    if (!account)
        return problemFor(account.error());
    const bool known = *account && (*account)->disabledAt == 0;
    if (!passwordFits(password, known ? (*account)->password : std::nullopt)) {
        m_attempts.failed(login, address);
        m_metrics.wrongCredentials += 1;
        return problemFor({ErrorCode::WrongCredentials, u"wrong login or password"_s});
    }
    m_attempts.succeeded(login, address);
    return **account;
}

} // namespace thidua::server
