#include "client/handoverfile.h"

#include "protocol/handover.h"

#include <QFile>
#include <QSaveFile>

namespace thidua::client
{

Result<void> writeHandoverFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    // A document that another app gives has no folder in which the whole could be prepared.
    file.setDirectWriteFallback(true);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return {ErrorCode::StorageFailed, path + QStringLiteral(": ") + file.errorString()};
    return {};
}

Result<QByteArray> readHandoverFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString()};
    return file.read(protocol::handover::maxFile + 1);
}

} // namespace thidua::client
