#include "merge/recordstate.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::merge
{

Fields RecordState::values(const domain::Schema& schema) const
{
    Fields values;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        values.insert(winner(schema.policy(kind, group.key()), group.value()).values);
    return values;
}

bool RecordState::isDeleted(const domain::Schema& schema) const
{
    const auto found = groups.constFind(name::deleted);
    if (found == groups.cend())
        return false;
    return winner(schema.policy(kind, name::deleted), *found).values.value(name::deleted).toBool();
}

QMap<QString, Fields> byGroup(const domain::Schema& schema, const Edit& edit)
{
    QMap<QString, Fields> groups;
    for (auto field = edit.set.cbegin(); field != edit.set.cend(); ++field)
        groups[schema.groupName(edit.kind, field.key())].insert(field.key(), field.value());
    return groups;
}

static void addVoiceAgainstDeletion(QList<GroupEdit>& deletion, GroupEdit voice)
{
    voice.stamp.rank = 0;
    voice.values = {{name::deleted, Value(false)}};
    deletion = headsAfter(MergePolicy::Role, deletion, voice);
}

// The voices of everybody who has edited the record so far. Those whom nobody knew of stand as heads
// somewhere, and the others would be superseded in any case.
static QList<GroupEdit> voicesSoFar(const RecordState& state)
{
    QMap<qint64, GroupEdit> byVersion;
    for (const auto& heads : state.groups) {
        for (const GroupEdit& head : heads)
            byVersion.insert(head.stamp.version, head);
    }
    QList<GroupEdit> voices;
    for (const GroupEdit& head : byVersion)
        addVoiceAgainstDeletion(voices, head);
    return voices;
}

static QList<QString> groupsInConflict(const domain::Schema& schema, const RecordState& state,
                                       const QMap<QString, Fields>& touched)
{
    QList<QString> names;
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        if ((touched.contains(group.key()) || group.key() == name::deleted) &&
            isContested(schema.policy(state.kind, group.key()), group.value()))
            names.append(group.key());
    }
    return names;
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
    const GroupEdit whole{stamp, acceptance.epoch, edit.seen, edit.seenEpoch, {}};
    if (!groups.contains(name::deleted) && state.groups.contains(name::deleted))
        addVoiceAgainstDeletion(state.groups[name::deleted], whole);
    else if (groups.contains(name::deleted) && !state.groups.contains(name::deleted))
        state.groups.insert(name::deleted, voicesSoFar(state));
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        GroupEdit next = whole;
        next.values = group.value();
        if (acceptance.lateGroups.contains(group.key()))
            next.stamp.rank = 0;
        QList<GroupEdit>& standing = state.groups[group.key()];
        standing = headsAfter(schema.policy(edit.kind, group.key()), standing, next);
    }
    return groupsInConflict(schema, state, groups);
}

} // namespace thidua::merge
