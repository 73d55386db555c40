#pragma once

#include "sql/transaction.h"
#include "store/localstore.h"
#include "store/shapes.h"

namespace thidua::store
{

// The bits of record.flags, all of what is shown.
namespace flag
{
inline constexpr qint64 conflict = 2; // some group has siblings
inline constexpr qint64 pending = 4;  // own edits that the server has not answered for
inline constexpr qint64 deleted = 8;
} // namespace flag

// The server's decision about one record, as this device holds it.
struct Decided {
    merge::RecordState state; // version 0: none
    qint64 channel = 0;       // 0: none
};

// The same as it stands in the row.
struct HeldRow {
    QString kind;
    qint64 channel = 0;
    qint64 version = 0;
    merge::Stamp stamp;
    Shape shape;
    QByteArray body;
    QByteArray heads; // see headcodec.h
};

// What is shown of a record.
struct ShownRow {
    RecordId id;
    QString kind;
    qint64 place = 0;
    qint64 flags = 0;
    std::optional<Fields> values; // none: the decision as it is
};

// A decision as it comes; where bytes are, they outlive the call.
struct DecisionRow {
    RecordId id;
    QByteArrayView kind; // UTF-8
    qint64 channel = 0;
    qint64 flags = 0;
    qint64 rev = 0;
    qint64 version = 0;
    QByteArrayView stamp;
    qint64 shape = 0;
    QByteArrayView body;
    QByteArrayView heads; // null: none
};

// The table `record`.
class RecordTable
{
public:
    RecordTable(sql::Connection& connection, Shapes& shapes);

    [[nodiscard]] Result<std::optional<Record>> shown(const RecordId& id);
    // place 0: every channel.
    [[nodiscard]] Result<QList<Record>> shownOfKind(const QString& kind, qint64 place, bool withDeleted);
    [[nodiscard]] Result<qint64> count(const QString& kind, qint64 place);
    [[nodiscard]] Result<qint64> scan(const QString& kind, const QStringList& fields, qint64 after, int limit,
                                      const std::function<void(ScannedRecord&&)>& visit);
    [[nodiscard]] Result<QList<ContentMark>> contentMarks(const RecordId& after, int limit);
    [[nodiscard]] Result<std::optional<ContentMark>> contentMark(const RecordId& id);
    [[nodiscard]] Result<Decided> decided(const RecordId& id);
    // None if there is no row; version 0: a row of own edits alone.
    [[nodiscard]] Result<std::optional<HeldRow>> held(const RecordId& id);
    [[nodiscard]] Result<QList<RecordId>> inConflict();
    [[nodiscard]] Result<qint64> countConflicts();
    [[nodiscard]] Result<void> writeShown(const sql::Transaction&, const ShownRow& row);
    // Takes `pending` away or sets it, and returns the version of the decision.
    [[nodiscard]] Result<qint64> markPending(const sql::Transaction&, const RecordId& id, bool pending);
    // false: there is a row of this record already, and it is left as it is.
    [[nodiscard]] Result<bool> insert(const sql::Transaction&, const DecisionRow& row);
    // The decision is then what is shown.
    [[nodiscard]] Result<void> replace(const sql::Transaction&, const DecisionRow& row);
    // Takes the server's decision away; the caller then shows what own edits are left.
    [[nodiscard]] Result<void> forgetDecision(const sql::Transaction&, const RecordId& id);
    [[nodiscard]] Result<void> remove(const sql::Transaction&, const RecordId& id);
    // Of the decisions that belong to this channel.
    [[nodiscard]] Result<QList<QPair<RecordId, qint64>>> versionsIn(qint64 channel);
    // Records of own edits alone that are shown in this channel.
    [[nodiscard]] Result<QList<RecordId>> undecidedIn(qint64 channel);

private:
    [[nodiscard]] static Result<QList<RecordId>> collect(sql::CachedStatement& statement, Result<bool> row);
    [[nodiscard]] Result<Record> readShown(sql::CachedStatement& row);
    [[nodiscard]] Result<ContentMark> readMark(sql::CachedStatement& row);
    [[nodiscard]] Result<HeldRow> readHeld();
    [[nodiscard]] static Result<merge::RecordState> stateOf(const RecordId& id, const HeldRow& row);
    [[nodiscard]] Result<ScannedRecord> readScanned(const QStringList& fields,
                                                    QHash<qint64, QList<qsizetype>>& positions);
    sql::Connection& m_connection;
    Shapes& m_shapes;
    sql::CachedStatement m_shown;
    sql::CachedStatement m_ofKind;
    sql::CachedStatement m_ofKindInPlace;
    sql::CachedStatement m_scan;
    sql::CachedStatement m_marks;
    sql::CachedStatement m_mark;
    sql::CachedStatement m_count;
    sql::CachedStatement m_countInPlace;
    sql::CachedStatement m_decided;
    sql::CachedStatement m_inConflict;
    sql::CachedStatement m_countConflicts;
    sql::CachedStatement m_writeShown;
    sql::CachedStatement m_markPending;
    sql::CachedStatement m_insert;
    sql::CachedStatement m_replace;
    sql::CachedStatement m_forget;
    sql::CachedStatement m_remove;
    sql::CachedStatement m_versions;
    sql::CachedStatement m_undecided;
};

} // namespace thidua::store
