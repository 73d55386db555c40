#pragma once

#include "merge/published.h"
#include "server/idbook.h"
#include "server/published.h"
#include "server/serverauthor.h"
#include "sql/connection.h"

#include <QHash>

#include <optional>

namespace thidua::server
{

struct ChannelEntry {
    qint64 number = 0; // 0: no record was ever in it
    QString name;
    qint64 rev = 0;
    quint64 digest = 0;
};

struct Layout {
    QString kind;
    QStringList columns;
};

// One entry of a channel in the order in which devices read it.
struct ChannelRow {
    qint64 rev = 0;
    RecordId record;
    qint64 version = 0;
    qint64 layout = 0; // 0: the record has moved away
    merge::Stamp stamp;
    QByteArray extras;
    QByteArray body;
};

// Channels, their revisions, and what stands in them.
class ChannelTable
{
public:
    ChannelTable(sql::Connection& connection, IdBook& ids);

    [[nodiscard]] Result<ChannelEntry> byName(const QString& name); // number 0 if there is none
    [[nodiscard]] Result<ChannelEntry> byNumber(qint64 number);
    [[nodiscard]] Result<QList<ChannelEntry>> all();
    [[nodiscard]] Result<qint64> add(const QString& name); // its number
    [[nodiscard]] Result<void> save(const ChannelEntry& channel);

    [[nodiscard]] Result<qint64> layoutNumber(const Layout& layout);
    [[nodiscard]] Result<Layout> layout(qint64 number);
    void forget();

    [[nodiscard]] Result<void> putRow(qint64 channel, qint64 rev, const RecordId& record, qint64 version,
                                      const QString& kind, const PublishedRecord& published);
    [[nodiscard]] Result<void> dropRow(qint64 channel, qint64 rev);
    [[nodiscard]] Result<void> putMoved(qint64 channel, qint64 rev, const RecordId& record, qint64 version);
    // When the record comes back. Nothing to do if it had not moved from here.
    [[nodiscard]] Result<void> dropMoved(qint64 channel, const RecordId& record);

    // Rows after `rev` in order, fetched in portions. The reading ends with readDone, whether or not it came
    // to the end.
    [[nodiscard]] Result<void> readFrom(qint64 channel, qint64 rev);
    [[nodiscard]] Result<std::optional<ChannelRow>> nextRow();
    void readDone();
    // The winning values of a kind's records that are not deleted, in id order. channel empty: everywhere.
    [[nodiscard]] Result<QList<StoredRecord>> winners(const QString& kind, const QString& channel);
    // The channel in which a record stands now.
    [[nodiscard]] Result<ChannelEntry> channelOf(const RecordId& record);

private:
    [[nodiscard]] Result<ChannelEntry> one(Result<bool> row, sql::CachedStatement& statement);
    [[nodiscard]] Result<qint64> findOrAddLayout(const QString& kind, const QByteArray& columns);
    [[nodiscard]] Result<void> readOn(qint64 rev);

    IdBook& m_ids;
    QHash<qint64, Layout> m_layouts; // never change
    QHash<QPair<QString, QByteArray>, qint64> m_layoutNumbers;
    sql::CachedStatement m_byName;
    sql::CachedStatement m_byNumber;
    sql::CachedStatement m_all;
    sql::CachedStatement m_add;
    sql::CachedStatement m_save;
    sql::CachedStatement m_findLayout;
    sql::CachedStatement m_addLayout;
    sql::CachedStatement m_layout;
    sql::CachedStatement m_putRow;
    sql::CachedStatement m_dropRow;
    sql::CachedStatement m_putMoved;
    sql::CachedStatement m_rememberMoved;
    sql::CachedStatement m_findMoved;
    sql::CachedStatement m_forgetMoved;
    sql::CachedStatement m_read;
    sql::CachedStatement m_channelOf;
    sql::CachedStatement m_winners;
    sql::CachedStatement m_winnersIn;
    qint64 m_readChannel = 0;
    int m_portionLeft = 0;   // rows that this portion may still have
    bool m_rowReady = false; // readFrom has stepped to a row that nextRow has not given out yet
};

} // namespace thidua::server
