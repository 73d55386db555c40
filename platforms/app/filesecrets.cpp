#include "app/securestore.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace thidua::app
{

namespace
{

class FileSecrets final : public SecureStore
{
public:
    explicit FileSecrets(const QString& directory)
        : m_directory(directory)
    {
    }
    void read(const QString& key, Read read) override
    {
        QFile file(path(key));
        if (!file.open(QIODevice::ReadOnly))
            return read({ErrorCode::NotFound, file.errorString()});
        read(file.readAll());
    }
    void write(const QString& key, const QByteArray& secret, Done done) override
    {
        m_directory.mkpath(QStringLiteral("."));
        QSaveFile file(path(key));
        // Before there is anything in it to be read.
        const bool written = file.open(QIODevice::WriteOnly) &&
                             file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                             file.write(secret) == secret.size() && file.commit();
        done(written ? Result<void>() : Error{ErrorCode::StorageFailed, file.errorString()});
    }
    void remove(const QString& key, Done done) override
    {
        QFile::remove(path(key));
        done({});
    }

private:
    QString path(const QString& key) const { return m_directory.filePath(key + QStringLiteral(".secret")); }
    QDir m_directory;
};

} // namespace

std::unique_ptr<SecureStore> fileSecrets(const QString& directory)
{
    return std::make_unique<FileSecrets>(directory);
}

} // namespace thidua::app
