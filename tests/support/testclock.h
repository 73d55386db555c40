#pragma once

#include "base/clock.h"

namespace thidua::test
{

// A clock that stands still until a test moves it.
class TestClock final : public Clock
{
public:
    Instant wall = 1'700'000'000'000; // 14/11/2023
    std::chrono::milliseconds steady{0};

    [[nodiscard]] Instant now() const override { return wall; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return steady; }
    void advance(std::chrono::milliseconds by)
    {
        wall += by.count();
        steady += by;
    }
};

} // namespace thidua::test
