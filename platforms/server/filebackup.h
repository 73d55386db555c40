#pragma once

#include "base/filesystem.h"
#include "server/serverstore.h"

#include <QStringList>

namespace thidua
{

// The contents of files beside a database and beside its backup: BACKUP.files holds what the database
// BACKUP names, under the same names.
struct CopiedFiles {
    qint64 files = 0;
    qint64 bytes = 0;
    QStringList missing; // SHA-256 of contents that are nowhere, or not what their name says
};

// Copies what the database `store` names from one folder to the other; what is there already stays. Each
// content is checked on its way. A content that is missing does not keep the others from being saved.
[[nodiscard]] Result<CopiedFiles> copyFiles(server::ServerStore& store, FileSystem& files,
                                            const QString& from, const QString& to);

struct CheckedFiles {
    qint64 files = 0;
    QStringList faults;   // English, one a line
    qint64 unclaimed = 0; // contents that the database does not name: whole, but of no use
};
// Reads every content and compares it with its name.
[[nodiscard]] Result<CheckedFiles> checkFiles(server::ServerStore& store, FileSystem& files,
                                              const QString& folder);

} // namespace thidua
