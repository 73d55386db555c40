#include "datadirectory.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

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

QString DataDirectory::file() const
{
    return QDir(m_path).filePath(u"thidua.db"_s);
}

QString DataDirectory::configuration() const
{
    return QDir(m_path).filePath(u"database.json"_s);
}

Result<server::Database> DataDirectory::database() const
{
    QFile kept(configuration());
    if (!kept.exists())
        return server::Database(file());
    if (!kept.open(QFile::ReadOnly))
        return {ErrorCode::StorageFailed, u"cannot read "_s + configuration()};
    const QJsonObject object = QJsonDocument::fromJson(kept.readAll()).object();
    const server::postgres::Address address{object[u"postgres"_s].toString(), object[u"city"_s].toString()};
    auto sound = server::postgres::check(address);
    if (!sound)
        return {ErrorCode::StorageCorrupt, configuration() + u": "_s + sound.error().detail};
    return server::Database(address);
}

Result<void> DataDirectory::keep(const server::postgres::Address& address) const
{
    QSaveFile file(configuration());
    const QJsonObject object{{u"postgres"_s, address.url}, {u"city"_s, address.city}};
    const bool kept = file.open(QFile::WriteOnly) &&
                      file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
    return kept ? Result<void>()
                : Result<void>(ErrorCode::StorageFailed, u"cannot write "_s + configuration());
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
    auto place = database();
    return place ? server::ServerStore::open(*place, schema) : place.error();
}

DataDirectory::Lock::Lock(int file)
    : m_file(file)
{
}

DataDirectory::Lock::Lock(Lock&& other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_isAlone(other.m_isAlone)
{
}

DataDirectory::Lock::~Lock()
{
    if (m_file >= 0)
        ::close(m_file);
}

void DataDirectory::Lock::share()
{
    ::flock(m_file, LOCK_SH);
}

Result<DataDirectory::Lock> DataDirectory::openLock() const
{
    const QByteArray path = QFile::encodeName(QDir(m_path).filePath(u"serving.lock"_s));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return {ErrorCode::StorageFailed, u"cannot open "_s + QString::fromLocal8Bit(path)};
    return Lock(file);
}

Result<DataDirectory::Lock> DataDirectory::lock() const
{
    auto lock = openLock();
    if (lock && ::flock(lock->m_file, LOCK_EX | LOCK_NB) != 0)
        return {ErrorCode::Busy, u"another process is serving from "_s + m_path};
    return lock;
}

Result<DataDirectory::Lock> DataDirectory::lockBesideOthers() const
{
    auto lock = openLock();
    if (!lock || ::flock(lock->m_file, LOCK_EX | LOCK_NB) == 0)
        return lock;
    lock->m_isAlone = false;
    if (::flock(lock->m_file, LOCK_SH) != 0)
        return {ErrorCode::StorageFailed, u"cannot lock "_s + m_path};
    return lock;
}

} // namespace thidua
