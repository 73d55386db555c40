#include "auditfolder.h"

#include <QDir>

namespace thidua
{

using namespace Qt::StringLiterals;

static constexpr auto keyName = "audit.key"_L1;
static constexpr auto checkpointsName = "audit.checkpoints"_L1;

AuditFolder::AuditFolder(Environment& environment, QString folder)
    : m_environment(environment)
    , m_folder(std::move(folder))
{
}

// Empty if there is no such file.
Result<QByteArray> AuditFolder::content(const QString& name)
{
    const QString path = QDir(m_folder).filePath(name);
    auto size = m_files.size(path);
    if (!size)
        return size.error().code == ErrorCode::NotFound ? Result<QByteArray>(QByteArray()) : size.error();
    return m_files.read(path, 0, *size);
}

Result<server::AuditKeys> AuditFolder::keys()
{
    auto kept = content(keyName);
    if (!kept)
        return kept.error();
    if (!kept->isEmpty()) {
        if (const auto keys = server::auditKeysFrom(QByteArray::fromHex(kept->trimmed())))
            return *keys;
        return {ErrorCode::StorageCorrupt, u"audit.key is not a key"_s};
    }
    const auto made = server::newAuditKeys(m_environment.random);
    const QString path = QDir(m_folder).filePath(keyName);
    const QString part = path + u".part"_s;
    auto written = m_files.write(part, 0, made.secretKey.toHex() + '\n');
    if (written)
        written = m_files.sync(part);
    if (written)
        written = m_files.rename(part, path);
    if (written)
        written = m_files.sync(m_folder);
    if (!written)
        return written.error();
    return made;
}

Result<QByteArray> AuditFolder::lines()
{
    auto all = content(checkpointsName);
    // What a power cut has left of the last line was told to nobody.
    return all ? all->first(all->lastIndexOf('\n') + 1) : all;
}

static std::optional<server::Checkpoint> lastOf(const QByteArray& lines)
{
    return server::checkpointFromLine(lines.trimmed().split('\n').last());
}

Result<QByteArray> AuditFolder::sign(server::ServerStore& store)
{
    auto head = store.audit.head();
    auto signedLines = lines();
    if (!head || !signedLines)
        return head ? signedLines.error() : head.error();
    const auto last = lastOf(*signedLines);
    if (last && last->head == *head)
        return QByteArray();
    auto held = keys();
    if (!held)
        return held.error();
    const QByteArray line = server::toLine(signCheckpoint(*head, m_environment.clock.now(), *held));
    const QString path = QDir(m_folder).filePath(checkpointsName);
    auto written = m_files.write(path, signedLines->size(), line);
    if (written)
        written = m_files.sync(path);
    if (!written)
        return written.error();
    return line;
}

Result<server::AuditReport> AuditFolder::check(server::ServerStore& store, const QByteArray& others)
{
    auto signedLines = lines();
    auto secret = content(keyName);
    if (!signedLines || !secret)
        return signedLines ? secret.error() : signedLines.error();
    const auto held = server::auditKeysFrom(QByteArray::fromHex(secret->trimmed()));
    return server::checkAudit(store.audit, others + *signedLines, held ? held->publicKey : QByteArray());
}

} // namespace thidua
