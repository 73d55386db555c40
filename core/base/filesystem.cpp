#include "base/filesystem.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

Error lastError(const QString& path)
{
    const int number = errno;
    const ErrorCode code = number == ENOENT                       ? ErrorCode::NotFound
                           : number == ENOSPC || number == EDQUOT ? ErrorCode::StorageFull
                                                                  : ErrorCode::StorageFailed;
    return {code, path + u": "_s + QString::fromLocal8Bit(std::strerror(number))};
}

// An open file of the system, closed at the end. Links are not followed: nobody can lead us elsewhere.
class Descriptor
{
public:
    Descriptor(const QString& path, int flags)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

Result<qint64> SystemFileSystem::size(const QString& path)
{
    struct stat known {
    };
    if (::lstat(QFile::encodeName(path).constData(), &known) != 0)
        return lastError(path);
    if (!S_ISREG(known.st_mode))
        return {ErrorCode::NotFound, path + u": not a plain file"_s};
    return qint64(known.st_size);
}

Result<QByteArray> SystemFileSystem::read(const QString& path, qint64 offset, qint64 length)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen())
        return lastError(path);
    QByteArray bytes(length, Qt::Uninitialized);
    qint64 done = 0;
    while (done < length) {
        const auto count = ::pread(file.number(), bytes.data() + done, size_t(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return lastError(path);
        if (count == 0)
            break;
        done += count;
    }
    bytes.truncate(done);
    return bytes;
}

Result<void> SystemFileSystem::write(const QString& path, qint64 offset, QByteArrayView bytes)
{
    const Descriptor file(path, O_RDWR | O_CREAT);
    if (!file.isOpen())
        return lastError(path);
    qint64 done = 0;
    while (done < bytes.size()) {
        const auto count =
            ::pwrite(file.number(), bytes.data() + done, size_t(bytes.size() - done), offset + done);
        if (count < 0 && errno != EINTR)
            return lastError(path);
        done += count > 0 ? count : 0;
    }
    if (::ftruncate(file.number(), offset + bytes.size()) != 0)
        return lastError(path);
    return {};
}

Result<void> SystemFileSystem::sync(const QString& path)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.number()) != 0)
        return lastError(path);
    return {};
}

Result<void> SystemFileSystem::rename(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return lastError(from);
    return {};
}

Result<void> SystemFileSystem::remove(const QString& path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return lastError(path);
    return {};
}

Result<QStringList> SystemFileSystem::list(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDir::Name);
}

Result<void> SystemFileSystem::makeFolder(const QString& path)
{
    if (::mkdir(QFile::encodeName(path).constData(), 0700) == 0)
        return sync(QDir::cleanPath(path + u"/.."_s));
    return errno == EEXIST ? Result<void>() : lastError(path);
}

// Calls with each piece in its order, and where it begins.
static Result<void> eachPiece(FileSystem& files, const QString& path,
                              const std::function<Result<void>(qint64, const QByteArray&)>& take)
{
    for (qint64 offset = 0;;) {
        auto piece = files.read(path, offset, filePieceBytes);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            return {};
        if (auto taken = take(offset, *piece); !taken)
            return taken;
        offset += piece->size();
    }
}

Result<QByteArray> sha256Of(FileSystem& files, const QString& path)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto read = eachPiece(files, path, [&](qint64, const QByteArray& piece) {
        hash.addData(piece);
        return Result<void>();
    });
    return read ? Result<QByteArray>(hash.result()) : read.error();
}

Result<QByteArray> copyFile(FileSystem& files, const QString& from, const QString& to)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (auto begun = files.write(to, 0, {}); !begun)
        return begun.error();
    auto copied = eachPiece(files, from, [&](qint64 offset, const QByteArray& piece) {
        hash.addData(piece);
        return files.write(to, offset, piece);
    });
    if (copied)
        copied = files.sync(to);
    return copied ? Result<QByteArray>(hash.result()) : copied.error();
}

} // namespace thidua
