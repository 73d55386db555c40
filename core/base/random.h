#pragma once

#include <QtGlobal>

#include <span>

namespace thidua
{

// The one source of randomness for core and sync; simulations pass a seeded one.
class Random
{
public:
    Random() = default;
    Random(const Random&) = delete;
    Random& operator=(const Random&) = delete;
    virtual ~Random() = default;

    virtual void fill(std::span<unsigned char> bytes) = 0;

    [[nodiscard]] quint64 next();
    // Uniform in [0, bound); bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);
};

// The operating system's generator: fit for tokens and keys.
class SystemRandom final : public Random
{
public:
    void fill(std::span<unsigned char> bytes) override;
};

// Same seed, same sequence (SplitMix64); for tests and simulation only.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }
    void fill(std::span<unsigned char> bytes) override;

private:
    quint64 m_state;
};

} // namespace thidua
