#pragma once

#include <chrono>

namespace thidua::load
{

// How large. The full size is that of a city; the small one shows in a test that all of it is right.
struct Settings {
    int tablets = 3000;
    int edits = 20; // each
    int streams = 10'000;
    int firstSyncs = 300;
    int records = 10'000;
    int imported = 100'000;
    int office = 50; // tablets that work while others make trouble
    std::chrono::seconds window{10};

    [[nodiscard]] static Settings small()
    {
        return {.tablets = 30,
                .edits = 20,
                .streams = 100,
                .firstSyncs = 12,
                .records = 2500,
                .imported = 1000,
                .office = 5,
                .window = std::chrono::seconds(2)};
    }
};

inline constexpr std::chrono::seconds patience{600}; // a limit, not a wait

} // namespace thidua::load
