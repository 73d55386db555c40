#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace thidua
{

// Plain files beside a database, in the few steps that durability is made of: what was written stays only
// after sync() of the file, and a new name only after sync() of its folder. Errors: NotFound, StorageFull,
// StorageFailed. Two implementations: the system's, and the tests' that fails and loses power.
class FileSystem
{
public:
    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    virtual ~FileSystem() = default;

    [[nodiscard]] virtual Result<qint64> size(const QString& path) = 0;
    // Fewer bytes than asked for only at the file's end.
    [[nodiscard]] virtual Result<QByteArray> read(const QString& path, qint64 offset, qint64 length) = 0;
    // Makes the file if there is none, for its owner alone. It ends with what was written.
    [[nodiscard]] virtual Result<void> write(const QString& path, qint64 offset, QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Result<void> sync(const QString& path) = 0; // a file, or a folder's names
    [[nodiscard]] virtual Result<void> rename(const QString& from,
                                              const QString& to) = 0;          // over what is there
    [[nodiscard]] virtual Result<void> remove(const QString& path) = 0;        // fine if there is none
    [[nodiscard]] virtual Result<QStringList> list(const QString& folder) = 0; // names of its files, sorted
    [[nodiscard]] virtual Result<void> makeFolder(const QString& path) = 0;    // durable when it returns
};

class SystemFileSystem final : public FileSystem
{
public:
    [[nodiscard]] Result<qint64> size(const QString& path) override;
    [[nodiscard]] Result<QByteArray> read(const QString& path, qint64 offset, qint64 length) override;
    [[nodiscard]] Result<void> write(const QString& path, qint64 offset, QByteArrayView bytes) override;
    [[nodiscard]] Result<void> sync(const QString& path) override;
    [[nodiscard]] Result<void> rename(const QString& from, const QString& to) override;
    [[nodiscard]] Result<void> remove(const QString& path) override;
    [[nodiscard]] Result<QStringList> list(const QString& folder) override;
    [[nodiscard]] Result<void> makeFolder(const QString& path) override;
};

// Files are worked on in pieces of this size, so that none is ever held in memory as a whole.
inline constexpr qint64 filePieceBytes = 256 * 1024;

// Over the whole content, piece by piece.
[[nodiscard]] Result<QByteArray> sha256Of(FileSystem& files, const QString& path);
// `to` has the content of `from`, and it is on the disk; its name may not be yet. Returns its SHA-256.
[[nodiscard]] Result<QByteArray> copyFile(FileSystem& files, const QString& from, const QString& to);

} // namespace thidua
