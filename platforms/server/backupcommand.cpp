#include "commands.h"

#include "server/verifier.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <fcntl.h>
#include <unistd.h>

namespace thidua
{

using namespace Qt::StringLiterals;

// A file's content, or a folder's entries, are on the disk when this returns.
static void flushToDisk(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

static QString folderOf(const QString& path)
{
    return QFileInfo(path).absolutePath();
}

Result<void> runBackup(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"to"_s}); !complete)
        return complete;
    auto store = DataDirectory(arguments.value(u"data"_s)).open(environment.schema);
    if (!store)
        return store.error();
    const QString target = arguments.value(u"to"_s);
    const QString part = target + u".part"_s;
    QFile::remove(part);
    if (auto copied = (*store)->connection().backupTo(part); !copied)
        return copied;
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    flushToDisk(part);
    // An older backup of that name stays until the new one is whole.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0)
        return {ErrorCode::StorageFailed, u"cannot write "_s + target};
    flushToDisk(folderOf(target));
    print({{u"backup"_s, target}, {u"bytes"_s, QFileInfo(target).size()}});
    return {};
}

// The backup as a database of its own, in a new epoch, beside the one that it will replace.
static Result<server::Epoch> prepare(Environment& environment, const QString& from, const QString& part,
                                     qint64 currentEpoch)
{
    QFile::remove(part);
    if (!QFile::copy(from, part))
        return {ErrorCode::NotFound, u"cannot read "_s + from};
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    auto store = server::ServerStore::open(part, environment.schema);
    if (!store)
        return store.error();
    if (auto sound = (*store)->connection().quickCheck(); !sound)
        return sound.error();
    auto transaction = sql::Transaction::begin((*store)->connection());
    if (!transaction)
        return transaction.error();
    auto epoch = (*store)->beginEpoch(currentEpoch, environment.clock, environment.random);
    if (!epoch)
        return epoch;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return epoch;
}

Result<void> runRestore(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"from"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    if (auto made = directory.make(); !made)
        return made;
    const auto lock = directory.lock();
    if (!lock)
        return lock.error();
    const QString database = directory.database();
    server::Epoch current;
    if (auto store = directory.open(environment.schema); store)
        current = (*store)->epoch().valueOr({}); // closing it leaves one file, without a log beside it
    const QString part = database + u".part"_s;
    auto epoch = prepare(environment, arguments.value(u"from"_s), part, current.number);
    if (!epoch)
        return epoch.error();
    flushToDisk(part);
    const QString aside = database + u".before-epoch-"_s + QString::number(epoch->number);
    if (QFile::exists(database) && !QFile::rename(database, aside))
        return {ErrorCode::StorageFailed, u"cannot put the present database aside as "_s + aside};
    for (const auto& suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(database + suffix))
            QFile::rename(database + suffix, aside + suffix);
    }
    if (!QFile::rename(part, database))
        return {ErrorCode::StorageFailed, u"cannot put the restored database in place"_s};
    flushToDisk(folderOf(database));
    print({{u"epoch"_s, epoch->name},
           {u"before"_s, current.name},
           {u"aside"_s, QFile::exists(aside) ? aside : QString()}});
    return {};
}

Result<void> runVerify(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete;
    auto store = DataDirectory(arguments.value(u"data"_s)).open(environment.schema);
    if (!store)
        return store.error();
    auto report = server::Verifier(**store).run();
    if (!report)
        return report.error();
    QJsonArray faults;
    for (const QString& fault : std::as_const(report->faults))
        faults.append(fault);
    print({{u"records"_s, report->records},
           {u"edits"_s, report->edits},
           {u"channels"_s, report->channels},
           {u"faults"_s, faults}});
    if (!report->faults.isEmpty())
        return {ErrorCode::StorageCorrupt, u"%1 faults"_s.arg(report->faults.size())};
    return {};
}

} // namespace thidua
