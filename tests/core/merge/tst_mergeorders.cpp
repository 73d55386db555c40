#include "core/merge/mergemodel.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace thidua;
using namespace thidua::merge;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int devices = 3;
constexpr MergePolicy allPolicies[]{MergePolicy::Role, MergePolicy::Latest, MergePolicy::Authority};

using Ranks = std::array<int, devices>;

// Walks through every interleaving of the devices' edits, keeping the heads from step to step as the server
// does.
class Interleavings
{
public:
    struct Plan {
        MergePolicy policy = MergePolicy::Role;
        Ranks ranks{};
        int edits = 0; // of each device
        unsigned looks =
            0; // bit n: the n-th edit (device by device) had seen all that was accepted before it
    };
    explicit Interleavings(const Plan& plan)
        : m_plan(plan)
    {
    }
    // Asks holds(history, heads) at every step; returns the first history of which it does not hold.
    template<typename Property>
    ModelHistory counterexample(const Property& holds)
    {
        step(holds, {});
        return m_found;
    }

private:
    template<typename Property>
    void step(const Property& holds, const QList<GroupEdit>& heads)
    {
        for (int device = 0; device < devices; ++device) {
            if (m_sent[size_t(device)] == m_plan.edits || !m_found.empty())
                continue;
            const ModelEdit next = nextOf(device);
            m_history.push_back(next);
            ++m_sent[size_t(device)];
            const auto standing = headsAfter(m_plan.policy, heads, groupEdit(next));
            if (!holds(m_history, standing))
                m_found = m_history;
            step(holds, standing);
            --m_sent[size_t(device)];
            m_history.pop_back();
        }
    }
    ModelEdit nextOf(int device) const
    {
        const int sent = m_sent[size_t(device)];
        const bool looks = m_plan.looks >> (device * m_plan.edits + sent) & 1u;
        const int accepted = int(m_history.size());
        return {.device = device + 1,
                .seq = sent + 1,
                .at = (device * 5 + sent * 3) % 7 /
                      2, // in no order that the devices or the roles have, with ties
                .rank = m_plan.ranks[size_t(device)],
                .version = accepted + 1,
                .seen = looks ? accepted : 0,
                .value = (device * 2 + sent) % 5};
    }
    Plan m_plan;
    ModelHistory m_history;
    ModelHistory m_found;
    std::array<int, devices> m_sent{};
};

bool sameEdits(const QList<GroupEdit>& heads, const ModelHistory& model)
{
    return std::ranges::equal(heads, model, [](const GroupEdit& head, const ModelEdit& edit) {
        return head.stamp.version == edit.version && head.stamp.seq == edit.seq;
    });
}

} // namespace

// Not a sample: every order of arrival of a few edits.
class MergeOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 3 devices x 3 edits: 1,680 orders, for every distribution of three ranks and every policy.
    void peopleWhoKnewNothingOfEachOtherGetOneResultInEveryOrder()
    {
        constexpr std::array ranks{0, 10, 20};
        qint64 orders = 0;
        for (size_t i = 0; i < ranks.size() * ranks.size() * ranks.size(); ++i) {
            for (MergePolicy policy : allPolicies) {
                const Interleavings::Plan plan{policy, {ranks[i % 3], ranks[i / 3 % 3], ranks[i / 9]}, 3, 0};
                std::optional<QString> result;
                const auto found = Interleavings(plan).counterexample(
                    [&](const ModelHistory& history, const QList<GroupEdit>& standing) {
                        if (history.size() < 9)
                            return true;
                        ++orders;
                        if (!result)
                            result = text(modelDecision(policy, history));
                        return text(decide(policy, standing)) == *result;
                    });
                QVERIFY2(found.empty(), text(found).toUtf8());
            }
        }
        QCOMPARE(orders, 1'680 * 27 * 3);
    }

    // 3 devices x 2 edits x every choice of who had looked: the heads kept by the server are the model's.
    void whoeverLooksWhenever()
    {
        constexpr Ranks rankings[]{{10, 10, 10}, {10, 20, 30}, {30, 20, 10}, {20, 10, 30},
                                   {20, 20, 10}, {10, 0, 20},  {0, 0, 10}};
        qint64 steps = 0;
        for (const Ranks& ranks : rankings) {
            for (MergePolicy policy : allPolicies) {
                for (unsigned looks = 0; looks < 64; ++looks) {
                    const auto found = Interleavings({policy, ranks, 2, looks})
                                           .counterexample([&](const auto& history, const auto& standing) {
                                               ++steps;
                                               return sameEdits(standing, modelHeads(policy, history));
                                           });
                    QVERIFY2(found.empty(), text(found).toUtf8());
                }
            }
        }
        QVERIFY(steps > 300'000);
    }
};

QTEST_APPLESS_MAIN(MergeOrdersTest)
#include "tst_mergeorders.moc"
