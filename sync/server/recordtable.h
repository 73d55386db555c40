#pragma once

#include "merge/recordstate.h"
#include "server/idbook.h"
#include "sql/connection.h"

#include <QCache>
#include <QHash>
#include <QMap>

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
    QByteArray set; // of the edit, encoded; empty where it was read from the store
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
    // Those of them that are there, asked for several at a time: with a database on the network each question
    // costs more than its answer.
    [[nodiscard]] Result<QHash<RecordId, RecordEntry>> loadAll(const QList<RecordId>& ids);
    [[nodiscard]] Result<void> save(const RecordEntry& entry);
    [[nodiscard]] Result<void> addEdit(const AcceptedEdit& edit);

    // In order of acceptance.
    [[nodiscard]] Result<QList<AcceptedEdit>> history(const RecordId& id, const QString& kind);
    // What a device itself had entered after it was shown `seen`, in order of acceptance.
    [[nodiscard]] Result<QList<AcceptedEdit>> ownAfter(const RecordId& id, const QString& kind, qint64 seen,
                                                       qint64 device);
    // Whether some edit of another device was not known to somebody who had been shown `seen`, in the current
    // epoch or in an older one.
    [[nodiscard]] Result<bool> hasUnknown(const RecordId& id, qint64 seen, qint64 device);
    [[nodiscard]] Result<bool> hasUnknown(const RecordId& id, qint64 seen, qint64 seenEpoch, qint64 device);
    // A record as it was when it had this version. Committed versions only: they never change, so the last
    // ones that somebody looked at are kept in memory.
    void remember(const merge::RecordState& state);
    [[nodiscard]] Result<merge::RecordState> stateAt(const RecordId& id, const QString& kind, qint64 version);
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
    [[nodiscard]] static RecordEntry entryOf(const sql::Statement& row, int first);
    [[nodiscard]] Result<void> loadHeads(merge::RecordState& state, const QByteArray& bytes);
    [[nodiscard]] Result<QMap<qint64, AcceptedEdit>> edits(const merge::RecordState& state,
                                                           const QList<qint64>& versions);
    [[nodiscard]] Result<AcceptedEdit> editOf(const sql::Statement& row, const RecordId& id,
                                              const QString& kind);
    [[nodiscard]] Result<QList<AcceptedEdit>> collect(sql::CachedStatement& statement, Result<bool> row,
                                                      const RecordId& id, const QString& kind);
    [[nodiscard]] static Result<bool> isTrue(sql::CachedStatement& statement, const Result<bool>& row);

    const domain::Schema& m_schema;
    IdBook& m_ids;
    sql::CachedStatement m_load;
    sql::CachedStatement m_loadSeveral;
    sql::CachedStatement m_save;
    sql::CachedStatement m_addEdit;
    sql::CachedStatement m_edits;
    sql::CachedStatement m_history;
    sql::CachedStatement m_upTo;
    sql::CachedStatement m_ownAfter;
    sql::CachedStatement m_unknown;
    sql::CachedStatement m_unknownInEpochs;
    sql::CachedStatement m_idsAfter;
    QCache<QPair<RecordId, qint64>, merge::RecordState> m_past;
};

// Enters an accepted edit into a state as it was entered then.
void replay(const domain::Schema& schema, merge::RecordState& state, const AcceptedEdit& accepted);

} // namespace thidua::server
