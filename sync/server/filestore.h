#pragma once

#include "base/filesystem.h"
#include "base/id.h"

namespace thidua::server
{

using UploadId = Id<struct UploadTag>;

// The contents of files in the server's folder: whole ones under their SHA-256 in files/, unfinished ones
// under their own id in uploads/. No name that a client says is ever a name here. What a call has written is
// on the disk when it returns; only then may a row of the database say so.
class FileStore
{
public:
    // folder: the server's; must be on one disk.
    FileStore(FileSystem& disk, QString folder);

    [[nodiscard]] Result<void> prepare();
    // How far an upload may go on: what the database says, or 0 if that much is no longer here.
    [[nodiscard]] qint64 usable(const UploadId& id, qint64 received) const;
    // What lay behind the offset goes: it was never acknowledged.
    [[nodiscard]] Result<void> append(const UploadId& id, qint64 offset, QByteArrayView bytes);
    // The upload becomes the file of this hash. ChecksumMismatch, UnsupportedMedia: its content is another
    // one; nothing is changed then.
    [[nodiscard]] Result<void> finish(const UploadId& id, const QByteArray& sha256, const QString& mediaType);
    void drop(const UploadId& id);
    // Drops everything unfinished but these.
    void dropAllBut(const QList<UploadId>& uploads);

    [[nodiscard]] bool has(const QByteArray& sha256, qint64 size) const;
    [[nodiscard]] Result<QByteArray> read(const QByteArray& sha256, qint64 offset, qint64 length) const;

    [[nodiscard]] static QString folderOfFiles(const QString& folder);
    [[nodiscard]] static QString nameOf(const QByteArray& sha256);

private:
    [[nodiscard]] QString pathOf(const QByteArray& sha256) const;
    [[nodiscard]] QString pathOf(const UploadId& id) const;
    FileSystem& m_disk;
    QString m_folder;
};

} // namespace thidua::server
