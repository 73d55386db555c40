#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace thidua::bench
{

using Seconds = std::chrono::duration<double>;

class Stopwatch
{
public:
    [[nodiscard]] double seconds() const { return Seconds(Clock::now() - m_start).count(); }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_start = Clock::now();
};

template<typename Work>
[[nodiscard]] double secondsOf(const Work& work)
{
    const Stopwatch watch;
    work();
    return watch.seconds();
}

// The p-th part of the sorted values, 0…1; values must not be empty.
[[nodiscard]] inline double percentile(std::vector<double> values, double p)
{
    const auto last = values.size() - 1;
    const auto nth = values.begin() + qptrdiff(std::lround(p * double(last)));
    std::ranges::nth_element(values, nth);
    return *nth;
}

[[nodiscard]] inline double median(const std::vector<double>& values)
{
    return percentile(values, 0.5);
}

} // namespace thidua::bench
