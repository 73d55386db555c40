#pragma once

#include "store/shown.h"

#include <QSet>

namespace thidua::store
{

// Stores a page of decisions. New records take one insert; known ones first leave their replaced values in
// `history`.
class PageApplier
{
public:
    PageApplier(sql::Connection& connection, const domain::Schema& schema, RecordTable& records,
                Shapes& shapes, Channels& channels, Outbox& outbox, Shown& shown);

    struct Touched {
        QSet<RecordId> records;
        QSet<QString> kinds;
    };
    [[nodiscard]] Result<Touched> apply(const sql::Transaction& transaction, const Page& page);
    // Drops what the server no longer lets this device hold; unsent edits stay.
    [[nodiscard]] Result<void> purgeChannel(const sql::Transaction& transaction, const QString& name,
                                            Touched& touched);
    [[nodiscard]] Result<void> purge(const sql::Transaction& transaction, const RecordId& id,
                                     Touched& touched);
    // The same for a record that the server does not have any more, after a restore: its values stay in
    // `history`.
    [[nodiscard]] Result<void> retire(const sql::Transaction& transaction, const RecordId& id,
                                      Touched& touched);

private:
    struct Table;
    [[nodiscard]] Result<Table> open(const merge::PublishedTable& published);
    [[nodiscard]] Result<void> applyTable(const sql::Transaction&, const merge::PublishedTable&, Touched&);
    [[nodiscard]] Result<void> applyRow(const sql::Transaction&, Table&, const merge::PublishedRow&);
    [[nodiscard]] Result<void> replaceRow(const sql::Transaction&, Table&, const DecisionRow&);
    [[nodiscard]] Result<qint64> channelOf(const sql::Transaction&, Table&, const merge::PublishedRow&);
    using Stands = std::function<bool(const QString& group, const merge::Stamp& stamp)>;
    // Of a record that changes: the heads that do not stand any more.
    [[nodiscard]] Result<void> keepHistory(const RecordId& id, const HeldRow& before, const Stands& stands);
    [[nodiscard]] Result<bool> anySuspects();
    [[nodiscard]] Result<void> takeAway(const sql::Transaction&, const RecordId& id, const HeldRow& held,
                                        Touched& touched);

    const domain::Schema& m_schema;
    RecordTable& m_records;
    Shapes& m_shapes;
    Channels& m_channels;
    Outbox& m_outbox;
    Shown& m_shown;
    sql::CachedStatement m_insertHistory;
    sql::CachedStatement m_dropHistory;
    sql::CachedStatement m_anySuspect;
    sql::CachedStatement m_noLongerSuspect;
    bool m_repairing = false;
};

} // namespace thidua::store
