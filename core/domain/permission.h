#pragma once

#include "base/result.h"
#include "domain/role.h"
#include "domain/schema.h"

namespace thidua::domain
{

// The one answer to "may this role make this edit?", asked by the server at acceptance and by the device
// beforehand.
struct PermissionQuestion {
    QString kind;
    Role role = Role::Observer; // the highest that covers the record
    Fields set;                 // what the edit writes
    Fields seen;    // winning values in the version that the person was shown; empty for a new record
    Fields current; // winning values now; equal to `seen` when nothing happened meanwhile
    bool creates = false;
};

// How an allowed edit enters the merge.
struct PermissionAnswer {
    // Groups that were locked meanwhile, without the person knowing: the edit enters them with rank 0, beside
    // the standing value, and a person who may write there settles it (SYNC.md section 3).
    QList<QString> lateGroups;
};

// Errors: Forbidden, StateLocked, IllegalMove.
[[nodiscard]] Result<PermissionAnswer> judge(const Schema& schema, const PermissionQuestion& question);

} // namespace thidua::domain
