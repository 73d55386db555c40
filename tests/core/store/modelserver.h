#pragma once

#include "store/localstore.h"

namespace thidua::test
{

// As much of a server as a store notices: it accepts edits with the merge, counts revisions of channels,
// tells what has moved away, can lose its latest commits, and answers pulls in pages of any size.
class ModelServer
{
public:
    [[nodiscard]] store::Receipt accept(const merge::Edit& edit, int rank, const UserId& author);
    [[nodiscard]] store::Receipt refuse(const merge::Edit& edit);
    // One page of at most `limit` entries; `complete` says whether it is the last.
    [[nodiscard]] store::Page pull(const QMap<QString, qint64>& positions, int limit, bool& complete) const;
    [[nodiscard]] QMap<QString, quint64> digests(const QStringList& channels) const;
    [[nodiscard]] const merge::RecordState* find(const RecordId& id) const;
    [[nodiscard]] QList<RecordId> all() const { return m_records.keys(); }
    [[nodiscard]] qint64 mark(const DeviceId& device) const { return m_marks.value(device); }
    [[nodiscard]] QString epoch() const;
    // As restored from this copy of it.
    void restore(const ModelServer& backup);

private:
    struct Held {
        merge::RecordState state;
        QString channel;
        qint64 rev = 0;
    };
    struct Moved {
        RecordId record;
        QString from;
        qint64 rev = 0;
    };
    QMap<RecordId, Held> m_records;
    QList<Moved> m_moved;
    QMap<QString, qint64> m_revs;
    QMap<DeviceId, qint64> m_marks;
    qint64 m_epoch = 1;
};

// A record as the wire tells it: a table of its own.
[[nodiscard]] merge::PublishedTable publish(const merge::RecordState& state, const QString& channel,
                                            qint64 rev);
// What a device can know of a record from that: winners, and siblings of other values.
[[nodiscard]] merge::RecordState asPublished(const merge::RecordState& state);

} // namespace thidua::test
