#pragma once

#include "server/checkpoint.h"

#include <QStringList>

namespace thidua::server
{

struct AuditReport {
    qint64 entries = 0;
    qint64 unsignedEntries = 0; // after the last checkpoint that fits
    QStringList faults;         // English, one a line, with the numbers concerned
    QStringList restores;       // what was taken back by restoring a backup, as far as checkpoints know
};

// Goes through the whole log. A changed, missing or added entry breaks the chain; a chain that was made anew
// from some entry on, or cut off at its end, does not fit the checkpoints, which are signed by `publicKey`.
// `lines`: the checkpoints in the order in which they were made.
[[nodiscard]] Result<AuditReport> checkAudit(AuditTable& log, const QByteArray& lines,
                                             const QByteArray& publicKey);

} // namespace thidua::server
