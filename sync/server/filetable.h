#pragma once

#include "base/clock.h"
#include "merge/recordstate.h"
#include "server/filestore.h"
#include "sql/connection.h"

#include <optional>

namespace thidua::server
{

struct FileEntry {
    QByteArray sha256;
    qint64 size = 0;
    QString mediaType;
};

// A file on its way from a device.
struct Upload {
    UploadId id;
    qint64 device = 0; // number
    FileEntry file;
    qint64 received = 0; // bytes that are on the disk
    Instant expiresAt = 0;
};

// Which files there are, who has shown to have them, which records name them, and what is on its way.
// A file is written here only when its content is on the disk.
class FileTable
{
public:
    explicit FileTable(sql::Connection& connection);

    [[nodiscard]] Result<std::optional<FileEntry>> file(const QByteArray& sha256);
    [[nodiscard]] Result<QList<FileEntry>> all();
    // Somebody of this account has sent all of it.
    [[nodiscard]] Result<void> add(const FileEntry& file, qint64 account, Instant now);
    [[nodiscard]] Result<bool> holds(const QByteArray& sha256, qint64 account);

    // An accepted edit of this account names the file.
    [[nodiscard]] Result<void> addReference(const QByteArray& sha256, const RecordId& record, qint64 account);
    // The records in which somebody who holds the file has named it. To name a file that one does not have
    // gives nobody a right to it: a hash is no secret.
    [[nodiscard]] Result<QList<RecordId>> records(const QByteArray& sha256);

    [[nodiscard]] Result<std::optional<Upload>> upload(const UploadId& id, qint64 device);
    [[nodiscard]] Result<std::optional<Upload>> uploadOf(const QByteArray& sha256, qint64 device);
    [[nodiscard]] Result<qint64> uploadsOf(qint64 device);
    [[nodiscard]] Result<QList<UploadId>> uploads();
    [[nodiscard]] Result<QList<UploadId>> expired(Instant now);
    [[nodiscard]] Result<void> begin(const Upload& upload);
    [[nodiscard]] Result<void> advance(const UploadId& id, qint64 received, Instant expiresAt);
    [[nodiscard]] Result<void> end(const UploadId& id);

private:
    [[nodiscard]] Result<std::optional<Upload>> one(Result<bool> row, sql::CachedStatement& statement);
    [[nodiscard]] static Result<QList<UploadId>> ids(Result<bool> row, sql::CachedStatement& statement);

    sql::CachedStatement m_file;
    sql::CachedStatement m_all;
    sql::CachedStatement m_add;
    sql::CachedStatement m_addHolder;
    sql::CachedStatement m_holds;
    sql::CachedStatement m_addReference;
    sql::CachedStatement m_records;
    sql::CachedStatement m_upload;
    sql::CachedStatement m_uploadOf;
    sql::CachedStatement m_count;
    sql::CachedStatement m_uploads;
    sql::CachedStatement m_expired;
    sql::CachedStatement m_begin;
    sql::CachedStatement m_advance;
    sql::CachedStatement m_end;
};

// The file that an accepted edit of an attachment names; null if it names none.
[[nodiscard]] QByteArray fileNamedBy(const merge::Edit& edit);

} // namespace thidua::server
