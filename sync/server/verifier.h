#pragma once

#include "server/serverstore.h"

namespace thidua::server
{

struct VerifyReport {
    qint64 records = 0;
    qint64 edits = 0;
    qint64 channels = 0;
    QStringList faults; // English, one a line, with the ids concerned
};

// Recomputes from the history what is kept ready: heads, published rows, revisions and digests; and lets
// SQLite check its file. Reads one snapshot, changes nothing, and goes on after a fault.
class Verifier
{
public:
    explicit Verifier(ServerStore& store);

    // An error only if reading itself fails.
    [[nodiscard]] Result<VerifyReport> run();

private:
    [[nodiscard]] Result<void> checkRecord(const RecordId& id);
    [[nodiscard]] Result<void> checkHistory(const merge::RecordState& stored,
                                            const QList<AcceptedEdit>& edits);
    [[nodiscard]] Result<void> checkChannel(const ChannelEntry& channel);
    [[nodiscard]] Result<void> checkRow(const ChannelEntry& channel, const ChannelRow& row);
    void fault(const QString& what);

    ServerStore& m_store;
    VerifyReport m_report;
    QHash<QString, quint64> m_digests; // recomputed, by channel
};

} // namespace thidua::server
