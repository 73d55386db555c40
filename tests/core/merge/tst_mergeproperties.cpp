#include "core/merge/mergemodel.h"
#include "core/merge/rounds.h"

#include <QTest>

#include <algorithm>

using namespace thidua;
using namespace thidua::merge;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr quint64 histories = 1'000;
constexpr MergePolicy allPolicies[]{MergePolicy::Role, MergePolicy::Latest, MergePolicy::Authority};

QByteArray label(quint64 seed, MergePolicy policy, const ModelHistory& history)
{
    return "seed " + QByteArray::number(seed) + ", policy " + domain::policyName(policy).data() + ", " +
           text(history).toUtf8();
}

// Asks `holds` of random histories under every policy, empty ones left out. Returns the first that it does
// not hold of; empty if there is none.
template<typename Property>
QByteArray counterexample(const Property& holds)
{
    for (quint64 seed = 1; seed <= histories; ++seed) {
        SeededRandom order(seed * 7919);
        const ModelHistory history = Rounds(seed).arrive(order);
        for (MergePolicy policy : allPolicies) {
            if (!history.empty() && !holds(seed, policy, history))
                return label(seed, policy, history);
        }
    }
    return {};
}

QString decided(MergePolicy policy, const ModelHistory& history)
{
    return text(decide(policy, heads(policy, groupEdits(history))));
}

bool valueIsVisible(const Decision& decision, const Fields& values)
{
    return decision.winner.values == values ||
           std::ranges::any_of(decision.siblings,
                               [&](const GroupEdit& edit) { return edit.values == values; });
}

// Whether this edit is visible, or was superseded by one of which the same holds.
bool leadsToWhatIsVisible(MergePolicy policy, const GroupEdit& edit, const QList<GroupEdit>& all,
                          const Decision& decision)
{
    GroupEdit at = edit;
    for (qsizetype step = 0; step <= all.size(); ++step) {
        const auto next =
            std::ranges::find_if(all, [&](const GroupEdit& other) { return supersedes(policy, other, at); });
        if (next == all.end())
            return valueIsVisible(decision, at.values);
        at = *next;
    }
    return false;
}

} // namespace

// What must hold of every history, shown on many random ones.
class MergePropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDecisionIsThatOfTheModel()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            const auto standing = heads(policy, groupEdits(history));
            return text(standing) == text(modelHeads(policy, history)) &&
                   text(decide(policy, standing)) == text(modelDecision(policy, history));
        });
        QVERIFY2(found.isEmpty(), found);
    }

    void theDecisionDoesNotDependOnTheOrderOfArrival()
    {
        int compared = 0;
        const auto found = counterexample([&](quint64 seed, MergePolicy policy, const ModelHistory& history) {
            const QString decision = decided(policy, history);
            for (quint64 other = 1; other <= 4; ++other) {
                SeededRandom order(seed * 104'729 + other);
                const ModelHistory reordered = Rounds(seed).arrive(order);
                compared += text(reordered) != text(history) ? 1 : 0;
                if (decided(policy, reordered) != decision)
                    return false;
            }
            return true;
        });
        QVERIFY2(found.isEmpty(), found);
        QVERIFY(compared > 1'000);
    }

    void theDecisionDoesNotDependOnTheOrderInWhichTheSetIsGiven()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            ModelHistory turned = history;
            std::ranges::reverse(turned);
            return decided(policy, turned) == decided(policy, history);
        });
        QVERIFY2(found.isEmpty(), found);
    }

    void headsKeptFromStepToStepAreTheHeadsOfTheWholeHistory()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            QList<GroupEdit> kept;
            QList<GroupEdit> all;
            for (const GroupEdit& next : groupEdits(history)) {
                all.append(next);
                kept = headsAfter(policy, kept, next);
                if (kept != heads(policy, all))
                    return false;
            }
            return true;
        });
        QVERIFY2(found.isEmpty(), found);
    }

    void anEditThatIsThereTwiceChangesNothing()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            ModelHistory twice = history;
            twice.insert(twice.end(), history.begin(), history.end());
            return decided(policy, twice) == decided(policy, history);
        });
        QVERIFY2(found.isEmpty(), found);
    }

    void noAcceptedEditIsUnreachable()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            const auto edits = groupEdits(history);
            const Decision decision = decide(policy, heads(policy, edits));
            return std::ranges::all_of(edits, [&](const GroupEdit& edit) {
                return leadsToWhatIsVisible(policy, edit, edits, decision);
            });
        });
        QVERIFY2(found.isEmpty(), found);
    }

    void theWinnerIsGreaterThanItsSiblingsAndTheyFall()
    {
        const auto found = counterexample([](quint64, MergePolicy policy, const ModelHistory& history) {
            const Decision decision = decide(policy, heads(policy, groupEdits(history)));
            GroupEdit greater = decision.winner;
            for (const GroupEdit& sibling : decision.siblings) {
                if (!lessThan(policy, sibling, greater))
                    return false;
                greater = sibling;
            }
            return true;
        });
        QVERIFY2(found.isEmpty(), found);
    }
};

QTEST_APPLESS_MAIN(MergePropertiesTest)
#include "tst_mergeproperties.moc"
