#pragma once

#include "domain/schema.h"
#include "merge/groupedit.h"

#include <QList>

// The rule of SYNC.md section 3 for one field group of one record. Everything here is a pure function of a
// SET of edits: the order in which they are given never matters. Used by the server at acceptance and by
// devices to show their own unsent edits on top of the server's decision.
namespace thidua::merge
{

using domain::MergePolicy;

// Whether the author of `later` had been shown `earlier`, or made it on the same device before.
[[nodiscard]] bool knew(const GroupEdit& later, const GroupEdit& earlier);

// Whether the author of `later` knew `earlier` and had the standing to replace it.
[[nodiscard]] bool supersedes(MergePolicy policy, const GroupEdit& later, const GroupEdit& earlier);

// Whether `a` comes before `b` in the policy's order; the greatest head wins.
[[nodiscard]] bool lessThan(MergePolicy policy, const GroupEdit& a, const GroupEdit& b);

// The edits that no other one supersedes, in order of acceptance.
[[nodiscard]] QList<GroupEdit> heads(MergePolicy policy, const QList<GroupEdit>& edits);

// heads(all edits so far + next), from the heads so far alone. Holds because nothing accepted earlier can
// have known `next`; tests compare it with heads() over whole histories.
[[nodiscard]] QList<GroupEdit> headsAfter(MergePolicy policy, const QList<GroupEdit>& heads,
                                          const GroupEdit& next);

// The greatest head, by reference into `heads`, which must not be empty.
[[nodiscard]] const GroupEdit& winner(MergePolicy policy, const QList<GroupEdit>& heads);

// Whether a head of another value stands beside the winner.
[[nodiscard]] bool isContested(MergePolicy policy, const QList<GroupEdit>& heads);

struct Decision {
    GroupEdit winner;
    QList<GroupEdit> siblings; // heads of another value than the winner's and each other's, greatest first
};

// All that there is to tell of a group. `heads` must not be empty.
[[nodiscard]] Decision decide(MergePolicy policy, QList<GroupEdit> heads);

} // namespace thidua::merge
