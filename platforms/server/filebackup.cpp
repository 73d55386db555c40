#include "filebackup.h"

#include "domain/attachment.h"

namespace thidua
{

using namespace Qt::StringLiterals;

static QString pathIn(const QString& folder, const QByteArray& sha256)
{
    return folder + u'/' + server::FileStore::nameOf(sha256);
}

// The copy gets its name only when it is whole.
static Result<void> copyOne(const server::FileEntry& file, FileSystem& files, const QString& from,
                            const QString& to)
{
    const QString part = pathIn(to, file.sha256) + u".part"_s;
    auto copied = copyFile(files, pathIn(from, file.sha256), part);
    if (copied && *copied != file.sha256)
        copied = Error{ErrorCode::ChecksumMismatch, u"damaged"_s};
    auto done = copied ? files.rename(part, pathIn(to, file.sha256)) : copied.error();
    if (!done)
        (void)files.remove(part); // nobody takes it for more than it is
    return done;
}

Result<CopiedFiles> copyFiles(server::ServerStore& store, FileSystem& files, const QString& from,
                              const QString& to)
{
    auto named = store.files.all();
    auto made = named && !named->isEmpty() ? files.makeFolder(to) : Result<void>();
    if (!named || !made)
        return named ? made.error() : named.error();
    CopiedFiles sum;
    for (const server::FileEntry& file : std::as_const(*named)) {
        const bool there = files.size(pathIn(to, file.sha256)).valueOr(-1) == file.size;
        const auto copied = there ? Result<void>() : copyOne(file, files, from, to);
        const ErrorCode code = copied.error().code;
        if (code == ErrorCode::NotFound || code == ErrorCode::ChecksumMismatch)
            sum.missing.append(server::FileStore::nameOf(file.sha256));
        else if (!copied)
            return copied.error();
        else
            sum.bytes += file.size;
        sum.files += copied ? 1 : 0;
    }
    const auto synced = sum.files > 0 ? files.sync(to) : Result<void>();
    return synced ? Result<CopiedFiles>(sum) : synced.error();
}

Result<CheckedFiles> checkFiles(server::ServerStore& store, FileSystem& files, const QString& folder)
{
    auto named = store.files.all();
    auto names = files.list(folder);
    if (!named || !names)
        return named ? names.error() : named.error();
    CheckedFiles sum;
    for (const server::FileEntry& file : std::as_const(*named)) {
        sum.files += 1;
        names->removeAll(server::FileStore::nameOf(file.sha256));
        auto found = sha256Of(files, pathIn(folder, file.sha256));
        if (!found)
            sum.faults.append(u"file "_s + server::FileStore::nameOf(file.sha256) + u": "_s +
                              codeName(found.error().code));
        else if (*found != file.sha256)
            sum.faults.append(u"file "_s + server::FileStore::nameOf(file.sha256) +
                              u": its content is another one"_s);
    }
    for (const QString& name : std::as_const(*names))
        sum.unclaimed += domain::sha256FromName(name.toLatin1()).isEmpty() ? 0 : 1;
    return sum;
}

} // namespace thidua
