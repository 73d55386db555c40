#include "core/merge/mergemodel.h"

#include <algorithm>

namespace thidua::test
{

using merge::MergePolicy;
using namespace Qt::StringLiterals;

static bool hadSeen(const ModelEdit& later, const ModelEdit& earlier)
{
    if (later.device == earlier.device && later.seq > earlier.seq)
        return true;
    if (later.device == earlier.device)
        return false;
    return earlier.version <= later.seen && earlier.epoch <= later.seenEpoch;
}

bool modelSupersedes(MergePolicy policy, const ModelEdit& later, const ModelEdit& earlier)
{
    if (!hadSeen(later, earlier))
        return false;
    // Made against a lock: replaces only what was made against a lock as well.
    if (later.rank == 0)
        return earlier.rank == 0;
    return policy != MergePolicy::Authority || later.rank >= earlier.rank;
}

bool modelBeats(MergePolicy policy, const ModelEdit& a, const ModelEdit& b)
{
    if ((a.rank == 0) != (b.rank == 0))
        return b.rank == 0;
    if (policy == MergePolicy::Latest && a.at != b.at)
        return a.at > b.at;
    if (a.rank != b.rank)
        return a.rank > b.rank;
    if (a.at != b.at)
        return a.at > b.at;
    if (a.device != b.device)
        return a.device > b.device;
    return a.seq > b.seq;
}

ModelHistory modelHeads(MergePolicy policy, const ModelHistory& history)
{
    std::vector<bool> superseded(history.size(), false);
    for (size_t later = 0; later < history.size(); ++later) {
        for (size_t earlier = 0; earlier < history.size(); ++earlier) {
            if (later != earlier && modelSupersedes(policy, history[later], history[earlier]))
                superseded[earlier] = true;
        }
    }
    ModelHistory heads;
    for (size_t i = 0; i < history.size(); ++i) {
        if (!superseded[i])
            heads.push_back(history[i]);
    }
    return heads;
}

ModelDecision modelDecision(MergePolicy policy, const ModelHistory& history)
{
    // The greatest head of every value…
    ModelHistory greatest;
    for (const ModelEdit& head : modelHeads(policy, history)) {
        const auto same = std::ranges::find(greatest, head.value, &ModelEdit::value);
        if (same == greatest.end())
            greatest.push_back(head);
        else if (modelBeats(policy, head, *same))
            *same = head;
    }
    // …in the order of how many others each of them beats.
    const auto victories = [&](const ModelEdit& head) {
        return std::ranges::count_if(greatest,
                                     [&](const ModelEdit& other) { return modelBeats(policy, head, other); });
    };
    std::ranges::sort(greatest, std::ranges::greater(), victories);
    ModelDecision decision{greatest.front(), greatest};
    decision.siblings.erase(decision.siblings.begin());
    return decision;
}

DeviceId deviceNumber(int number)
{
    QByteArray bytes(16, '\0');
    bytes[15] = char(number);
    return *DeviceId::fromBytes(bytes);
}

merge::GroupEdit groupEdit(const ModelEdit& edit)
{
    return {{edit.version, deviceNumber(edit.device), edit.seq, edit.at, edit.rank, {}},
            edit.epoch,
            edit.seen,
            edit.seenEpoch,
            {{u"value"_s, edit.value}}};
}

QList<merge::GroupEdit> groupEdits(const ModelHistory& history)
{
    QList<merge::GroupEdit> edits;
    for (const ModelEdit& edit : history)
        edits.append(groupEdit(edit));
    return edits;
}

QString text(const ModelEdit& edit)
{
    return u"%1:%2=%3"_s.arg(edit.device).arg(edit.seq).arg(edit.value);
}

QString text(const merge::GroupEdit& edit)
{
    return u"%1:%2=%3"_s.arg(int(edit.stamp.device.toBytes().at(15)))
        .arg(edit.stamp.seq)
        .arg(edit.values.isEmpty() ? -1 : edit.values.first().toInteger());
}

template<typename List>
static QString joined(const List& edits)
{
    QStringList texts;
    for (const auto& edit : edits)
        texts.append(text(edit));
    return texts.join(u' ');
}

QString text(const ModelHistory& edits)
{
    return joined(edits);
}

QString text(const QList<merge::GroupEdit>& edits)
{
    return joined(edits);
}

QString text(const ModelDecision& decision)
{
    return text(decision.winner) + u" | "_s + joined(decision.siblings);
}

QString text(const merge::Decision& decision)
{
    return text(decision.winner) + u" | "_s + joined(decision.siblings);
}

} // namespace thidua::test
