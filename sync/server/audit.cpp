#include "server/audit.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace thidua::server
{

static constexpr qsizetype hashSize = 32;

static void append(QByteArray& bytes, qint64 number)
{
    const qint64 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
}

// With its length, so that no two entries have the same bytes.
static void append(QByteArray& bytes, QByteArrayView part)
{
    append(bytes, qint64(part.size()));
    bytes.append(part);
}

QByteArray auditHash(const QByteArray& before, const AuditEntry& entry)
{
    QByteArray bytes = before;
    append(bytes, entry.number);
    append(bytes, entry.at);
    append(bytes, entry.deed.what.toUtf8());
    append(bytes, entry.deed.subject.toUtf8());
    append(bytes, entry.deed.actor.view());
    append(bytes, entry.deed.device.view());
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

AuditTable::AuditTable(sql::Connection& connection)
    : m_head(connection, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
    , m_add(connection, "INSERT INTO audit (number, at, what, subject, actor, device, hash) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_after(connection, "SELECT number, at, what, subject, actor, device, hash FROM audit "
                          "WHERE number > ?1 ORDER BY number LIMIT ?2")
{
}

Result<AuditHead> AuditTable::head()
{
    auto row = m_head.step();
    if (!row)
        return row.error();
    AuditHead head{0, QByteArray(hashSize, '\0')};
    if (*row)
        head = {m_head->integer(0), m_head->blob(1)};
    m_head.reset();
    return head;
}

Result<void> AuditTable::add(const Deed& deed, Instant now)
{
    auto before = head();
    if (!before)
        return before.error();
    const AuditEntry entry{before->number + 1, now, deed, {}};
    return m_add.run(entry.number, entry.at, deed.what, deed.subject, deed.actor, deed.device,
                     auditHash(before->hash, entry));
}

Result<QList<AuditEntry>> AuditTable::after(qint64 number, qint64 most)
{
    QList<AuditEntry> entries;
    auto row = m_after.step(number, most);
    for (; row && *row; row = m_after.next())
        entries.append(
            {m_after->integer(0),
             m_after->integer(1),
             {m_after->text(2), m_after->text(3), m_after->id<UserId>(4), m_after->id<DeviceId>(5)},
             m_after->blob(6)});
    m_after.reset();
    if (!row)
        return row.error();
    return entries;
}

} // namespace thidua::server
