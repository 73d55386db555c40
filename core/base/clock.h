#pragma once

#include <QtGlobal>

#include <chrono>

namespace thidua
{

// Milliseconds since 1970-01-01 UTC. Stored and sent in this form; shown in local time only by screens.
using Instant = qint64;

// The one source of time for core and sync; simulations pass their own.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    // Wall time; may jump in either direction.
    [[nodiscard]] virtual Instant now() const = 0;
    // Never goes back; only differences mean something.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

} // namespace thidua
