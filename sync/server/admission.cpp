#include "server/admission.h"

#include <algorithm>

namespace thidua::server
{

Admission::Admission(const Clock& clock)
    : m_clock(clock)
{
}

bool Admission::enter(const DeviceId& device)
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.monotonic();
    auto place = std::ranges::find(m_places, device, &Place::device);
    if (place == m_places.end()) {
        place = std::ranges::find_if(m_places, [&](const Place& other) {
            return other.device.isNull() || now - other.usedAt > keptFor;
        });
    }
    if (place == m_places.end())
        return false;
    *place = {device, now};
    return true;
}

void Admission::leave(const DeviceId& device)
{
    const std::lock_guard lock(m_mutex);
    const auto place = std::ranges::find(m_places, device, &Place::device);
    if (place != m_places.end())
        *place = {};
}

} // namespace thidua::server
