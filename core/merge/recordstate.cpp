#include "merge/recordstate.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::merge
{

Fields RecordState::values(const domain::Schema& schema) const
{
    Fields values;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        values.insert(decide(schema.policy(kind, group.key()), group.value()).winner.values);
    return values;
}

bool RecordState::isDeleted(const domain::Schema& schema) const
{
    const auto found = groups.constFind(name::deleted);
    if (found == groups.cend())
        return false;
    return decide(schema.policy(kind, name::deleted), *found).winner.values.value(name::deleted).toBool();
}

QMap<QString, Fields> byGroup(const domain::Schema& schema, const Edit& edit)
{
    QMap<QString, Fields> groups;
    for (auto field = edit.set.cbegin(); field != edit.set.cend(); ++field)
        groups[schema.groupName(edit.kind, field.key())].insert(field.key(), field.value());
    return groups;
}

static bool standsBeside(MergePolicy policy, const QList<GroupEdit>& heads)
{
    return !decide(policy, heads).siblings.isEmpty();
}

// The newest head outside `deleted` that the deletion did not know of, as a voice against it.
static QList<GroupEdit> unknownTo(const GroupEdit& deletion, const RecordState& state)
{
    QList<GroupEdit> voices;
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        if (group.key() == name::deleted)
            continue;
        for (const GroupEdit& head : group.value()) {
            if (!knew(deletion, head) &&
                (voices.isEmpty() || voices.first().stamp.version < head.stamp.version))
                voices = {head};
        }
    }
    return voices;
}

static void addVoiceAgainstDeletion(QList<GroupEdit>& deletion, GroupEdit voice)
{
    voice.stamp.rank = 0;
    voice.values = {{name::deleted, Value(false)}};
    deletion = headsAfter(MergePolicy::Role, deletion, voice);
}

static void mergeDeletion(RecordState& state, const GroupEdit& next, bool deletes, bool touchesOthers)
{
    if (deletes) {
        for (const GroupEdit& voice : unknownTo(next, state))
            addVoiceAgainstDeletion(state.groups[name::deleted], voice);
    } else if (touchesOthers && state.groups.contains(name::deleted)) {
        addVoiceAgainstDeletion(state.groups[name::deleted], next);
    }
}

QList<QString> apply(const domain::Schema& schema, RecordState& state, const Edit& edit,
                     const Acceptance& acceptance)
{
    state.record = edit.record;
    state.kind = edit.kind;
    state.version += 1;
    const auto groups = byGroup(schema, edit);
    const Stamp stamp{state.version, edit.device,     edit.seq,
                      acceptance.at, acceptance.rank, acceptance.author};
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const MergePolicy policy = schema.policy(edit.kind, group.key());
        GroupEdit next{
            {state.version, edit.device, edit.seq, acceptance.at, acceptance.rank, acceptance.author},
            acceptance.epoch,
            edit.seen,
            edit.seenEpoch,
            group.value()};
        if (acceptance.lateGroups.contains(group.key()))
            next.stamp.rank = 0;
        QList<GroupEdit>& standing = state.groups[group.key()];
        standing = headsAfter(policy, standing, next);
    }
    const bool setsDeletion = groups.contains(name::deleted);
    mergeDeletion(state, {stamp, acceptance.epoch, edit.seen, edit.seenEpoch, {}},
                  setsDeletion && edit.set.value(name::deleted).toBool(), !setsDeletion);
    QList<QString> beside;
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        const bool touched = groups.contains(group.key()) || group.key() == name::deleted;
        if (touched && standsBeside(schema.policy(edit.kind, group.key()), group.value()))
            beside.append(group.key());
    }
    return beside;
}

} // namespace thidua::merge
