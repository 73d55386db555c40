#pragma once

#include "merge/recordstate.h"
#include "server/idbook.h"
#include "sql/connection.h"

#include <optional>

namespace thidua::server
{

// One accepted edit as it stands in the history.
struct AcceptedEdit {
    merge::Edit edit; // `at` as claimed
    merge::Acceptance acceptance;
    qint64 version = 0;
    Instant receivedAt = 0;
    qint64 deviceNumber = 0;
    qint64 authorNumber = 0;
};

struct RecordEntry {
    merge::RecordState state;
    qint64 channel = 0; // number
    qint64 rev = 0;     // in the channel
};

// Records as the versions that are their heads, and the history that these point into. The values stand in
// the history alone.
class RecordTable
{
public:
    RecordTable(sql::Connection& connection, const domain::Schema& schema, IdBook& ids);

    [[nodiscard]] Result<std::optional<RecordEntry>> load(const RecordId& id);
    [[nodiscard]] Result<void> save(const RecordEntry& entry);
    [[nodiscard]] Result<void> addEdit(const AcceptedEdit& edit);

    // In order of acceptance.
    [[nodiscard]] Result<QList<AcceptedEdit>> history(const RecordId& id, const QString& kind);
    // Whether some edit of another device was not known to somebody who had been shown `seen`.
    [[nodiscard]] Result<bool> hasUnknown(const RecordId& id, qint64 seen, qint64 seenEpoch, qint64 device);
    // In id order, `after` excluded; for going over everything in pieces.
    [[nodiscard]] Result<QList<RecordId>> idsAfter(const RecordId& after, int limit);
    [[nodiscard]] Result<QString> kindOf(const RecordId& id); // empty: no such record

private:
    struct HeadVersions {
        QString group;
        QList<qint64> versions;
    };
    [[nodiscard]] static QByteArray encodeHeads(const merge::RecordState& state);
    [[nodiscard]] static Result<QList<HeadVersions>> decodeHeads(const QByteArray& bytes);
    [[nodiscard]] Result<void> loadHeads(merge::RecordState& state, const QList<HeadVersions>& heads);
    [[nodiscard]] Result<AcceptedEdit> editOf(const sql::Statement& row, const RecordId& id,
                                              const QString& kind);

    const domain::Schema& m_schema;
    IdBook& m_ids;
    sql::CachedStatement m_load;
    sql::CachedStatement m_save;
    sql::CachedStatement m_addEdit;
    sql::CachedStatement m_edit;
    sql::CachedStatement m_history;
    sql::CachedStatement m_unknown;
    sql::CachedStatement m_idsAfter;
};

} // namespace thidua::server
