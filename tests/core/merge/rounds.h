#pragma once

#include "base/random.h"
#include "core/merge/mergemodel.h"

namespace thidua::test
{

// A random story of some devices in rounds. Within a round every device sends what it saved before, in any
// interleaving with the others; at its end some of them read the server's decisions. So who knew of what does
// not depend on the interleaving, and neither may the result.
class Rounds
{
public:
    explicit Rounds(quint64 seed);
    // One order of arrival, chosen by `order`.
    [[nodiscard]] ModelHistory arrive(Random& order) const;

private:
    struct Round {
        std::vector<std::vector<ModelEdit>> queues; // by device; version and seen are set on arrival
        std::vector<bool> reads;                    // by device: looks at everything when the round is over
        bool restore = false;                       // the server has a new epoch from now on
    };
    void plan(Random& random, std::vector<int>& seqs, int deviceCount);
    std::vector<Round> m_rounds;
    size_t m_devices;
};

} // namespace thidua::test
