#include "server/appointments.h"

#include <algorithm>

namespace thidua::server
{

Appointments::Appointments(const Clock& clock)
    : m_clock(clock)
{
}

std::chrono::seconds Appointments::ask(int waiting)
{
    const std::lock_guard lock(m_mutex);
    const Milliseconds wait = waiting * m_write;
    if (wait <= longestWait)
        return std::chrono::seconds(0);
    const Milliseconds now = m_clock.monotonic();
    // The work that waits, everybody who has been sent away, and this one.
    m_givenUntil = std::min<Milliseconds>(now + farthest, std::max(m_givenUntil, now + wait) + m_write);
    return std::max(std::chrono::seconds(1), std::chrono::floor<std::chrono::seconds>(m_givenUntil - now));
}

void Appointments::committed(int writes, std::chrono::milliseconds took)
{
    // A commit of few says less: most of it is the disk's, however many there are.
    constexpr double many = 64;
    const double weight = std::min(1.0, writes / many);
    const std::lock_guard lock(m_mutex);
    m_write += weight * (Milliseconds(took) / std::max(1, writes) - m_write);
}

} // namespace thidua::server
