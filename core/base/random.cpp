#include "base/random.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace thidua
{

quint64 Random::next()
{
    quint64 number = 0;
    fill(std::span(reinterpret_cast<unsigned char*>(&number), sizeof number));
    return number;
}

quint64 Random::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Rejects the few numbers that would favour small results.
    const quint64 limit = ~quint64(0) - ~quint64(0) % bound;
    quint64 number = next();
    while (number >= limit)
        number = next();
    return number % bound;
}

void SystemRandom::fill(std::span<unsigned char> bytes)
{
    while (!bytes.empty()) {
        const quint64 word = QRandomGenerator::system()->generate64();
        const size_t count = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

void SeededRandom::fill(std::span<unsigned char> bytes)
{
    while (!bytes.empty()) {
        m_state += 0x9e3779b97f4a7c15u;
        quint64 word = m_state;
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9u;
        word = (word ^ (word >> 27)) * 0x94d049bb133111ebu;
        word ^= word >> 31;
        const size_t count = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace thidua
