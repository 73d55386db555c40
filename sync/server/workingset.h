#pragma once

#include "server/membership.h"
#include "server/serverauthor.h"
#include "server/serverstore.h"

#include <QHash>
#include <QMap>

namespace thidua::server
{

// A record while edits are being judged: as it will stand once they are committed.
struct WorkingRecord {
    merge::RecordState state; // version 0: does not exist
    Fields values;            // winning
    QString channel;          // that follows from the values; empty: does not exist
    QList<AcceptedEdit> added;

    // As it stands in the database; channel 0: it is new.
    qint64 storedChannel = 0;
    qint64 storedRev = 0;
    qint64 storedVersion = 0;
};

// What a commit changed.
struct Committed {
    QList<TouchedRecord> touched;
    QMap<QString, qint64> channels; // name -> new revision
};

// Everything that one durable commit changes in records, collected in memory first: edits that are accepted
// or refused as one can be taken back without the database, and a record that is edited many times is
// written once. Only good inside a write transaction, from its begin to its end.
class WorkingSet
{
public:
    WorkingSet(ServerStore& store, Epoch epoch, Membership membership);

    [[nodiscard]] const Epoch& epoch() const { return m_epoch; }
    [[nodiscard]] const Membership& membership() const { return m_membership; }
    [[nodiscard]] const domain::Schema& schema() const { return m_store.schema(); }

    // These will be asked for: reads them together.
    [[nodiscard]] Result<void> expect(const QList<RecordId>& ids);
    // Valid until the next call of expect(), record(), add() or undo().
    [[nodiscard]] Result<const WorkingRecord*> record(const RecordId& id);
    // The winning values that somebody knew who had been shown `seen`: those that the edit is judged by.
    [[nodiscard]] Result<Fields> seenValues(const WorkingRecord& record, const merge::Edit& edit);
    // Enters an edit; its version is set here. Returns the groups in which it stands beside another value.
    [[nodiscard]] Result<QStringList> add(AcceptedEdit& edit);

    // undo() takes everything back to mark(); keep() makes it stay. One level.
    void mark();
    void keep();
    void undo();

    // Writes it all. What it returns holds once the transaction is committed.
    [[nodiscard]] Result<Committed> write();

private:
    [[nodiscard]] const WorkingRecord& take(const RecordId& id, RecordEntry entry);
    [[nodiscard]] Result<merge::RecordState> stateShown(const WorkingRecord& record, const merge::Edit& edit);
    [[nodiscard]] Result<merge::RecordState> stateKnown(const WorkingRecord& record, const merge::Edit& edit);
    [[nodiscard]] Result<bool> knowsAll(const WorkingRecord& record, const merge::Edit& edit);
    [[nodiscard]] Result<void> noteFile(const AcceptedEdit& edit);
    [[nodiscard]] Result<void> writeRecord(WorkingRecord& record, Committed& committed);
    [[nodiscard]] Result<void> leaveOldPlace(const WorkingRecord& record, qint64 newChannel);
    [[nodiscard]] Result<void> publishAt(ChannelEntry& channel, WorkingRecord& record);
    [[nodiscard]] Result<ChannelEntry*> channelByName(const QString& name);
    [[nodiscard]] Result<ChannelEntry*> channelByNumber(qint64 number);
    [[nodiscard]] Result<void> writeChannels(Committed& committed);

    ServerStore& m_store;
    Epoch m_epoch;
    Membership m_membership;
    QHash<RecordId, WorkingRecord> m_records;
    QList<RecordId> m_changed; // in the order of their first change
    QHash<qint64, ChannelEntry> m_channels;
    QHash<QString, qint64> m_channelNumbers;

    struct Undo {
        QHash<RecordId, WorkingRecord> records;
        qsizetype changed = 0;
        Membership membership;
    };
    std::optional<Undo> m_undo;
};

} // namespace thidua::server
