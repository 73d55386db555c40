#include "server/rates.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace thidua::server
{

using namespace Qt::StringLiterals;

Rates::Rates(const Clock& clock, const Rate& rate)
    : m_clock(clock)
    , m_rate(rate)
{
}

double Rates::tokensNow(const Bucket& bucket, std::chrono::milliseconds now) const
{
    return std::min(m_rate.burst,
                    bucket.tokens + double((now - bucket.at).count()) / 1000 * m_rate.perSecond);
}

std::chrono::seconds Rates::take(const QByteArray& key)
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.monotonic();
    if (m_buckets.size() >= maxKept && !m_buckets.contains(key))
        forgetFull(now);
    auto bucket = m_buckets.find(key);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(key, {m_rate.burst, now});
    *bucket = {tokensNow(*bucket, now), now};
    if (bucket->tokens < 1)
        return std::chrono::seconds(qint64(std::ceil((1 - bucket->tokens) / m_rate.perSecond)));
    bucket->tokens -= 1;
    return std::chrono::seconds(0);
}

void Rates::giveBack(const QByteArray& key)
{
    const std::lock_guard lock(m_mutex);
    if (const auto bucket = m_buckets.find(key); bucket != m_buckets.end())
        bucket->tokens = std::min(m_rate.burst, bucket->tokens + 1);
}

qsizetype Rates::kept() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

void Rates::forgetFull(std::chrono::milliseconds now)
{
    m_buckets.removeIf([&](auto entry) { return tokensNow(*entry, now) >= m_rate.burst; });
    // A flood of made-up addresses that are all busy: to begin anew is better than to grow.
    if (m_buckets.size() >= maxKept)
        m_buckets.clear();
}

bool isThisMachine(const QString& address)
{
    return address.startsWith("127."_L1) || address == "::1"_L1 || address.startsWith("::ffff:127."_L1);
}

QByteArray addressKey(const QString& address)
{
    static constexpr qsizetype networkBytes = 8;
    std::array<char, 16> bytes{};
    const QByteArray text = address.toLatin1();
    if (inet_pton(AF_INET6, text.constData(), bytes.data()) != 1)
        return text;
    const QByteArray all(bytes.data(), qsizetype(bytes.size()));
    const bool isIpv4 = all.startsWith(QByteArray(10, '\0') + "\xff\xff");
    return isIpv4 ? all.sliced(12) : all.first(networkBytes);
}

} // namespace thidua::server
