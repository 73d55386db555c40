#include "datadirectory.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace thidua
{

using namespace Qt::StringLiterals;

DataDirectory::DataDirectory(QString path)
    : m_path(std::move(path))
{
}

QString DataDirectory::database() const
{
    return QDir(m_path).filePath(u"thidua.db"_s);
}

QString DataDirectory::files() const
{
    return server::FileStore::folderOfFiles(m_path);
}

Result<void> DataDirectory::make() const
{
    if (!QDir().mkpath(m_path))
        return {ErrorCode::StorageFailed, u"cannot make the folder "_s + m_path};
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<std::unique_ptr<server::ServerStore>> DataDirectory::open(const domain::Schema& schema) const
{
    return server::ServerStore::open(database(), schema);
}

DataDirectory::Lock::Lock(int file)
    : m_file(file)
{
}

DataDirectory::Lock::Lock(Lock&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

DataDirectory::Lock::~Lock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<DataDirectory::Lock> DataDirectory::lock() const
{
    const QByteArray path = QFile::encodeName(QDir(m_path).filePath(u"serving.lock"_s));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return {ErrorCode::StorageFailed, u"cannot open "_s + QString::fromLocal8Bit(path)};
    Lock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return {ErrorCode::Busy, u"another process is serving from "_s + m_path};
    return lock;
}

} // namespace thidua
