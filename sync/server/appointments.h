#pragma once

#include "base/clock.h"

#include <mutex>

namespace thidua::server
{

// Keeps the wait of writes short. Whoever would stand behind too much work is told when to come again, each
// one later than the one before, as fast as commits have gone lately: so that thousands of tablets that come
// back together come one after the other. Any thread.
class Appointments
{
public:
    explicit Appointments(const Clock& clock);

    // Zero: go ahead. waiting: writes that stand before it.
    [[nodiscard]] std::chrono::seconds ask(int waiting);
    // A commit of so many writes took so long.
    void committed(int writes, std::chrono::milliseconds took);

    static constexpr std::chrono::milliseconds longestWait{500};
    static constexpr std::chrono::milliseconds farthest{30'000};

private:
    using Milliseconds = std::chrono::duration<double, std::milli>;
    const Clock& m_clock;
    std::mutex m_mutex;
    Milliseconds m_write{2}; // what one takes, until it is known better
    Milliseconds m_givenUntil{0};
};

} // namespace thidua::server
