#pragma once

#include "merge/merge.h"

#include <vector>

// SYNC.md section 3 once more, written from the page and not from the code: plain numbers, the whole history,
// no shortcuts. What core/merge decides is compared with it.
namespace thidua::test
{

struct ModelEdit {
    int device = 0;
    int seq = 0;
    int at = 0;
    int rank = 0;
    int version = 0;
    int seen = 0;
    int epoch = 1;
    int seenEpoch = 1;
    int value = 0;

    friend bool operator==(const ModelEdit&, const ModelEdit&) = default;
};

using ModelHistory = std::vector<ModelEdit>; // in order of acceptance

struct ModelDecision {
    ModelEdit winner;
    ModelHistory siblings; // greatest first
};

[[nodiscard]] bool modelSupersedes(merge::MergePolicy policy, const ModelEdit& later,
                                   const ModelEdit& earlier);
[[nodiscard]] bool modelBeats(merge::MergePolicy policy, const ModelEdit& a, const ModelEdit& b);
[[nodiscard]] ModelHistory modelHeads(merge::MergePolicy policy, const ModelHistory& history);
[[nodiscard]] ModelDecision modelDecision(merge::MergePolicy policy, const ModelHistory& history);

// The same edits as core/merge knows them.
[[nodiscard]] DeviceId deviceNumber(int number);
[[nodiscard]] merge::GroupEdit groupEdit(const ModelEdit& edit);
[[nodiscard]] QList<merge::GroupEdit> groupEdits(const ModelHistory& history);

// Comparable and readable: "3:1=7" is the first edit of device 3, of value 7.
[[nodiscard]] QString text(const ModelEdit& edit);
[[nodiscard]] QString text(const merge::GroupEdit& edit);
[[nodiscard]] QString text(const ModelDecision& decision);
[[nodiscard]] QString text(const merge::Decision& decision);
[[nodiscard]] QString text(const ModelHistory& edits);
[[nodiscard]] QString text(const QList<merge::GroupEdit>& edits);

} // namespace thidua::test
