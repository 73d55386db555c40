#include "tokenfile.h"

#include <QFile>
#include <QSaveFile>

namespace thidua
{

TokenFile::TokenFile(QString path)
    : m_path(std::move(path))
{
}

Result<QByteArray> TokenFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotSignedIn, QStringLiteral("this device is not enrolled")};
    return file.readAll().trimmed();
}

Result<void> TokenFile::write(const QByteArray& token) const
{
    QSaveFile file(m_path);
    // Before there is anything in it to be read.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(token) == token.size() && file.commit();
    return written ? Result<void>() : Error{ErrorCode::StorageFailed, file.errorString()};
}

} // namespace thidua
