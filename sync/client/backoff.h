#pragma once

#include "base/random.h"
#include "client/tuning.h"

#include <algorithm>

namespace thidua::client
{

// How long to wait before the next try: exponential with full jitter, never shorter than the server asked
// for.
class Backoff
{
public:
    explicit Backoff(Random& random)
        : m_random(random)
    {
    }
    void succeeded() { m_failures = 0; }
    [[nodiscard]] std::chrono::milliseconds failed(std::chrono::seconds retryAfter = {})
    {
        using std::chrono::milliseconds;
        const milliseconds ceiling = std::min<milliseconds>(
            tuning::retryCap, milliseconds(tuning::firstRetry) * (1LL << std::min(m_failures, 20)));
        ++m_failures;
        const auto jitter = milliseconds(m_random.below(quint64(ceiling.count())));
        return std::max<milliseconds>(tuning::leastRetry, milliseconds(retryAfter) + jitter);
    }

private:
    Random& m_random;
    int m_failures = 0;
};

} // namespace thidua::client
