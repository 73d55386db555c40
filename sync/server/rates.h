#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <mutex>

namespace thidua::server
{

// A bucket of tokens: it holds `burst` of them, and gets `perSecond` back.
struct Rate {
    double perSecond = 0;
    double burst = 0;
};

// How many requests are answered, of whom. Beyond: 429 with Retry-After, and the others notice nothing.
struct RequestRates {
    // A tablet that works sends a request every few seconds. The most that ours sends in a hurry are the
    // pages of a first sync and the pieces of photographs on a fast network: some fifty a second.
    Rate device{50, 500};
    // One address may be a whole office, or all tablets of a city behind a proxy. Requests of an enrolled
    // device are counted for the device alone: what is counted here are those of nobody, and those that are
    // not yet known to be of somebody.
    Rate address{300, 3000};
};

// Counts requests by a key: a device, an address. What has a full bucket is forgotten. Any thread.
class Rates
{
public:
    Rates(const Clock& clock, const Rate& rate);

    // Zero: go ahead, and it is counted. Otherwise: come back after so long.
    [[nodiscard]] std::chrono::seconds take(const QByteArray& key);
    // The request was worth it: it shall not have been counted.
    void giveBack(const QByteArray& key);
    [[nodiscard]] qsizetype kept() const;

    static constexpr qsizetype maxKept = 50'000;

private:
    struct Bucket {
        double tokens = 0;
        std::chrono::milliseconds at{0};
    };
    [[nodiscard]] double tokensNow(const Bucket& bucket, std::chrono::milliseconds now) const;
    void forgetFull(std::chrono::milliseconds now);

    const Clock& m_clock;
    const Rate m_rate;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
};

[[nodiscard]] bool isThisMachine(const QString& address);
// What counts as one: an IPv4 address; of IPv6 the network of 64 bits, of which one host has all addresses.
[[nodiscard]] QByteArray addressKey(const QString& address);

} // namespace thidua::server
