#include "auditfolder.h"
#include "commands.h"
#include "filebackup.h"

#include "server/storecopy.h"

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

static QString filesBeside(const QString& backup)
{
    return backup + u".files"_s;
}

static Result<void> signAudit(Environment& environment, const DataDirectory& directory)
{
    auto store = directory.open(environment.schema);
    if (!store)
        return store.error();
    auto line = AuditFolder(environment, directory.path()).sign(**store);
    return line ? Result<void>() : line.error();
}

static QJsonArray listOf(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

// Of what the finished copy names: what comes in meanwhile is for the next backup.
static Result<CopiedFiles> backUpFiles(Environment& environment, const DataDirectory& directory,
                                       const QString& part, const QString& target)
{
    auto copy = server::ServerStore::open(part, environment.schema);
    if (!copy)
        return copy.error();
    SystemFileSystem files;
    return copyFiles(**copy, files, directory.files(), filesBeside(target));
}

Result<void> runBackup(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"to"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    auto database = directory.database();
    if (!database)
        return database.error();
    if (auto store = directory.open(environment.schema); !store)
        return store.error(); // and brought up to this program's version
    const QString target = arguments.value(u"to"_s);
    const QString part = target + u".part"_s;
    QFile::remove(part);
    if (auto written = server::backUp(*database, part); !written)
        return written;
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    auto copied = backUpFiles(environment, directory, part, target);
    if (!copied)
        return copied.error();
    flushToDisk(part);
    // An older backup of that name stays until the new one is whole.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0)
        return {ErrorCode::StorageFailed, u"cannot write "_s + target};
    flushToDisk(folderOf(target));
    if (auto noted = signAudit(environment, directory); !noted)
        return noted;
    print({{u"backup"_s, target},
           {u"bytes"_s, QFileInfo(target).size()},
           {u"files"_s, copied->files},
           {u"fileBytes"_s, copied->bytes},
           {u"filesMissing"_s, listOf(copied->missing)}});
    if (!copied->missing.isEmpty())
        return {ErrorCode::StorageCorrupt, u"%1 files are missing or damaged"_s.arg(copied->missing.size())};
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

// The contents that are here stay, those that are not come from beside the backup. One that is nowhere is
// told, and does not keep all the rest from coming back: its device may still have it, and offers it again.
static Result<CopiedFiles> restoreFiles(Environment& environment, const DataDirectory& directory,
                                        const QString& part, const QString& from)
{
    auto store = server::ServerStore::open(part, environment.schema);
    if (!store)
        return store.error();
    SystemFileSystem files;
    return copyFiles(**store, files, filesBeside(from), directory.files());
}

struct Replacement {
    server::Epoch before;
    server::Epoch epoch;
    QString part; // the file that is to take its place
};

// Returns where the present data are now; empty if there were none.
static Result<QString> replaceFile(const QString& database, const Replacement& replacement)
{
    const QString aside = database + u".before-epoch-"_s + QString::number(replacement.epoch.number);
    if (QFile::exists(database) && !QFile::rename(database, aside))
        return {ErrorCode::StorageFailed, u"cannot put the present database aside as "_s + aside};
    for (const auto& suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(database + suffix))
            QFile::rename(database + suffix, aside + suffix);
    }
    if (!QFile::rename(replacement.part, database))
        return {ErrorCode::StorageFailed, u"cannot put the restored database in place"_s};
    flushToDisk(folderOf(database));
    return QFile::exists(aside) ? aside : QString();
}

static Result<QString> replaceCity(const DataDirectory& directory, const server::postgres::Address& address,
                                   const Replacement& replacement)
{
    auto exists = server::Database(address).exists();
    if (!exists)
        return exists.error();
    const QString aside = address.city + u"_before_epoch_"_s + QString::number(replacement.epoch.number);
    auto placed = server::putInPlace(replacement.part, address, aside);
    auto kept = placed ? directory.keep(address) : placed;
    if (!kept)
        return kept.error();
    QFile::remove(replacement.part);
    return *exists ? aside : QString();
}

// The newest that is known where the data are now or will be. Data that cannot be read any more are what
// restoring is for; a PostgreSQL that does not answer is not.
static Result<server::Epoch> newestEpoch(const Environment& environment, const server::Database& present,
                                         const server::Database& target)
{
    server::Epoch newest;
    for (const server::Database& place : {present, target}) {
        auto store = server::ServerStore::open(place, environment.schema);
        if (!store && store.error().code == ErrorCode::Busy)
            return store.error();
        const auto epoch = store ? (*store)->epoch().valueOr({}) : server::Epoch();
        newest = epoch.number > newest.number ? epoch : newest;
    }
    return newest; // the stores are closed, which leaves one file without a log beside it
}

Result<void> runRestore(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"from"_s}, {u"postgres"_s, u"city"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    if (auto made = directory.make(); !made)
        return made;
    const auto lock = directory.lock();
    if (!lock)
        return lock.error();
    auto present = directory.database();
    auto target = arguments.has(u"postgres"_s) ? databaseFrom(arguments) : present;
    auto before = present && target ? newestEpoch(environment, *present, *target)
                                    : Result<server::Epoch>(present ? target.error() : present.error());
    if (!before)
        return before.error();
    Replacement replacement{*before, {}, directory.file() + u".part"_s};
    auto epoch =
        prepare(environment, arguments.value(u"from"_s), replacement.part, replacement.before.number);
    if (!epoch)
        return epoch.error();
    replacement.epoch = *epoch;
    flushToDisk(replacement.part);
    auto copied = restoreFiles(environment, directory, replacement.part, arguments.value(u"from"_s));
    if (!copied)
        return copied.error();
    auto aside = target->isFile() ? replaceFile(target->file(), replacement)
                                  : replaceCity(directory, *target->address(), replacement);
    if (!aside)
        return aside.error();
    if (auto noted = signAudit(environment, directory); !noted)
        return noted;
    print({{u"epoch"_s, epoch->name},
           {u"before"_s, replacement.before.name},
           {u"aside"_s, *aside},
           {u"files"_s, copied->files},
           {u"filesMissing"_s, listOf(copied->missing)}});
    return {};
}

} // namespace thidua
