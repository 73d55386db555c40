#pragma once

#include "store/filetable.h"
#include "store/pageapplier.h"

namespace thidua::store
{

// What a LocalStore is made of; shared by the files that implement it.
struct LocalStore::Parts {
    Parts(std::unique_ptr<sql::Connection> opened, const domain::Schema& schemaOfApp, const Clock& time,
          Random& numbers, const StoreOptions& options);

    std::unique_ptr<sql::Connection> connection;
    const domain::Schema& schema;
    const Clock& clock;
    Random& random;
    ChangeListener onChange;
    Shapes shapes;
    Channels channels;
    Facts facts;
    RecordTable records;
    Outbox outbox;
    Memberships memberships;
    Shown shown;
    PageApplier applier;
    FileTable files;
    std::unique_ptr<FileSystem> ownDisk; // none if one was given
    FileSystem* disk;
    QString folder; // of files
    sql::CachedStatement keepDraft;
    sql::CachedStatement readDraft;
    sql::CachedStatement readDrafts;
    sql::CachedStatement dropDraft;
    sql::CachedStatement readHistory;
    sql::CachedStatement markSuspects;
    sql::CachedStatement suspects;
    sql::CachedStatement clearSuspects;

    // Asked for many times between two writes; good as long as nobody writes.
    struct Counted {
        quint64 generation = 0;
        Counts counts;
    };
    std::optional<Counted> counted;
    Instant forgotAt = 0; // when accepted edits of long ago were last looked for

    [[nodiscard]] Result<OutboxEntry> entryOf(const SaveRequest& request);
    [[nodiscard]] Result<Saved> saveOne(const sql::Transaction&, PageApplier::Touched&, SaveRequest request);
    [[nodiscard]] Result<void> settleOne(const sql::Transaction&, PageApplier::Touched&,
                                         const Receipt& receipt, Instant now);
    [[nodiscard]] Result<void> showAgain(const sql::Transaction&, PageApplier::Touched&,
                                         const QList<Outbox::Place>& places);
    // Makes accepted edits of these seqs pending again.
    [[nodiscard]] Result<void> offer(const sql::Transaction&, PageApplier::Touched&, qint64 firstSeq,
                                     qint64 lastSeq);
    [[nodiscard]] QString pathOf(const QByteArray& sha256) const;
    // What the attachment will say, but for the file's hash and size.
    [[nodiscard]] Result<domain::Attachment> describe(const AttachRequest& request);
    // Returns the path of the copy, which is on the disk, and completes the attachment.
    [[nodiscard]] Result<QString> copyIn(domain::Attachment& attachment, const QString& path);
    [[nodiscard]] Result<void> bringIn(const sql::Transaction&, const QString& part, const KeptFile& file);
    [[nodiscard]] Result<void> settleRows(const sql::Transaction&, QList<KeptFile>& rows);
    [[nodiscard]] Result<KeptFile> wanted(const QByteArray& sha256);
    [[nodiscard]] Result<bool> hasPulled();
    [[nodiscard]] Result<bool> adopt(const sql::Transaction&, const QByteArray& sha256);
    enum class Sweep { AtStart, AfterPurge };
    [[nodiscard]] Result<bool> stays(const sql::Transaction&, const QString& fileName, Sweep sweep);
    [[nodiscard]] Result<void> sweepFolder(const sql::Transaction&, Sweep sweep);
    // Runs `write` in a transaction; commits if it succeeds and then tells the listener what it touched.
    // write: Result<T>(const sql::Transaction&, PageApplier::Touched&)
    template<typename Write>
    auto transact(Write write)
        -> decltype(write(std::declval<const sql::Transaction&>(), std::declval<PageApplier::Touched&>()));
    void announce(const PageApplier::Touched& touched);
    void forgetCaches();
};

template<typename Write>
auto LocalStore::Parts::transact(Write write)
    -> decltype(write(std::declval<const sql::Transaction&>(), std::declval<PageApplier::Touched&>()))
{
    auto transaction = sql::Transaction::begin(*connection);
    if (!transaction)
        return transaction.error();
    if (auto fresh = facts.generation(); !fresh)
        return fresh.error();
    counted.reset();
    PageApplier::Touched touched;
    auto result = write(std::as_const(*transaction), touched);
    const auto committed = result ? transaction->commit() : Result<void>(result.error());
    if (!committed) {
        // The caches may know of rows that are rolled back when the transaction leaves.
        forgetCaches();
        return committed.error();
    }
    announce(touched);
    return result;
}

} // namespace thidua::store
