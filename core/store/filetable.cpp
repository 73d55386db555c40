#include "store/filetable.h"

#include "base/valuecodec.h"
#include "domain/attachment.h"

namespace thidua::store
{

using namespace Qt::StringLiterals;

FileTable::FileTable(sql::Connection& connection)
    : m_put(connection, "INSERT OR REPLACE INTO file (sha256, record, size, media_type, state, sent, code) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_all(connection, "SELECT sha256, record, size, media_type, state, sent, code FROM file "
                        "ORDER BY record")
    , m_inState(connection, "SELECT sha256, record, size, media_type, state, sent, code FROM file "
                            "WHERE state = ?1 ORDER BY record")
    , m_has(connection, "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ?1)")
    , m_advance(connection, "UPDATE file SET sent = max(sent, ?3) WHERE sha256 = ?1 AND record = ?2")
    , m_settle(connection, "UPDATE file SET state = ?3, code = ?4 WHERE sha256 = ?1 AND record = ?2")
    , m_wait(connection, "UPDATE file SET state = 0, code = '' WHERE state = ?1")
    , m_remove(connection, "DELETE FROM file WHERE sha256 = ?1 AND record = ?2")
    , m_count(connection, "SELECT coalesce(sum(state = 0), 0), "
                          "coalesce(sum(CASE WHEN state = 0 THEN size - sent ELSE 0 END), 0), "
                          "coalesce(sum(state = 2), 0) FROM file")
    , m_ownEdits(connection, "SELECT record, fields FROM outbox WHERE kind = 'attachment' AND state <= 1")
{
}

Result<void> FileTable::put(const sql::Transaction&, const KeptFile& file)
{
    const QString code = file.code == ErrorCode::None ? u""_s : QString(codeName(file.code));
    return m_put.run(file.sha256, file.record, file.size, file.mediaType, qint64(file.state), file.sent,
                     code);
}

Result<QList<KeptFile>> FileTable::collect(sql::CachedStatement& row, Result<bool> there)
{
    QList<KeptFile> files;
    for (; there && *there; there = row.next())
        files.append({row->blob(0), row->id<RecordId>(1), row->integer(2), row->text(3),
                      FileState(row->integer(4)), row->integer(5),
                      row->text(6).isEmpty() ? ErrorCode::None : codeFromName(row->text(6))});
    row.reset();
    return there ? Result<QList<KeptFile>>(files) : there.error();
}

Result<QList<KeptFile>> FileTable::all()
{
    return collect(m_all, m_all.step());
}

Result<QList<KeptFile>> FileTable::inState(FileState state)
{
    return collect(m_inState, m_inState.step(qint64(state)));
}

Result<bool> FileTable::has(const QByteArray& sha256)
{
    auto row = m_has.step(sha256);
    if (!row)
        return row;
    const bool found = m_has->integer(0) != 0;
    m_has.reset();
    return found;
}

Result<void> FileTable::advance(const KeptFile& file, qint64 sent)
{
    return m_advance.run(file.sha256, file.record, sent);
}

Result<void> FileTable::settle(const KeptFile& file, ErrorCode code)
{
    if (code == ErrorCode::None)
        return m_settle.run(file.sha256, file.record, qint64(FileState::Held), u""_s);
    return m_settle.run(file.sha256, file.record, qint64(FileState::Refused), QString(codeName(code)));
}

Result<void> FileTable::wait(FileState before)
{
    return m_wait.run(qint64(before));
}

Result<void> FileTable::remove(const sql::Transaction&, const KeptFile& file)
{
    return m_remove.run(file.sha256, file.record);
}

Result<void> FileTable::count(Counts& counts)
{
    auto row = m_count.step();
    if (!row)
        return row.error();
    counts.filesWaiting = m_count->integer(0);
    counts.fileBytesLeft = m_count->integer(1);
    counts.filesRefused = m_count->integer(2);
    m_count.reset();
    return {};
}

Result<QList<KeptFile>> FileTable::namedByOwnEdits()
{
    QList<KeptFile> files;
    auto row = m_ownEdits.step();
    for (; row && *row; row = m_ownEdits.next()) {
        const auto record = m_ownEdits->id<RecordId>(0);
        const auto fields = codec::decodeFields(m_ownEdits->blob(1));
        const auto named = domain::Attachment::fromFields(record, fields.valueOr({}));
        if (named.sha256.size() == domain::sha256Bytes)
            files.append({named.sha256, record, named.size, named.mediaType, FileState::Waiting, 0, {}});
    }
    m_ownEdits.reset();
    return row ? Result<QList<KeptFile>>(files) : row.error();
}

} // namespace thidua::store
