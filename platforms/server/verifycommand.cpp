#include "auditfolder.h"
#include "commands.h"
#include "filebackup.h"

#include "server/verifier.h"

#include <QFile>
#include <QJsonArray>

namespace thidua
{

using namespace Qt::StringLiterals;

// Beside the checkpoints of the folder, those that somebody has kept elsewhere.
static Result<server::AuditReport> checkAudit(Environment& environment, const Arguments& arguments,
                                              const DataDirectory& directory, server::ServerStore& store)
{
    QByteArray others;
    if (arguments.has(u"checkpoints"_s)) {
        QFile file(arguments.value(u"checkpoints"_s));
        if (!file.open(QFile::ReadOnly))
            return {ErrorCode::NotFound, u"cannot read "_s + file.fileName()};
        others = file.readAll();
        if (!others.endsWith('\n'))
            others += '\n';
    }
    return AuditFolder(environment, directory.path()).check(store, others);
}

Result<void> runVerify(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"checkpoints"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    auto store = directory.open(environment.schema);
    if (!store)
        return store.error();
    auto report = server::Verifier(**store).run();
    if (!report)
        return report.error();
    SystemFileSystem files;
    auto checked = checkFiles(**store, files, directory.files());
    if (!checked)
        return checked.error();
    auto audit = checkAudit(environment, arguments, directory, **store);
    if (!audit)
        return audit.error();
    const QStringList faults = report->faults + checked->faults + audit->faults;
    print({{u"records"_s, report->records},
           {u"edits"_s, report->edits},
           {u"channels"_s, report->channels},
           {u"files"_s, checked->files},
           {u"filesUnclaimed"_s, checked->unclaimed},
           {u"auditEntries"_s, audit->entries},
           {u"auditUnsigned"_s, audit->unsignedEntries},
           {u"auditRestores"_s, QJsonArray::fromStringList(audit->restores)},
           {u"faults"_s, QJsonArray::fromStringList(faults)}});
    if (!faults.isEmpty())
        return {ErrorCode::StorageCorrupt, u"%1 faults"_s.arg(faults.size())};
    return {};
}

} // namespace thidua
