#pragma once

#include "server/workingset.h"

namespace thidua::server
{

inline constexpr qsizetype maxEditBytes = 256 * 1024; // the fields of one edit, encoded
inline constexpr qsizetype maxNameLength = 64;        // of a kind or field

// What every edit must satisfy whoever makes it: names, size, a `seen` that can have been seen, the record's
// kind, and its shape. size: of its fields, encoded. Returns the record as it stands, valid as
// working.record() says. Errors are refusals, or failures of the store.
[[nodiscard]] Result<const WorkingRecord*> checkEdit(WorkingSet& working, const merge::Edit& edit,
                                                     qsizetype size);

// Whether an error is about the edit; others are about the store, and the edit may come again.
[[nodiscard]] bool isRefusal(ErrorCode code);

} // namespace thidua::server
