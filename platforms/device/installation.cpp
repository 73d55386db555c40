#include "installation.h"

#include "base/logging.h"
#include "store/salvage.h"

#include <QDir>
#include <QSaveFile>

namespace thidua
{

using namespace Qt::StringLiterals;

static constexpr auto authoritiesFile = "ca.pem"_L1;

Installation::Installation(QString folder, const Clock& clock, Random& random)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_random(random)
{
}

QString Installation::file() const
{
    return QDir(m_folder).filePath(u"device.db"_s);
}

store::SearchIndex Installation::searchIndex(store::LocalStore& store) const
{
    return {store, store::SearchIndex::pathBeside(file())};
}

TokenFile Installation::token() const
{
    return TokenFile(QDir(m_folder).filePath(u"token"_s));
}

QByteArray Installation::authorities() const
{
    QFile file(QDir(m_folder).filePath(authoritiesFile));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> Installation::keepAuthorities(const QByteArray& pem) const
{
    const QString path = QDir(m_folder).filePath(authoritiesFile);
    if (pem.isEmpty()) {
        QFile::remove(path);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return {ErrorCode::StorageFailed, path + u": "_s + file.errorString()};
    return {};
}

void Installation::wipe() const
{
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file() + suffix);
    store::SearchIndex::removeBeside(file());
    QFile::remove(QDir(m_folder).filePath(u"token"_s));
    QDir(QDir(m_folder).filePath(u"files"_s)).removeRecursively();
}

Result<std::unique_ptr<store::LocalStore>> Installation::create() const
{
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().exists(m_folder) && (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerOnly)))
        return {ErrorCode::StorageFailed, u"cannot make the folder "_s + m_folder};
    return store::LocalStore::open(file(), domain::Schema::current(), m_clock, m_random);
}

Result<std::unique_ptr<store::LocalStore>> Installation::openOrSalvage() const
{
    if (auto ended = store::endSalvage(file()); !ended)
        return ended.error();
    auto opened = create();
    if (opened || opened.error().code != ErrorCode::StorageCorrupt)
        return opened;
    auto salvaged = store::salvage(file(), domain::Schema::current(), m_clock, m_random);
    if (!salvaged)
        return salvaged.error();
    qCWarning(logStore).nospace() << "the file was damaged; kept " << salvaged->edits << " edits and "
                                  << salvaged->drafts << " drafts, " << salvaged->lost
                                  << " edits were not readable; the damaged file is " << salvaged->aside;
    return create();
}

Result<std::unique_ptr<store::LocalStore>> Installation::open() const
{
    if (!QFile::exists(file()))
        return {ErrorCode::NotSignedIn, u"no device is enrolled in "_s + m_folder};
    auto opened = openOrSalvage();
    if (!opened)
        return opened;
    if (auto known = (*opened)->identity(); !known)
        return known.error();
    return opened;
}

} // namespace thidua
