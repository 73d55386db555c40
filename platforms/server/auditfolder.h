#pragma once

#include "commands.h"

#include "server/auditcheck.h"

namespace thidua
{

// What lies beside the database for its audit log: `audit.key`, which signs, and `audit.checkpoints`, one
// line for each time that it did. Copies of the lines kept elsewhere prove what somebody with this folder
// could undo.
class AuditFolder
{
public:
    AuditFolder(Environment& environment, QString folder);

    // Signs how far the log goes, if it went on since the last time; makes the key the first time. The line,
    // or nothing.
    [[nodiscard]] Result<QByteArray> sign(server::ServerStore& store);
    // others: lines that were kept elsewhere.
    [[nodiscard]] Result<server::AuditReport> check(server::ServerStore& store,
                                                    const QByteArray& others = {});

private:
    [[nodiscard]] Result<server::AuditKeys> keys();
    [[nodiscard]] Result<QByteArray> lines(); // of audit.checkpoints
    [[nodiscard]] Result<QByteArray> content(const QString& name);

    Environment& m_environment;
    QString m_folder;
    SystemFileSystem m_files;
};

} // namespace thidua
