#include "core/merge/mergemodel.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <random>

using namespace thidua;
using namespace thidua::merge;
using namespace thidua::test;

namespace
{

// Any history at all, also ones that no device of ours would bring about: what a device has seen is any
// earlier version, in any epoch so far. What rapidcheck finds it shrinks to the shortest history that shows
// the same.
struct AnyHistory {
    MergePolicy policy = MergePolicy::Role;
    ModelHistory edits;
};

std::ostream& operator<<(std::ostream& out, const AnyHistory& history)
{
    out << domain::policyName(history.policy).data();
    for (const ModelEdit& edit : history.edits)
        out << "\n  " << text(edit).toStdString() << " version " << edit.version << " seen " << edit.seen
            << " at " << edit.at << " rank " << edit.rank << " epoch " << edit.epoch << " seenEpoch "
            << edit.seenEpoch;
    return out;
}

// The raw numbers of one edit; what they mean depends on the edits before it.
using Raw =
    std::tuple<int, int, int, int, int, bool>; // device, at, rank, value, how far back it looked, restore

rc::Gen<AnyHistory> anyHistory()
{
    const auto raw =
        rc::gen::tuple(rc::gen::inRange(1, 5), rc::gen::inRange(0, 4), rc::gen::element(0, 10, 20, 30),
                       rc::gen::inRange(0, 3), rc::gen::inRange(0, 8),
                       rc::gen::map(rc::gen::inRange(0, 12), [](int die) { return die == 11; }));
    const auto policy = rc::gen::element(MergePolicy::Role, MergePolicy::Latest, MergePolicy::Authority);
    return rc::gen::map(rc::gen::pair(policy, rc::gen::nonEmpty(rc::gen::container<std::vector<Raw>>(raw))),
                        [](const std::pair<MergePolicy, std::vector<Raw>>& made) {
                            AnyHistory history{made.first, {}};
                            std::array<int, 5> seqs{};
                            int epoch = 1;
                            for (const auto& [device, at, rank, value, back, restore] : made.second) {
                                epoch += restore ? 1 : 0;
                                const int version = int(history.edits.size()) + 1;
                                const int seen = std::max(0, version - 1 - back);
                                const int seenEpoch = seen == 0 ? 1 : history.edits[size_t(seen) - 1].epoch;
                                history.edits.push_back({device, ++seqs[size_t(device)], at, rank, version,
                                                         seen, epoch, seenEpoch, value});
                            }
                            return history;
                        });
}

Decision decided(const AnyHistory& history)
{
    return decide(history.policy, heads(history.policy, groupEdits(history.edits)));
}

bool isVisible(const Decision& decision, int value)
{
    const auto has = [value](const GroupEdit& edit) { return edit.values.first().toInteger() == value; };
    return has(decision.winner) || std::ranges::any_of(decision.siblings, has);
}

template<typename Property>
bool holds(const char* name, const Property& property)
{
    return rc::check(name, [&] {
        const AnyHistory history = *anyHistory();
        RC_ASSERT(property(history));
    });
}

} // namespace

class MergeRapidcheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "max_success=4000 max_size=40");
    }

    void theDecisionIsThatOfTheModel()
    {
        QVERIFY(holds("the model's decision", [](const AnyHistory& history) {
            return text(decided(history)) == text(modelDecision(history.policy, history.edits));
        }));
    }

    void theOrderInWhichTheSetIsGivenMakesNoDifference()
    {
        QVERIFY(rc::check("any order", [] {
            const AnyHistory history = *anyHistory();
            AnyHistory mixed = history;
            const auto seed = *rc::gen::arbitrary<quint32>();
            std::shuffle(mixed.edits.begin(), mixed.edits.end(), std::minstd_rand(seed));
            RC_ASSERT(text(decided(mixed)) == text(decided(history)));
        }));
    }

    void whatIsThereTwiceChangesNothing()
    {
        QVERIFY(holds("idempotent", [](const AnyHistory& history) {
            AnyHistory twice = history;
            twice.edits.insert(twice.edits.end(), history.edits.begin(), history.edits.end());
            return text(decided(twice)) == text(decided(history));
        }));
    }

    void headsKeptFromStepToStepAreThoseOfTheWholeHistory()
    {
        QVERIFY(holds("step by step", [](const AnyHistory& history) {
            QList<GroupEdit> kept;
            for (const GroupEdit& next : groupEdits(history.edits))
                kept = headsAfter(history.policy, kept, next);
            return text(kept) == text(heads(history.policy, groupEdits(history.edits)));
        }));
    }

    // Every edit is visible, or somebody who knew it, and had the standing, has replaced it.
    void noEditIsUnreachable()
    {
        QVERIFY(holds("reachable", [](const AnyHistory& history) {
            const Decision decision = decided(history);
            return std::ranges::all_of(history.edits, [&](const ModelEdit& edit) {
                const bool replaced = std::ranges::any_of(history.edits, [&](const ModelEdit& other) {
                    return other != edit && modelSupersedes(history.policy, other, edit);
                });
                return replaced || isVisible(decision, edit.value);
            });
        }));
    }

    void equalValuesAreNoConflict()
    {
        QVERIFY(holds("one head a value", [](const AnyHistory& history) {
            const Decision decision = decided(history);
            QSet<qint64> values{decision.winner.values.first().toInteger()};
            return std::ranges::all_of(decision.siblings, [&](const GroupEdit& sibling) {
                const qint64 value = sibling.values.first().toInteger();
                return !values.contains(value) && (values.insert(value), true);
            });
        }));
    }

    // Rule 6: clocks and roles decide only between people who did not know of each other.
    void whoHadSeenEverythingWins()
    {
        QVERIFY(rc::check("seen wins", [] {
            AnyHistory history = *anyHistory();
            const ModelEdit& last = history.edits.back();
            const int greatest = std::ranges::max(history.edits, {}, &ModelEdit::rank).rank;
            ModelEdit next{9,
                           1,
                           *rc::gen::inRange(-5, 5),
                           *rc::gen::element(10, 20, 30),
                           last.version + 1,
                           last.version,
                           last.epoch,
                           last.epoch,
                           77};
            RC_PRE(history.policy != MergePolicy::Authority || next.rank >= greatest);
            history.edits.push_back(next);
            const Decision decision = decided(history);
            RC_ASSERT(decision.winner.values.first().toInteger() == 77);
            RC_ASSERT(decision.siblings.isEmpty());
        }));
    }

    // A lower role may only propose, whatever it has seen and whatever its clock says.
    void authorityIsNotOverruledFromBelow()
    {
        QVERIFY(rc::check("authority", [] {
            AnyHistory history = *anyHistory();
            history.policy = MergePolicy::Authority;
            const Decision before = decided(history);
            const ModelEdit& last = history.edits.back();
            RC_PRE(before.winner.stamp.rank > 0);
            const int rank = *rc::gen::inRange<int>(0, before.winner.stamp.rank);
            history.edits.push_back({9, 1, *rc::gen::inRange(-5, 9), rank, last.version + 1, last.version,
                                     last.epoch, last.epoch, 77});
            const Decision after = decided(history);
            RC_ASSERT(text(after.winner) == text(before.winner));
            RC_ASSERT(isVisible(after, 77));
        }));
    }

    // An edit made against a lock speaks, and neither wins nor silences anybody who had the right to write.
    void anEditAgainstALockNeverWinsOverOneThatWasAllowed()
    {
        QVERIFY(holds("late", [](const AnyHistory& history) {
            const Decision decision = decided(history);
            const bool anyAllowed =
                std::ranges::any_of(history.edits, [](const ModelEdit& edit) { return edit.rank > 0; });
            return !anyAllowed || decision.winner.stamp.rank > 0;
        }));
    }
};

QTEST_APPLESS_MAIN(MergeRapidcheckTest)
#include "tst_mergerapidcheck.moc"
