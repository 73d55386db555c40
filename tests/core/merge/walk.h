#pragma once

#include "core/merge/mergemodel.h"

#include <array>

namespace thidua::test
{

constexpr size_t walkers = 3;

// Every story of three devices within a plan: each order in which their edits can arrive, with each choice of
// what their authors had been shown. Devices are numbered by their first arrival, so that no story is told
// again under other names; `names` gives them ids, which decide between equals.
class Walk
{
public:
    enum class Shown {
        NothingOrAll,  // for each edit: nothing new since the last look, or all that was accepted by then
        AnyVersion,    // also older ones than before: a form may have been open for long
        AcrossRestore, // the server was restored on the way; see restoreAfter
    };
    struct Plan {
        merge::MergePolicy policy = merge::MergePolicy::Role;
        Shown shown = Shown::NothingOrAll;
        std::array<int, walkers> edits{};                // how many of each
        std::array<std::array<int, 3>, walkers> ranks{}; // of each edit
        std::array<int, walkers> names{1, 2, 3};
        int times = 0;        // 0: all at once; 1: in order of the devices; 2: against it
        int values = 0;       // 0: all different; 1: all equal; 2: some equal
        int restoreAfter = 0; // edits
    };
    explicit Walk(const Plan& plan)
        : m_plan(plan)
    {
    }
    // Asks holds(history, heads) of every whole story, after having compared the heads on the way with the
    // model's. Returns the first story of which something does not hold; empty if there is none.
    template<typename Property>
    [[nodiscard]] ModelHistory counterexample(const Property& holds)
    {
        step(holds, {});
        return m_found;
    }
    [[nodiscard]] qint64 stories() const { return m_stories; }

private:
    struct Sight {
        int seen = 0;
        int epoch = 1;
    };
    template<typename Property>
    void step(const Property& holds, const QList<merge::GroupEdit>& heads)
    {
        bool ended = true;
        for (size_t device = 0; device < walkers && m_found.empty(); ++device) {
            if (m_sent[device] == m_plan.edits[device] || (device > 0 && m_sent[device - 1] == 0))
                continue;
            ended = false;
            for (const Sight& sight : sights(device))
                accept(holds, heads, nextOf(device, sight), device);
        }
        if (!ended)
            return;
        ++m_stories;
        if (!holds(m_history, heads))
            m_found = m_history;
    }
    template<typename Property>
    void accept(const Property& holds, const QList<merge::GroupEdit>& heads, const ModelEdit& next,
                size_t device)
    {
        if (!m_found.empty())
            return;
        const Sight before = std::exchange(m_last[device], {next.seen, next.seenEpoch});
        m_history.push_back(next);
        ++m_sent[device];
        const auto standing = headsAfter(m_plan.policy, heads, groupEdit(next));
        if (areHeads(standing))
            step(holds, standing);
        else
            m_found = m_history;
        --m_sent[device];
        m_history.pop_back();
        m_last[device] = before;
    }
    [[nodiscard]] bool areHeads(const QList<merge::GroupEdit>& heads) const;
    [[nodiscard]] std::vector<Sight> sights(size_t device) const;
    [[nodiscard]] bool isNews(size_t device, int from) const;
    [[nodiscard]] ModelEdit nextOf(size_t device, const Sight& sight) const;

    Plan m_plan;
    ModelHistory m_history;
    ModelHistory m_found;
    std::array<int, walkers> m_sent{};
    std::array<Sight, walkers> m_last{};
    qint64 m_stories = 0;
};

// What a failure is told with: who, which edit, its value, and all that decided.
[[nodiscard]] QByteArray storyText(const ModelHistory& history);

} // namespace thidua::test
