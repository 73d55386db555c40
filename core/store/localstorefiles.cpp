#include "domain/attachment.h"
#include "domain/mediatype.h"
#include "domain/names.h"
#include "store/parts.h"

#include <QSet>

#include <algorithm>
#include <array>

// Files of attachments. The order is the same everywhere: the content, synced; its name, synced; then the
// row. So a row never leads to nothing, and what a death leaves without a row the next sweep settles.
namespace thidua::store
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto unfinished = ".part"_L1;

QString nameOf(const QByteArray& sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

} // namespace

QString LocalStore::Parts::pathOf(const QByteArray& sha256) const
{
    return folder + u'/' + nameOf(sha256);
}

Result<domain::Attachment> LocalStore::Parts::describe(const AttachRequest& request)
{
    auto report = records.shown(request.report);
    if (!report)
        return report.error();
    if (!*report || (*report)->kind != kind::report)
        return {ErrorCode::NotFound, u"no report of that id on this device"_s};
    auto size = disk->size(request.path);
    auto beginning = size ? disk->read(request.path, 0, domain::mediaTypeBytes) : size.error();
    if (!beginning)
        return beginning.error();
    if (*size > domain::Attachment::maxBytes)
        return {ErrorCode::TooLarge, u"a file is at most %1 bytes"_s.arg(domain::Attachment::maxBytes)};
    domain::Attachment attachment;
    attachment.unit = (*report)->values.value(name::unit).toId();
    attachment.report = request.report;
    attachment.mediaType = domain::mediaTypeOf(*beginning);
    attachment.name = domain::displayNameOf(request.name.isEmpty() ? request.path : request.name);
    attachment.note = request.note;
    if (attachment.mediaType.isEmpty())
        return {ErrorCode::UnsupportedMedia, u"only JPEG, PNG, WebP and PDF are taken"_s};
    return attachment;
}

// A name of its own for each: two programs may be at it in one folder.
Result<QString> LocalStore::Parts::copyIn(domain::Attachment& attachment, const QString& path)
{
    std::array<unsigned char, 16> number{};
    random.fill(number);
    const QByteArray bytes(reinterpret_cast<const char*>(number.data()), qsizetype(number.size()));
    const QString part = folder + u'/' + QString::fromLatin1(bytes.toHex()) + unfinished;
    auto made = disk->makeFolder(folder);
    auto sha256 = made ? copyFile(*disk, path, part) : made.error();
    auto size = sha256 ? disk->size(part) : sha256.error();
    if (size && *size > domain::Attachment::maxBytes)
        size = Error{ErrorCode::TooLarge, u"the file has grown meanwhile"_s};
    if (!size) {
        (void)disk->remove(part); // what stays is swept
        return size.error();
    }
    attachment.sha256 = *sha256;
    attachment.size = *size;
    return part;
}

Result<void> LocalStore::Parts::bringIn(const sql::Transaction& transaction, const QString& part,
                                        const KeptFile& file)
{
    auto done = disk->rename(part, pathOf(file.sha256));
    if (done)
        done = disk->sync(folder);
    return done ? files.put(transaction, file) : done;
}

Result<Attached> LocalStore::attach(const AttachRequest& request)
{
    auto& parts = *m_parts;
    auto attachment = parts.describe(request);
    auto part = attachment ? parts.copyIn(*attachment, request.path) : attachment.error();
    if (!part)
        return part.error();
    auto saved = parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<Saved> {
            auto entered =
                parts.saveOne(transaction, touched, {kind::attachment, {}, 0, attachment->toFields(), {}});
            if (!entered)
                return entered;
            auto kept = parts.bringIn(transaction, *part,
                                      {attachment->sha256, entered->record, attachment->size,
                                       attachment->mediaType, FileState::Waiting, 0, ErrorCode::None});
            return kept ? entered : kept.error();
        });
    if (!saved) {
        (void)parts.disk->remove(*part); // what stays is swept
        return saved.error();
    }
    attachment->id = saved->record;
    return Attached{*attachment, saved->seq};
}

Result<QList<KeptFile>> LocalStore::files(FileState state)
{
    return m_parts->files.inState(state);
}

Result<void> LocalStore::advanceFile(const KeptFile& file, qint64 sent)
{
    return m_parts->files.advance(file, sent);
}

Result<void> LocalStore::settleFile(const KeptFile& file, ErrorCode code)
{
    return m_parts->files.settle(file, code);
}

Result<void> LocalStore::retryFiles()
{
    return m_parts->files.wait(FileState::Refused);
}

Result<QByteArray> LocalStore::readFile(const QByteArray& sha256, qint64 offset, qint64 length)
{
    auto known = m_parts->files.has(sha256);
    if (!known)
        return known.error();
    if (!*known)
        return {ErrorCode::NotFound, u"the file is not on this device"_s};
    return m_parts->disk->read(m_parts->pathOf(sha256), offset, length);
}

Result<KeptFile> LocalStore::Parts::wanted(const QByteArray& sha256)
{
    auto attachments = records.shownOfKind(kind::attachment, 0, false);
    if (!attachments)
        return attachments.error();
    for (const Record& record : std::as_const(*attachments)) {
        const auto named = domain::Attachment::fromFields(record.id, record.values);
        if (named.sha256 == sha256 && sha256.size() == domain::sha256Bytes)
            return KeptFile{sha256,     record.id, named.size, named.mediaType, FileState::Fetched,
                            named.size, {}};
    }
    return {ErrorCode::NotFound, u"no attachment on this device names this file"_s};
}

Result<KeptFile> LocalStore::wantedFile(const QByteArray& sha256)
{
    return m_parts->wanted(sha256);
}

Result<bool> LocalStore::holdsFile(const QByteArray& sha256)
{
    return m_parts->files.has(sha256);
}

qint64 LocalStore::fetchedBytes(const KeptFile& file)
{
    return m_parts->disk->size(m_parts->pathOf(file.sha256) + unfinished).valueOr(0);
}

Result<void> LocalStore::keepFetched(const KeptFile& file, qint64 offset, QByteArrayView bytes)
{
    auto made = m_parts->disk->makeFolder(m_parts->folder);
    return made ? m_parts->disk->write(m_parts->pathOf(file.sha256) + unfinished, offset, bytes) : made;
}

Result<void> LocalStore::finishFetched(const KeptFile& file)
{
    auto& parts = *m_parts;
    const QString part = parts.pathOf(file.sha256) + unfinished;
    auto found = sha256Of(*parts.disk, part);
    if (!found)
        return found.error();
    if (*found != file.sha256) {
        (void)parts.disk->remove(part); // it begins anew
        return {ErrorCode::ChecksumMismatch, u"the file that came is another one"_s};
    }
    if (auto synced = parts.disk->sync(part); !synced)
        return synced;
    return parts.transact([&](const sql::Transaction& transaction, PageApplier::Touched&) {
        return parts.bringIn(transaction, part, file);
    });
}

// Rows of records that this device no longer holds go, and rows whose content is gone, unless the server
// still lacks it: that is a loss, and the person is told.
Result<void> LocalStore::Parts::settleRows(const sql::Transaction& transaction, QList<KeptFile>& rows)
{
    for (KeptFile& file : rows) {
        const bool present = disk->size(pathOf(file.sha256)).valueOr(-1) == file.size;
        const bool isOnServer = file.state == FileState::Held || file.state == FileState::Fetched;
        auto record = records.shown(file.record);
        if (!record)
            return record.error();
        Result<void> done;
        if (isOnServer && (!present || !*record))
            done = files.remove(transaction, std::exchange(file, {}));
        else if (file.state == FileState::Waiting && !present)
            done = files.settle(file, ErrorCode::StorageCorrupt);
        if (!done)
            return done;
    }
    return {};
}

Result<bool> LocalStore::Parts::hasPulled()
{
    auto all = channels.all();
    if (!all)
        return all.error();
    return std::ranges::any_of(*all, [](const Channels::Position& channel) { return channel.rev > 0; });
}

// After a salvage of the database the contents are still there, and the outbox says whose they are. Until
// the records have come again, that is all that is known.
Result<bool> LocalStore::Parts::adopt(const sql::Transaction& transaction, const QByteArray& sha256)
{
    auto named = files.namedByOwnEdits();
    auto pulled = named ? hasPulled() : named.error();
    if (!pulled)
        return pulled;
    bool adopted = false;
    for (const KeptFile& file : std::as_const(*named)) {
        auto record = records.shown(file.record);
        if (!record)
            return record.error();
        if (file.sha256 != sha256 || (*pulled && !*record) ||
            disk->size(pathOf(sha256)).valueOr(-1) != file.size)
            continue;
        if (auto put = files.put(transaction, file); !put)
            return put.error();
        adopted = true;
    }
    return adopted;
}

// Whether a content without a row stays: as somebody's work, or because it is being fetched.
Result<bool> LocalStore::Parts::stays(const sql::Transaction& transaction, const QString& fileName,
                                      Sweep sweep)
{
    const QByteArray whole = domain::sha256FromName(fileName.toLatin1());
    if (!whole.isEmpty() && sweep == Sweep::AtStart)
        return adopt(transaction, whole);
    const QByteArray part = domain::sha256FromName(fileName.chopped(unfinished.size()).toLatin1());
    return fileName.endsWith(unfinished) && !part.isEmpty() && wanted(part).ok();
}

Result<void> LocalStore::Parts::sweepFolder(const sql::Transaction& transaction, Sweep sweep)
{
    auto rows = files.all();
    auto names = disk->list(folder);
    if (!rows || !names)
        return rows ? names.error() : rows.error();
    if (auto settled = settleRows(transaction, *rows); !settled)
        return settled;
    QSet<QString> known;
    for (const KeptFile& file : std::as_const(*rows))
        known.insert(nameOf(file.sha256));
    for (const QString& fileName : std::as_const(*names)) {
        auto kept = known.contains(fileName) ? Result<bool>(true) : stays(transaction, fileName, sweep);
        if (!kept)
            return kept.error();
        if (*kept)
            continue;
        if (auto removed = disk->remove(folder + u'/' + fileName); !removed)
            return removed;
    }
    return {};
}

// Nobody brings a file in while this goes on: both hold the write lock.
Result<void> LocalStore::sweepFiles()
{
    return m_parts->transact([&](const sql::Transaction& transaction, PageApplier::Touched&) {
        return m_parts->sweepFolder(transaction, Parts::Sweep::AtStart);
    });
}

} // namespace thidua::store
