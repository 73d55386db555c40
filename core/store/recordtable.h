#pragma once

#include "sql/transaction.h"
#include "store/localstore.h"
#include "store/shapes.h"

namespace thidua::store
{

// The bits of record.flags.
namespace flag
{
inline constexpr qint64 mixed = 1;     // rows in `mixed`
inline constexpr qint64 conflict = 2;  // what is shown has siblings
inline constexpr qint64 pending = 4;   // own edits that the server has not answered for
inline constexpr qint64 deleted = 8;   // by what is shown
inline constexpr qint64 siblings = 16; // rows in `sibling`
} // namespace flag

// The server's decision about one record, as this device holds it.
struct Decided {
    merge::RecordState state; // version 0: none
    qint64 channel = 0;       // 0: none
};

// What is shown of a record.
struct ShownRow {
    RecordId id;
    QString kind;
    qint64 place = 0;
    qint64 flags = 0;             // conflict, pending, deleted
    std::optional<Fields> values; // none: the decision as it is
};

// The table `record` and the two tables of its exceptions.
class RecordTable
{
public:
    RecordTable(sql::Connection& connection, const domain::Schema& schema, Shapes& shapes);

    [[nodiscard]] Result<std::optional<Record>> shown(const RecordId& id);
    // place 0: every channel.
    [[nodiscard]] Result<QList<Record>> shownOfKind(const QString& kind, qint64 place, bool withDeleted);
    [[nodiscard]] Result<qint64> count(const QString& kind, qint64 place);
    [[nodiscard]] Result<RecordId> scan(const QString& kind, const QStringList& fields, const RecordId& after,
                                        int limit, const std::function<void(ScannedRecord&&)>& visit);
    [[nodiscard]] Result<Decided> decided(const RecordId& id);
    [[nodiscard]] Result<QList<RecordId>> inConflict();
    [[nodiscard]] Result<void> writeShown(const sql::Transaction&, const ShownRow& row);
    // Takes the server's decision away; the caller then shows what own edits are left.
    [[nodiscard]] Result<void> forgetDecision(const sql::Transaction&, const RecordId& id);
    [[nodiscard]] Result<void> remove(const sql::Transaction&, const RecordId& id);
    [[nodiscard]] Result<QList<QPair<RecordId, qint64>>> versionsIn(qint64 channel);

private:
    [[nodiscard]] Result<Record> readShown(sql::CachedStatement& row);
    [[nodiscard]] Result<ScannedRecord> readScanned(const QStringList& fields,
                                                    QHash<qint64, QList<qsizetype>>& positions);
    [[nodiscard]] Result<void> addMixed(merge::RecordState& state);
    [[nodiscard]] Result<void> addSiblings(merge::RecordState& state);
    const domain::Schema& m_schema;
    Shapes& m_shapes;
    sql::CachedStatement m_shown;
    sql::CachedStatement m_ofKind;
    sql::CachedStatement m_ofKindInPlace;
    sql::CachedStatement m_scan;
    sql::CachedStatement m_count;
    sql::CachedStatement m_countInPlace;
    sql::CachedStatement m_decided;
    sql::CachedStatement m_mixed;
    sql::CachedStatement m_siblings;
    sql::CachedStatement m_inConflict;
    sql::CachedStatement m_writeShown;
    sql::CachedStatement m_forget;
    sql::CachedStatement m_forgetMixed;
    sql::CachedStatement m_forgetSiblings;
    sql::CachedStatement m_remove;
    sql::CachedStatement m_versions;
};

} // namespace thidua::store
