#include "merge/merge.h"

#include <algorithm>
#include <tuple>

namespace thidua::merge
{

bool knew(const GroupEdit& later, const GroupEdit& earlier)
{
    if (later.stamp.device == earlier.stamp.device)
        return later.stamp.seq > earlier.stamp.seq;
    // What was accepted in a newer epoch was not there when the author looked, whatever its version.
    return earlier.stamp.version <= later.seen && earlier.epoch <= later.seenEpoch;
}

bool supersedes(MergePolicy policy, const GroupEdit& later, const GroupEdit& earlier)
{
    // An edit of rank 0 was made against a lock: it speaks, but replaces nobody who had the right to write.
    const bool needsStanding = policy == MergePolicy::Authority || later.stamp.rank == 0;
    return knew(later, earlier) && (!needsStanding || later.stamp.rank >= earlier.stamp.rank);
}

bool lessThan(MergePolicy policy, const GroupEdit& a, const GroupEdit& b)
{
    const auto tie = [](const Stamp& stamp) { return std::tie(stamp.device, stamp.seq); };
    if (policy == MergePolicy::Latest) {
        const auto key = [](const Stamp& stamp) { return std::tuple(stamp.rank > 0, stamp.at, stamp.rank); };
        return std::pair(key(a.stamp), tie(a.stamp)) < std::pair(key(b.stamp), tie(b.stamp));
    }
    const auto key = [](const Stamp& stamp) { return std::tuple(stamp.rank, stamp.at); };
    return std::pair(key(a.stamp), tie(a.stamp)) < std::pair(key(b.stamp), tie(b.stamp));
}

QList<GroupEdit> heads(MergePolicy policy, const QList<GroupEdit>& edits)
{
    QList<GroupEdit> standing;
    for (const GroupEdit& edit : edits) {
        const bool superseded = std::ranges::any_of(
            edits, [&](const GroupEdit& other) { return supersedes(policy, other, edit); });
        if (!superseded)
            standing.append(edit);
    }
    std::ranges::sort(standing, {}, [](const GroupEdit& edit) {
        return std::tuple(edit.stamp.version, edit.stamp.device, edit.stamp.seq);
    });
    return standing;
}

QList<GroupEdit> headsAfter(MergePolicy policy, const QList<GroupEdit>& heads, const GroupEdit& next)
{
    QList<GroupEdit> standing;
    for (const GroupEdit& head : heads) {
        if (!supersedes(policy, next, head))
            standing.append(head);
    }
    standing.append(next);
    return standing;
}

const GroupEdit& winner(MergePolicy policy, const QList<GroupEdit>& heads)
{
    Q_ASSERT(!heads.isEmpty());
    return *std::ranges::max_element(
        heads, [&](const GroupEdit& a, const GroupEdit& b) { return lessThan(policy, a, b); });
}

bool isContested(MergePolicy policy, const QList<GroupEdit>& heads)
{
    const Fields& standing = winner(policy, heads).values;
    return std::ranges::any_of(heads, [&](const GroupEdit& head) { return head.values != standing; });
}

Decision decide(MergePolicy policy, QList<GroupEdit> heads)
{
    Q_ASSERT(!heads.isEmpty());
    std::ranges::sort(heads, [&](const GroupEdit& a, const GroupEdit& b) { return lessThan(policy, b, a); });
    Decision decision{heads.first(), {}};
    for (const GroupEdit& head : heads) {
        const bool sameValue = head.values == decision.winner.values ||
                               std::ranges::any_of(decision.siblings, [&](const GroupEdit& other) {
                                   return other.values == head.values;
                               });
        if (!sameValue)
            decision.siblings.append(head);
    }
    return decision;
}

} // namespace thidua::merge
