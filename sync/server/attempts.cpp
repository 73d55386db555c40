#include "server/attempts.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A person who mistypes is not bothered; one address that guesses waits up to a quarter of an hour. From all
// addresses together a login can be tried fewer than 100 times an hour, which still lets its owner in.
static constexpr auto forgottenAfter = 1h;
static constexpr qsizetype maxKept = 20'000;

Attempts::Attempts(const Clock& clock)
    : m_clock(clock)
{
}

static QString both(const QString& login, const QString& address)
{
    return login + u'\n' + address;
}
static QString alone(const QString& login)
{
    return login + u'\n';
}
static QString from(const QString& address)
{
    return u'\n' + address;
}

std::chrono::milliseconds Attempts::left(const QString& key, const Rule& rule) const
{
    const auto found = m_failures.constFind(key);
    if (found == m_failures.cend() || found->count < rule.free)
        return 0ms;
    const int doublings = std::min(found->count - rule.free, 20);
    const auto delay = std::min<std::chrono::milliseconds>(1s * (1 << doublings), rule.longest);
    return std::max(0ms, found->lastAt + delay - m_clock.monotonic());
}

std::chrono::seconds Attempts::wait(const QString& login, const QString& address) const
{
    const auto longest = std::max({left(both(login, address), {3, 15min}), left(alone(login), {10, 45s}),
                                   left(from(address), {30, 60s})});
    return std::chrono::ceil<std::chrono::seconds>(longest);
}

void Attempts::count(const QString& key)
{
    Failures& failures = m_failures[key];
    if (m_clock.monotonic() - failures.lastAt > forgottenAfter)
        failures.count = 0;
    failures.count += 1;
    failures.lastAt = m_clock.monotonic();
}

void Attempts::failed(const QString& login, const QString& address)
{
    if (m_failures.size() >= maxKept)
        forgetOld();
    count(both(login, address));
    count(alone(login));
    count(from(address));
}

void Attempts::succeeded(const QString& login, const QString& address)
{
    m_failures.remove(both(login, address));
    m_failures.remove(alone(login));
}

void Attempts::forgetOld()
{
    auto limit = m_clock.monotonic() - forgottenAfter;
    // Under a flood of made-up logins the single failures go first, the long runs of guesses stay.
    m_failures.removeIf([&](auto entry) { return entry->lastAt < limit || entry->count < 3; });
    if (m_failures.size() >= maxKept)
        m_failures.clear();
}

} // namespace thidua::server
