#include "server/filetable.h"

#include "domain/attachment.h"
#include "domain/names.h"

namespace thidua::server
{

FileTable::FileTable(sql::Connection& connection)
    : m_file(connection, "SELECT sha256, size, media_type FROM file WHERE sha256 = ?1")
    , m_all(connection, "SELECT sha256, size, media_type FROM file ORDER BY sha256")
    , m_add(connection, "INSERT INTO file (sha256, size, media_type, created_at) VALUES (?1, ?2, ?3, ?4) "
                        "ON CONFLICT DO NOTHING")
    , m_addHolder(connection,
                  "INSERT INTO file_holder (sha256, account) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
    , m_holds(connection, "SELECT EXISTS (SELECT 1 FROM file_holder WHERE sha256 = ?1 AND account = ?2)")
    , m_addReference(connection, "INSERT INTO file_reference (sha256, record, account) VALUES (?1, ?2, ?3) "
                                 "ON CONFLICT DO NOTHING")
    , m_records(connection, "SELECT DISTINCT file_reference.record FROM file_reference "
                            "JOIN file_holder ON file_holder.sha256 = file_reference.sha256 "
                            "AND file_holder.account = file_reference.account "
                            "WHERE file_reference.sha256 = ?1 ORDER BY file_reference.record")
    , m_upload(connection, "SELECT id, device, sha256, size, media_type, received, expires_at FROM upload "
                           "WHERE id = ?1 AND device = ?2")
    , m_uploadOf(connection, "SELECT id, device, sha256, size, media_type, received, expires_at FROM upload "
                             "WHERE sha256 = ?1 AND device = ?2")
    , m_count(connection, "SELECT count(*) FROM upload WHERE device = ?1")
    , m_uploads(connection, "SELECT id FROM upload")
    , m_expired(connection, "SELECT id FROM upload WHERE expires_at <= ?1")
    , m_begin(connection, "INSERT INTO upload (id, device, sha256, size, media_type, received, expires_at) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_advance(connection, "UPDATE upload SET received = ?2, expires_at = ?3 WHERE id = ?1")
    , m_end(connection, "DELETE FROM upload WHERE id = ?1")
{
}

static FileEntry fileOf(const sql::Statement& row, int first = 0)
{
    return {row.blob(first), row.integer(first + 1), row.text(first + 2)};
}

Result<std::optional<FileEntry>> FileTable::file(const QByteArray& sha256)
{
    auto row = m_file.step(sha256);
    if (!row)
        return row.error();
    std::optional<FileEntry> found;
    if (*row)
        found = fileOf(*m_file.operator->());
    m_file.reset();
    return found;
}

Result<QList<FileEntry>> FileTable::all()
{
    QList<FileEntry> files;
    auto row = m_all.step();
    for (; row && *row; row = m_all.next())
        files.append(fileOf(*m_all.operator->()));
    m_all.reset();
    return row ? Result<QList<FileEntry>>(files) : row.error();
}

Result<void> FileTable::add(const FileEntry& file, qint64 account, Instant now)
{
    auto added = m_add.run(file.sha256, file.size, file.mediaType, now);
    return added ? m_addHolder.run(file.sha256, account) : added;
}

static Result<qint64> number(const Result<bool>& row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    const qint64 found = statement->integer(0);
    statement.reset();
    return found;
}

Result<bool> FileTable::holds(const QByteArray& sha256, qint64 account)
{
    auto found = number(m_holds.step(sha256, account), m_holds);
    return found ? Result<bool>(*found != 0) : found.error();
}

Result<void> FileTable::addReference(const QByteArray& sha256, const RecordId& record, qint64 account)
{
    return m_addReference.run(sha256, record, account);
}

Result<QList<RecordId>> FileTable::records(const QByteArray& sha256)
{
    QList<RecordId> records;
    auto row = m_records.step(sha256);
    for (; row && *row; row = m_records.next())
        records.append(m_records->id<RecordId>(0));
    m_records.reset();
    return row ? Result<QList<RecordId>>(records) : row.error();
}

Result<std::optional<Upload>> FileTable::one(Result<bool> row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    std::optional<Upload> upload;
    if (*row)
        upload = Upload{statement->id<UploadId>(0), statement->integer(1), fileOf(*statement.operator->(), 2),
                        statement->integer(5), statement->integer(6)};
    statement.reset();
    return upload;
}

Result<std::optional<Upload>> FileTable::upload(const UploadId& id, qint64 device)
{
    return one(m_upload.step(id, device), m_upload);
}

Result<std::optional<Upload>> FileTable::uploadOf(const QByteArray& sha256, qint64 device)
{
    return one(m_uploadOf.step(sha256, device), m_uploadOf);
}

Result<qint64> FileTable::uploadsOf(qint64 device)
{
    return number(m_count.step(device), m_count);
}

Result<QList<UploadId>> FileTable::ids(Result<bool> row, sql::CachedStatement& statement)
{
    QList<UploadId> found;
    for (; row && *row; row = statement.next())
        found.append(statement->id<UploadId>(0));
    statement.reset();
    return row ? Result<QList<UploadId>>(found) : row.error();
}

Result<QList<UploadId>> FileTable::uploads()
{
    return ids(m_uploads.step(), m_uploads);
}

Result<QList<UploadId>> FileTable::expired(Instant now)
{
    return ids(m_expired.step(now), m_expired);
}

Result<void> FileTable::begin(const Upload& upload)
{
    return m_begin.run(upload.id, upload.device, upload.file.sha256, upload.file.size, upload.file.mediaType,
                       upload.received, upload.expiresAt);
}

Result<void> FileTable::advance(const UploadId& id, qint64 received, Instant expiresAt)
{
    return m_advance.run(id, received, expiresAt);
}

Result<void> FileTable::end(const UploadId& id)
{
    return m_end.run(id);
}

QByteArray fileNamedBy(const merge::Edit& edit)
{
    const QByteArray sha256 = edit.set.value(name::sha256).toBytes();
    return edit.kind == kind::attachment && sha256.size() == domain::sha256Bytes ? sha256 : QByteArray();
}

} // namespace thidua::server
