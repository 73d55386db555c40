#pragma once

#include "base/clock.h"
#include "base/filesystem.h"
#include "base/random.h"
#include "base/result.h"
#include "domain/attachment.h"
#include "domain/schema.h"
#include "merge/published.h"
#include "merge/recordstate.h"
#include "sql/connection.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <limits>
#include <memory>

// The device's file: what the server decided, what this person still has to send, and where both came from.
// One LocalStore is one connection and belongs to one thread; several may be open on the same file.
namespace thidua::store
{

// Who the file belongs to; set once by enrolment. The token is not in here: it lives in the secure store.
struct Identity {
    QString server; // base URL
    DeviceId device;
    UserId user;
    QString userName;
    QString deviceName;
    QList<domain::Grant> grants;
};

enum class EditState {
    Pending,  // in the outbox; the server has not answered for it
    Accepted, // receipt held; kept 90 days in case the server is restored
    Refused,  // needs attention; can be sent again, copied or exported; never dropped
};

struct OutboxEntry {
    merge::Edit edit;
    QString epoch; // in which `seen` was shown
    EditState state = EditState::Pending;
    qint64 version = 0;               // Accepted: the record's version it became
    QStringList beside;               // Accepted: groups in which it stands beside another value
    ErrorCode code = ErrorCode::None; // Refused
    QString detail;
};

// What the server answered for one edit.
struct Receipt {
    qint64 seq = 0;
    qint64 version = 0;
    QStringList beside;
    ErrorCode code = ErrorCode::None;
    QString detail;
};

// A record as it is shown: the server's decision with the own unsent edits on top.
struct Record {
    RecordId id;
    QString kind;
    qint64 version =
        0; // of the server's decision; 0: not known to the server yet. Becomes `seen` of an edit.
    Fields values;
    bool pending = false;  // own edits not yet decided are included
    bool conflict = false; // some group has siblings
    bool deleted = false;
};

// A record as a scan reads it: only the fields asked for, in that order; null where not set.
struct ScannedRecord {
    RecordId id;
    qint64 version = 0;
    bool pending = false;
    bool conflict = false;
    QList<Value> values;
};

// What a derived index needs to know of a record to tell whether it has kept up with it.
struct ContentMark {
    RecordId id;
    QString kind;
    qint64 content = 0; // another number when other values are shown
};

// One group with everything that is known about it; for conflicts, history and `thidua-device show`.
struct GroupView {
    QString group;
    merge::GroupEdit winner;
    QList<merge::GroupEdit> siblings;
};

struct SaveRequest {
    QString kind;
    RecordId record; // null: a new record, which gets its id here
    qint64 seen = 0; // the version that the form showed
    Fields set;
    TogetherId together;
};

struct Saved {
    RecordId record;
    qint64 seq = 0;
};

// A page of decisions, stored in one transaction with the positions that make it valid.
struct Page {
    QString epoch;
    QMap<QString, qint64> channels;
    QStringList gone;
    QList<merge::PublishedTable> tables;
};

// An unfinished form. Kept on every change, so that a form survives the death of the process.
struct Draft {
    QString key; // which form, e.g. "report/<id>"
    RecordId record;
    qint64 seen = 0;
    Fields fields;
    Instant changedAt = 0;
};

// A value of an own edit that lost, or of somebody else's that stands beside an own one.
struct Conflict {
    RecordId record;
    QString kind;
    GroupView group;
    bool own = false;            // one of the values was entered on this device
    bool staleAuthority = false; // the winner is 7 days or more older than a sibling of lower rank
};

struct HistoryEntry {
    merge::Stamp stamp;
    Fields values;
    EditState state = EditState::Accepted;
};

struct Counts {
    qint64 pendingRecords = 0;
    qint64 pendingEdits = 0;
    qint64 attention = 0;
    qint64 conflicts = 0;
    Instant oldestPendingAt = 0; // 0: none
    qint64 filesWaiting = 0;     // to be sent
    qint64 fileBytesLeft = 0;    // of these, what the server has not confirmed; less and less
    qint64 filesRefused = 0;
};

enum class FileState {
    Waiting, // the server has not confirmed all of it
    Held,    // sent from here, and on the server
    Refused, // needs attention; tried again at every start, never dropped
    Fetched, // came from the server
};

// A file beside the database, whole, for one attachment. Rows exist only for contents that are there; an
// attachment without one has its file on the server alone.
struct KeptFile {
    QByteArray sha256;
    RecordId record; // the attachment
    qint64 size = 0;
    QString mediaType;
    FileState state = FileState::Waiting;
    qint64 sent = 0;                  // bytes that the server has confirmed; never less than before
    ErrorCode code = ErrorCode::None; // Refused

    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

struct AttachRequest {
    RecordId report;
    QString path; // the file is copied and may go afterwards
    QString name; // for people; empty: that of the path
    QString note;
};

struct Attached {
    domain::Attachment attachment;
    qint64 seq = 0; // of the edit that names it
};

// Called after a commit that changed what is shown, on the store's thread; several stores share one feed.
using ChangeListener = std::function<void(const QList<RecordId>& records, const QStringList& kinds)>;

struct StoreOptions {
    sql::OpenOptions sql;
    ChangeListener onChange;
    FileSystem* files = nullptr; // for contents of files; none: the system's
};

class LocalStore
{
public:
    static constexpr qint64 allSeqs = std::numeric_limits<qint64>::min();

    // Errors: NewerFile, StorageCorrupt, StorageFull, StorageFailed.
    [[nodiscard]] static Result<std::unique_ptr<LocalStore>> open(const QString& path,
                                                                  const domain::Schema& schema,
                                                                  const Clock& clock, Random& random,
                                                                  const StoreOptions& options = {});
    ~LocalStore();

    // --- identity ---
    [[nodiscard]] Result<Identity> identity(); // NotSignedIn
    // AnotherUser if it holds another person's work. The same person with a new device (their tablet had been
    // copied) keeps all work: what waits is numbered anew.
    [[nodiscard]] Result<void> enrol(const Identity& identity);
    [[nodiscard]] Result<void> updateGrants(const QList<domain::Grant>& grants, const QString& userName);

    // --- a person's work ---
    // One transaction: the outbox entry, what is shown, the end of its draft. Durable when it returns.
    // The shape is checked here (domain::checkShape); whether the person may is the service's question.
    [[nodiscard]] Result<Saved> save(const SaveRequest& request, const QString& draftKey = {});
    // Several saves in one transaction, accepted or refused as one (SYNC.md `together`).
    [[nodiscard]] Result<QList<Saved>> saveTogether(QList<SaveRequest> requests,
                                                    const QString& draftKey = {});
    [[nodiscard]] Result<void> keepDraft(const Draft& draft);
    [[nodiscard]] Result<std::optional<Draft>> draft(const QString& key);
    [[nodiscard]] Result<QList<Draft>> drafts();
    [[nodiscard]] Result<void> dropDraft(const QString& key);

    // --- reading ---
    [[nodiscard]] Result<std::optional<Record>> record(const RecordId& id);
    // All records of a kind, in id order; deleted ones left out unless asked for. An empty channel means all
    // channels.
    [[nodiscard]] Result<QList<Record>> records(const QString& kind, const QString& channel = {},
                                                bool withDeleted = false);
    [[nodiscard]] Result<qint64> count(const QString& kind, const QString& channel = {});
    // Part of the records of a kind, for lists of many thousands: at most `limit`, in the order in which they
    // came to the device, after this place (0: from the start); deleted ones left out. Returns the place to
    // go on after; 0: there are no more. `visit` must not use the store.
    [[nodiscard]] Result<qint64> scan(const QString& kind, const QStringList& fields, qint64 after, int limit,
                                      const std::function<void(ScannedRecord&&)>& visit);
    // Of the records after this one (null: from the first), at most `limit`, in id order; deleted ones left
    // out. Fewer than `limit`: there are no more.
    [[nodiscard]] Result<QList<ContentMark>> contentMarks(const RecordId& after, int limit);
    // None: not held, or deleted.
    [[nodiscard]] Result<std::optional<ContentMark>> contentMark(const RecordId& id);
    [[nodiscard]] Result<QList<GroupView>> groups(const RecordId& id);
    [[nodiscard]] Result<QList<HistoryEntry>>
    history(const RecordId& id); // newest first, what this device knows
    [[nodiscard]] Result<QList<Conflict>> conflicts();
    [[nodiscard]] Result<Counts> counts();

    // --- outbox ---
    [[nodiscard]] Result<QList<OutboxEntry>> outbox(EditState state, qint64 fromSeq = allSeqs,
                                                    int limit = -1);
    // Errors leave everything as it was. `acked` is the server's mark; receipts may cover part of it.
    // serverTime: the answer's; 0: not known. Accepted edits are forgotten 90 days after their receipt by the
    // server's time alone: a device whose clock jumps ahead must not forget what a restored server will ask
    // for.
    [[nodiscard]] Result<void> settleReceipts(const QList<Receipt>& receipts, Instant serverTime = 0);
    [[nodiscard]] Result<qint64> nextSeq(); // that the next save gets
    // After a restore of the server: accepted edits from `expected` on become pending again, and the last one
    // before them: should the server have another edit under that number, this file is one of two copies.
    [[nodiscard]] Result<void> offerAgain(qint64 expected, const QString& newEpoch);
    // Makes one accepted edit pending again, whose place another copy's has taken.
    [[nodiscard]] Result<void> offerOneAgain(qint64 seq);
    // Shows all own edits that no decision contains yet; for a file whose outbox was written by a salvage.
    [[nodiscard]] Result<void> showOwnEdits();
    // A refused edit is saved anew (a new seq) or put aside; its content stays in the history.
    [[nodiscard]] Result<Saved> sendAgain(qint64 seq);
    [[nodiscard]] Result<void> putAside(qint64 seq);

    // --- decisions of the server ---
    [[nodiscard]] Result<void> applyPage(const Page& page);
    [[nodiscard]] Result<QMap<QString, qint64>> positions();
    [[nodiscard]] Result<void> addChannels(const QStringList& names); // at position 0
    [[nodiscard]] Result<QString> epoch();
    [[nodiscard]] Result<QMap<QString, quint64>> digests();
    // Forgets positions (not data) so that the next pulls read the channel again; rows not sent again are
    // then dropped.
    [[nodiscard]] Result<void> beginRepair(const QString& channel);
    [[nodiscard]] Result<void> finishRepair(const QString& channel);

    // --- files of attachments, in the folder `files` beside the database ---
    // Copies the file in and saves the attachment that names it; both are durable when it returns, or
    // neither is. NotFound, TooLarge, UnsupportedMedia, StorageFull, StorageFailed.
    [[nodiscard]] Result<Attached> attach(const AttachRequest& request);
    [[nodiscard]] Result<QList<KeptFile>> files(FileState state);
    [[nodiscard]] Result<bool> holdsFile(const QByteArray& sha256);
    [[nodiscard]] Result<QByteArray> readFile(const QByteArray& sha256, qint64 offset, qint64 length);
    [[nodiscard]] Result<void> advanceFile(const KeptFile& file, qint64 sent);
    [[nodiscard]] Result<void> settleFile(const KeptFile& file, ErrorCode code); // None: the server has it
    [[nodiscard]] Result<void> retryFiles();                                     // refused ones wait again
    // What an attachment on this device names; NotFound if none does.
    [[nodiscard]] Result<KeptFile> wantedFile(const QByteArray& sha256);
    // Of a file on its way here: how much there is, the next piece, and the end, at which it must be the one
    // that was wanted (ChecksumMismatch: it begins anew).
    [[nodiscard]] qint64 fetchedBytes(const KeptFile& file);
    [[nodiscard]] Result<void> keepFetched(const KeptFile& file, qint64 offset, QByteArrayView bytes);
    [[nodiscard]] Result<void> finishFetched(const KeptFile& file);
    // To be called at a start: settles what a death or a purge has left behind.
    [[nodiscard]] Result<void> sweepFiles();

    // --- small facts that must survive a restart (last sync, clock offset, data used…) ---
    [[nodiscard]] Result<QString> fact(const QString& key);
    [[nodiscard]] Result<void> setFact(const QString& key, const QString& value);

    [[nodiscard]] const domain::Schema& schema() const;
    [[nodiscard]] const Clock& clock() const;
    // The device's clock corrected by the last known offset to the server's.
    [[nodiscard]] Instant correctedNow();

private:
    struct Parts;
    explicit LocalStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace thidua::store
