#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/value.h"
#include "server/membership.h"

#include <QList>
#include <QString>

#include <optional>

namespace thidua::server
{

class Writer;

// A record's winning values as they stand on the server.
struct StoredRecord {
    RecordId record;
    QString kind;
    QString channel;
    qint64 version = 0;
    Fields values;
};

// A record that a commit has changed. One that moved is told twice: with its old channel and its new one.
struct TouchedRecord {
    QString kind;
    RecordId record;
    QString channel;

    friend bool operator==(const TouchedRecord&, const TouchedRecord&) = default;
};

// In whose name the server writes: itself, unless told otherwise (sample data, imports on behalf of people).
struct Signature {
    UserId author; // null: the server
    int rank = 50;
    Instant at = 0; // 0: now
};

struct ServerEdit {
    RecordId record;
    QString kind;
    Fields set; // whole groups, as for everybody
    Signature as = {};
};

// Records that the server makes itself: standings, persons, imported units. They go through the same
// accept path as everybody's edits (shape, merge, revisions, history), from the server's own device, having
// seen the newest version; only the question of rights is not asked. Belongs to the writing thread.
class ServerAuthor
{
public:
    explicit ServerAuthor(Writer& writer);

    // Winning values; deleted records are left out. channel empty: all channels. Order: by record id.
    [[nodiscard]] Result<QList<StoredRecord>> values(const QString& kind, const QString& channel = {});
    // Also deleted ones; nothing if there is no such record.
    [[nodiscard]] Result<std::optional<StoredRecord>> record(const RecordId& id);
    // The channel's revision: as long as it is the same, so is everything in it.
    [[nodiscard]] Result<qint64> revision(const QString& channel);
    // Blocks and their units, from the membership records.
    [[nodiscard]] Result<Membership> membership();

    // All of them in one durable commit, or none (an error names the first that could not be). Groups that
    // hold these values already are left out, so that an import can be repeated.
    [[nodiscard]] Result<void> author(const QList<ServerEdit>& edits);

    [[nodiscard]] const Clock& clock() const;

private:
    Writer& m_writer;
};

// Work that follows from commits, such as standings. Called on the writing thread.
class CommitListener
{
public:
    CommitListener() = default;
    CommitListener(const CommitListener&) = delete;
    CommitListener& operator=(const CommitListener&) = delete;
    virtual ~CommitListener() = default;

    // After every durable commit, also those of ServerAuthor itself. Only remember what there is to do.
    virtual void committed(const QList<TouchedRecord>& touched) = 0;
    // Another process has written, nobody knows which records.
    virtual void committedElsewhere() = 0;
    // After a start, when no write is waiting, and a few times a second under load: do it. Errors are logged;
    // it is called again after the next commit, or a second later.
    [[nodiscard]] virtual Result<void> settle(ServerAuthor& author) = 0;
};

} // namespace thidua::server
