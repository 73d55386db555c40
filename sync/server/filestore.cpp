#include "server/filestore.h"

#include "base/logging.h"
#include "domain/mediatype.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;

FileStore::FileStore(FileSystem& disk, QString folder)
    : m_disk(disk)
    , m_folder(std::move(folder))
{
}

static QString folderOfUploads(const QString& folder)
{
    return folder + u"/uploads"_s;
}

QString FileStore::folderOfFiles(const QString& folder)
{
    return folder + u"/files"_s;
}

QString FileStore::nameOf(const QByteArray& sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

QString FileStore::pathOf(const QByteArray& sha256) const
{
    return folderOfFiles(m_folder) + u'/' + nameOf(sha256);
}

QString FileStore::pathOf(const UploadId& id) const
{
    return folderOfUploads(m_folder) + u'/' + id.toText();
}

Result<void> FileStore::prepare()
{
    auto made = m_disk.makeFolder(folderOfFiles(m_folder));
    return made ? m_disk.makeFolder(folderOfUploads(m_folder)) : made;
}

qint64 FileStore::usable(const UploadId& id, qint64 received) const
{
    return m_disk.size(pathOf(id)).valueOr(0) >= received ? received : 0;
}

Result<void> FileStore::append(const UploadId& id, qint64 offset, QByteArrayView bytes)
{
    const QString path = pathOf(id);
    auto done = m_disk.write(path, offset, bytes);
    if (done)
        done = m_disk.sync(path);
    // Its name is new.
    return done && offset == 0 ? m_disk.sync(folderOfUploads(m_folder)) : done;
}

Result<void> FileStore::finish(const UploadId& id, const QByteArray& sha256, const QString& mediaType)
{
    const QString path = pathOf(id);
    auto beginning = m_disk.read(path, 0, domain::mediaTypeBytes);
    auto found = beginning ? sha256Of(m_disk, path) : beginning;
    if (!found)
        return found.error();
    if (*found != sha256)
        return {ErrorCode::ChecksumMismatch, u"the whole is not what was announced"_s};
    if (domain::mediaTypeOf(*beginning) != mediaType)
        return {ErrorCode::UnsupportedMedia, u"the content is no "_s + mediaType};
    // Its content was synced with its last bytes.
    auto done = m_disk.rename(path, pathOf(sha256));
    return done ? m_disk.sync(folderOfFiles(m_folder)) : done;
}

void FileStore::drop(const UploadId& id)
{
    if (auto removed = m_disk.remove(pathOf(id)); !removed)
        qCWarning(logServer) << "an upload stays:" << removed.error().detail;
}

void FileStore::dropAllBut(const QList<UploadId>& uploads)
{
    const QStringList names = m_disk.list(folderOfUploads(m_folder)).valueOr({});
    for (const QString& name : names) {
        const auto id = UploadId::fromText(name);
        if (id && !uploads.contains(*id))
            drop(*id);
    }
}

bool FileStore::has(const QByteArray& sha256, qint64 size) const
{
    return m_disk.size(pathOf(sha256)).valueOr(-1) == size;
}

Result<QByteArray> FileStore::read(const QByteArray& sha256, qint64 offset, qint64 length) const
{
    return m_disk.read(pathOf(sha256), offset, length);
}

} // namespace thidua::server
