#pragma once

#include "store/localstore.h"

namespace thidua::store
{

// What was saved from a damaged file.
struct Salvaged {
    bool belongsToSomebody = false; // false: who it belonged to was not readable; they must sign in again
    qint64 edits = 0;               // own edits, with their numbers and what the server answered
    qint64 lost = 0; // numbers whose content was not readable; the server will refuse them, so that they show
    qint64 drafts = 0;
    QString aside; // where the damaged file now is, untouched
};

// Replaces a damaged file by a sound one that holds the person's own work: identity, outbox, drafts. What the
// server decided is not carried over; it comes again with the next pull. The damaged file is copied aside
// first and never deleted. Cut off at any point it can be called again. StorageFull, StorageFailed.
[[nodiscard]] Result<Salvaged> salvage(const QString& path, const domain::Schema& schema, const Clock& clock,
                                       Random& random);

// Ends a salvage that was cut off after its file was whole; to be called before a file is opened.
[[nodiscard]] Result<void> endSalvage(const QString& path);

} // namespace thidua::store
