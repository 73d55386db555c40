#include "server/auditcheck.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

static constexpr qint64 pageSize = 1000;

namespace
{

class Check
{
public:
    Check(AuditTable& log, const QByteArray& lines, const QByteArray& publicKey)
        : m_log(log)
    {
        readCheckpoints(lines, publicKey);
    }

    [[nodiscard]] Result<AuditReport> run()
    {
        for (;;) {
            auto entries = m_log.after(m_last, pageSize);
            if (!entries)
                return entries.error();
            if (entries->isEmpty())
                break;
            for (const AuditEntry& entry : std::as_const(*entries))
                follow(entry);
        }
        for (qsizetype i = 0; i < m_checkpoints.size(); ++i)
            compare(i);
        if (m_report.entries > 0 && m_checkpoints.isEmpty())
            fault(u"there is no checkpoint, though there are entries"_s);
        m_report.unsignedEntries = m_last - m_lastSigned;
        return m_report;
    }

private:
    void fault(const QString& what) { m_report.faults.append(u"audit: "_s + what); }

    void readCheckpoints(const QByteArray& lines, const QByteArray& publicKey)
    {
        int number = 0;
        for (const QByteArray& line : lines.split('\n')) {
            ++number;
            if (line.isEmpty())
                continue;
            const auto checkpoint = checkpointFromLine(line);
            if (checkpoint && isGenuine(*checkpoint, publicKey))
                m_checkpoints.append(*checkpoint);
            else
                fault(u"the checkpoint in line %1 was not signed by this server"_s.arg(number));
        }
    }

    void follow(const AuditEntry& entry)
    {
        if (entry.number != m_last + 1)
            fault(u"entries %1 to %2 are missing"_s.arg(m_last + 1).arg(entry.number - 1));
        else if (auditHash(m_hash, entry) != entry.hash)
            fault(u"entry %1 is not what was written, or what stood before it"_s.arg(entry.number));
        m_report.entries += 1;
        m_last = entry.number;
        m_hash = entry.hash; // what follows is judged by itself
        m_hashes.insert(entry.number, entry.hash);
        if (entry.deed.what == deed::epochBegun)
            m_epochs.insert(entry.number);
    }

    [[nodiscard]] bool fits(const Checkpoint& checkpoint) const
    {
        return checkpoint.head.number == 0 || m_hashes.value(checkpoint.head.number) == checkpoint.head.hash;
    }
    // A restore begins an epoch where the backup ended, and signs that at once.
    [[nodiscard]] bool isTakenBack(qsizetype index) const
    {
        return std::any_of(m_checkpoints.cbegin() + index + 1, m_checkpoints.cend(),
                           [&](const Checkpoint& later) {
                               return fits(later) && m_epochs.contains(later.head.number) &&
                                      later.head.number <= m_checkpoints[index].head.number;
                           });
    }

    void compare(qsizetype index)
    {
        const AuditHead& head = m_checkpoints[index].head;
        if (fits(m_checkpoints[index])) {
            m_lastSigned = std::max(m_lastSigned, head.number);
            return;
        }
        if (isTakenBack(index))
            m_report.restores.append(
                u"what stood up to entry %1 was taken back by a restore"_s.arg(head.number));
        else if (head.number > m_last)
            fault(u"entries %1 to %2 were cut off at the end"_s.arg(m_last + 1).arg(head.number));
        else
            fault(u"the log was written anew between entry %1 and entry %2"_s.arg(m_lastSigned + 1)
                      .arg(head.number));
    }

    AuditTable& m_log;
    AuditReport m_report;
    QList<Checkpoint> m_checkpoints; // those that are genuine
    QHash<qint64, QByteArray> m_hashes;
    QSet<qint64> m_epochs;
    qint64 m_last = 0;
    qint64 m_lastSigned = 0;
    QByteArray m_hash = QByteArray(32, '\0');
};

} // namespace

Result<AuditReport> checkAudit(AuditTable& log, const QByteArray& lines, const QByteArray& publicKey)
{
    return Check(log, lines, publicKey).run();
}

} // namespace thidua::server
