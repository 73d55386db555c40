#include "server/quarantine.h"

#include "protocol/codec.h"

#include <QCryptographicHash>

namespace thidua::server
{

using namespace Qt::StringLiterals;

QuarantineTable::QuarantineTable(sql::Connection& connection)
    : m_add(connection, "INSERT INTO quarantine (device, seq, content_hash, received_at, content, "
                        "judged_at, outcome) VALUES (?1, ?2, ?3, ?4, ?5, 0, '') ON CONFLICT DO NOTHING")
    , m_count(connection, "SELECT count(*) FROM quarantine WHERE device = ?1")
    , m_last(connection, "SELECT coalesce(max(seq), 0) FROM quarantine WHERE device = ?1")
    , m_of(connection, "SELECT content, received_at, judged_at, outcome, content_hash FROM quarantine "
                       "WHERE device = ?1 ORDER BY seq, received_at")
    , m_devices(connection, "SELECT DISTINCT device FROM quarantine ORDER BY device")
    , m_judged(connection, "UPDATE quarantine SET judged_at = ?4, outcome = ?5 "
                           "WHERE device = ?1 AND seq = ?2 AND content_hash = ?3")
{
}

static Result<qint64> number(sql::CachedStatement& statement, qint64 device)
{
    auto row = statement.step(device);
    if (!row)
        return row.error();
    const qint64 found = statement->integer(0);
    statement.reset();
    return found;
}

static QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

// An edit is kept as a push of itself: the same bytes as it came in, decoded by the same code.
Result<qint64> QuarantineTable::add(qint64 device, const protocol::PushRequest& request, Instant now)
{
    auto count = number(m_count, device);
    if (!count)
        return count;
    if (*count + request.edits.size() > maxEdits)
        return {ErrorCode::TooLarge, u"a device's quarantine is full"_s};
    for (const protocol::PushEdit& edit : request.edits) {
        const QByteArray content =
            protocol::encode(protocol::PushRequest{request.epoch, {edit}}, protocol::Format::Cbor);
        if (auto done = m_add.run(device, edit.edit.seq, hashOf(content), now, content); !done)
            return done.error();
    }
    return number(m_last, device);
}

Result<QList<QuarantinedEdit>> QuarantineTable::of(qint64 device)
{
    QList<QuarantinedEdit> edits;
    auto row = m_of.step(device);
    for (; row && *row; row = m_of.next()) {
        auto request = protocol::decode<protocol::PushRequest>(m_of->blob(0), protocol::Format::Cbor);
        if (!request || request->edits.size() != 1) {
            m_of.reset();
            return {ErrorCode::StorageCorrupt, u"an edit in quarantine is not readable"_s};
        }
        protocol::PushEdit edit = request->edits.first();
        if (edit.epoch.isEmpty())
            edit.epoch = request->epoch;
        edits.append({edit, m_of->integer(1), m_of->integer(2), m_of->text(3), m_of->blob(4)});
    }
    m_of.reset();
    if (!row)
        return row.error();
    return edits;
}

Result<QList<qint64>> QuarantineTable::devices()
{
    QList<qint64> devices;
    auto row = m_devices.step();
    for (; row && *row; row = m_devices.next())
        devices.append(m_devices->integer(0));
    m_devices.reset();
    if (!row)
        return row.error();
    return devices;
}

Result<void> QuarantineTable::judged(qint64 device, const QuarantinedEdit& edit, const QString& outcome,
                                     Instant now)
{
    return m_judged.run(device, edit.edit.edit.seq, edit.contentHash, now, outcome);
}

} // namespace thidua::server
