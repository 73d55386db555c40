#pragma once

#include "domain/schema.h"
#include "merge/groupedit.h"
#include "merge/merge.h"

#include <QMap>

namespace thidua::merge
{

// One whole save of one record by one person on one device (SYNC.md section 2), as it stands in an outbox, a
// push and the server's history.
struct Edit {
    DeviceId device;
    qint64 seq = 0;
    Instant at = 0;
    qint64 seen = 0;
    qint64 seenEpoch = 0;
    RecordId record;
    QString kind;
    Fields set;
    TogetherId together; // null: on its own

    friend bool operator==(const Edit&, const Edit&) = default;
};

// The conditions under which an edit enters a record.
struct Acceptance {
    Instant at = 0; // corrected: min(claimed, now)
    int rank = 0;
    UserId author;
    qint64 epoch = 0;
    QList<QString> lateGroups; // see domain::PermissionAnswer
};

// A record as its heads, group by group.
struct RecordState {
    RecordId record;
    QString kind;
    qint64 version = 0; // 0: does not exist yet
    QMap<QString, QList<GroupEdit>> groups;

    [[nodiscard]] Fields values(const domain::Schema& schema) const;
    [[nodiscard]] bool isDeleted(const domain::Schema& schema) const;
};

// Deletion is a group of its own, so an edit made without knowing of it survives inside the deleted record.
// That is worth a decision by a person: every edit that does not set `deleted` also counts as a voice of rank
// 0 for `deleted = false`, which a deletion supersedes only where it knew of it, and which never wins against
// it. The voices are counted from the first edit that sets `deleted`.

// Adds an edit, counts the version up by one and returns the groups in which the edit now stands beside
// another value.
QList<QString> apply(const domain::Schema& schema, RecordState& state, const Edit& edit,
                     const Acceptance& acceptance);

// The fields that an edit sets, by group.
[[nodiscard]] QMap<QString, Fields> byGroup(const domain::Schema& schema, const Edit& edit);

} // namespace thidua::merge
