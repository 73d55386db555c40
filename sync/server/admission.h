#pragma once

#include "base/clock.h"
#include "base/id.h"

#include <array>
#include <mutex>

namespace thidua::server
{

// A few first syncs at a time, so that a storm of new tablets never starves the others. A device that was let
// in keeps its place from page to page, until it has all or stays away for some seconds. Any thread.
class Admission
{
public:
    explicit Admission(const Clock& clock);

    [[nodiscard]] bool enter(const DeviceId& device);
    void leave(const DeviceId& device);

    static constexpr size_t places = 8;
    static constexpr std::chrono::seconds keptFor{10};

private:
    struct Place {
        DeviceId device;
        std::chrono::milliseconds usedAt{0};
    };
    const Clock& m_clock;
    std::mutex m_mutex;
    std::array<Place, places> m_places;
};

} // namespace thidua::server
