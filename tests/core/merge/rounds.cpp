#include "core/merge/rounds.h"

namespace thidua::test
{

static int upTo(Random& random, int greatest)
{
    return int(random.below(quint64(greatest) + 1));
}

static bool oneIn(Random& random, quint64 n)
{
    return random.below(n) == 0;
}

Rounds::Rounds(quint64 seed)
{
    SeededRandom random(seed);
    const int devices = 2 + upTo(random, 2);
    m_devices = size_t(devices);
    std::vector<int> seqs(m_devices, 0);
    const int rounds = 1 + upTo(random, 3);
    for (int i = 0; i < rounds; ++i)
        plan(random, seqs, devices);
}

// Few ranks, times and values, so that ties of every kind are frequent.
void Rounds::plan(Random& random, std::vector<int>& seqs, int deviceCount)
{
    Round round;
    for (int device = 0; device < deviceCount; ++device) {
        std::vector<ModelEdit> queue(size_t(upTo(random, 2)));
        for (ModelEdit& edit : queue) {
            edit.device = device + 1;
            edit.seq = ++seqs[size_t(device)];
            edit.at = upTo(random, 3);
            edit.rank = 10 * upTo(random, 3);
            edit.value = upTo(random, 3);
        }
        round.queues.push_back(std::move(queue));
        round.reads.push_back(oneIn(random, 2));
    }
    round.restore = oneIn(random, 8);
    m_rounds.push_back(std::move(round));
}

ModelHistory Rounds::arrive(Random& order) const
{
    ModelHistory history;
    std::vector<int> seen(m_devices, 0);
    std::vector<int> seenEpoch(m_devices, 1);
    int epoch = 1;
    for (const Round& round : m_rounds) {
        auto queues = round.queues;
        std::vector<size_t> turns; // one entry an edit: whose turn it is
        for (size_t device = 0; device < m_devices; ++device)
            turns.insert(turns.end(), queues[device].size(), device);
        while (!turns.empty()) {
            const auto turn = turns.begin() + qsizetype(order.below(turns.size()));
            auto& queue = queues[*turn];
            ModelEdit edit = queue.front();
            queue.erase(queue.begin());
            edit.version = int(history.size()) + 1;
            edit.epoch = epoch;
            edit.seen = seen[*turn];
            edit.seenEpoch = seenEpoch[*turn];
            history.push_back(edit);
            turns.erase(turn);
        }
        for (size_t device = 0; device < m_devices; ++device) {
            if (round.reads[device]) {
                seen[device] = int(history.size());
                seenEpoch[device] = epoch;
            }
        }
        epoch += round.restore ? 1 : 0;
    }
    return history;
}

} // namespace thidua::test
