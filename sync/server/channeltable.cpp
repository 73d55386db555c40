#include "server/channeltable.h"

#include "base/valuecodec.h"
#include "domain/names.h"

#include <bit>

namespace thidua::server
{

using namespace Qt::StringLiterals;

#define WINNERS                                                                                              \
    "SELECT published.record, channel.name, published.version, published.layout, published.body "            \
    "FROM published JOIN layout ON layout.number = published.layout "                                        \
    "JOIN channel ON channel.number = published.channel WHERE layout.kind = ?1 "

ChannelTable::ChannelTable(sql::Connection& connection, IdBook& ids)
    : m_ids(ids)
    , m_byName(connection, "SELECT number, name, rev, digest FROM channel WHERE name = ?1")
    , m_byNumber(connection, "SELECT number, name, rev, digest FROM channel WHERE number = ?1")
    , m_all(connection, "SELECT number, name, rev, digest FROM channel ORDER BY number")
    , m_add(connection, "INSERT INTO channel (name, rev, digest) VALUES (?1, 0, 0) RETURNING number")
    , m_save(connection, "UPDATE channel SET rev = ?2, digest = ?3 WHERE number = ?1")
    , m_findLayout(connection, "SELECT number FROM layout WHERE kind = ?1 AND columns = ?2")
    , m_addLayout(connection, "INSERT INTO layout (kind, columns) VALUES (?1, ?2) RETURNING number")
    , m_layout(connection, "SELECT kind, columns FROM layout WHERE number = ?1")
    , m_putRow(connection, "INSERT INTO published (channel, rev, record, version, layout, stamp_version, "
                           "device, seq, at, rank, author, extras, body) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
    , m_dropRow(connection, "DELETE FROM published WHERE channel = ?1 AND rev = ?2")
    , m_putMoved(connection, "INSERT INTO published (channel, rev, record, version, stamp_version, device, "
                             "seq, at, rank, author) VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0, 0, 0)")
    , m_rememberMoved(connection, "INSERT INTO moved (record, channel, rev) VALUES (?1, ?2, ?3)")
    , m_findMoved(connection, "SELECT rev FROM moved WHERE record = ?1 AND channel = ?2")
    , m_forgetMoved(connection, "DELETE FROM moved WHERE record = ?1 AND channel = ?2")
    , m_read(connection, "SELECT rev, record, version, layout, stamp_version, device, seq, at, rank, author, "
                         "extras, body FROM published WHERE channel = ?1 AND rev > ?2 ORDER BY rev LIMIT ?3")
    , m_channelOf(connection, "SELECT channel.number, channel.name, channel.rev, channel.digest "
                              "FROM record JOIN channel ON channel.number = record.channel "
                              "WHERE record.id = ?1")
    , m_winners(connection, WINNERS "ORDER BY published.record")
    , m_winnersIn(connection, WINNERS "AND published.channel = (SELECT number FROM channel WHERE name = ?2) "
                                      "ORDER BY published.record")
{
}

#undef WINNERS

static ChannelEntry entryOf(const sql::Statement& row)
{
    return {row.integer(0), row.text(1), row.integer(2), std::bit_cast<quint64>(row.integer(3))};
}

Result<ChannelEntry> ChannelTable::one(Result<bool> row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    if (!*row)
        return ChannelEntry();
    ChannelEntry entry = entryOf(*statement.operator->());
    statement.reset();
    return entry;
}

Result<ChannelEntry> ChannelTable::byName(const QString& name)
{
    auto entry = one(m_byName.step(name), m_byName);
    if (entry && entry->number == 0)
        entry->name = name;
    return entry;
}

Result<ChannelEntry> ChannelTable::byNumber(qint64 number)
{
    return one(m_byNumber.step(number), m_byNumber);
}

Result<QList<ChannelEntry>> ChannelTable::all()
{
    QList<ChannelEntry> channels;
    auto row = m_all.step();
    for (; row && *row; row = m_all.next())
        channels.append(entryOf(*m_all.operator->()));
    if (!row)
        return row.error();
    return channels;
}

// Of an INSERT that returns it.
static Result<qint64> numberOf(const Result<bool>& row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    const qint64 number = statement->integer(0);
    statement.reset();
    return number;
}

Result<qint64> ChannelTable::add(const QString& name)
{
    return numberOf(m_add.step(name), m_add);
}

Result<void> ChannelTable::save(const ChannelEntry& channel)
{
    return m_save.run(channel.number, channel.rev, std::bit_cast<qint64>(channel.digest));
}

static QByteArray encodeColumns(const QStringList& columns)
{
    Value::List names;
    for (const QString& column : columns)
        names.append(column);
    return codec::encodeRow({Value(names)});
}

Result<qint64> ChannelTable::layoutNumber(const Layout& layout)
{
    const QByteArray columns = encodeColumns(layout.columns);
    const auto known = m_layoutNumbers.constFind({layout.kind, columns});
    if (known != m_layoutNumbers.cend())
        return *known;
    auto number = findOrAddLayout(layout.kind, columns);
    if (number)
        m_layoutNumbers.insert({layout.kind, columns}, *number);
    return number;
}

Result<qint64> ChannelTable::findOrAddLayout(const QString& kind, const QByteArray& columns)
{
    auto row = m_findLayout.step(kind, columns);
    if (!row || *row)
        return numberOf(row, m_findLayout);
    return numberOf(m_addLayout.step(kind, columns), m_addLayout);
}

void ChannelTable::forget()
{
    m_layouts.clear();
    m_layoutNumbers.clear();
}

Result<Layout> ChannelTable::layout(qint64 number)
{
    const auto known = m_layouts.constFind(number);
    if (known != m_layouts.cend())
        return *known;
    auto row = m_layout.step(number);
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::StorageCorrupt, u"a row of an unknown layout"_s};
    Layout layout{m_layout->text(0), {}};
    const QByteArray bytes = m_layout->blob(1);
    m_layout.reset();
    auto columns = codec::decodeRow(bytes, 1);
    if (!columns)
        return columns.error();
    for (const Value& column : columns->first().toList())
        layout.columns.append(column.toText());
    m_layouts.insert(number, layout);
    return layout;
}

Result<void> ChannelTable::putRow(qint64 channel, qint64 rev, const RecordId& record, qint64 version,
                                  const QString& kind, const PublishedRecord& published)
{
    const merge::Stamp& stamp = published.stamp;
    auto layout = layoutNumber({kind, published.columns});
    if (!layout)
        return layout.error();
    auto author = m_ids.accountOf(stamp.author);
    if (!author)
        return author.error();
    auto device = m_ids.deviceNumber(stamp.device);
    if (!device)
        return device.error();
    const auto extras = published.extras.isEmpty() ? QByteArrayView() : QByteArrayView(published.extras);
    return m_putRow.run(channel, rev, record, version, *layout, stamp.version, *device, stamp.seq, stamp.at,
                        stamp.rank, *author, extras, published.body);
}

Result<void> ChannelTable::dropRow(qint64 channel, qint64 rev)
{
    return m_dropRow.run(channel, rev);
}

Result<void> ChannelTable::putMoved(qint64 channel, qint64 rev, const RecordId& record, qint64 version)
{
    if (auto put = m_putMoved.run(channel, rev, record, version); !put)
        return put;
    return m_rememberMoved.run(record, channel, rev);
}

Result<void> ChannelTable::dropMoved(qint64 channel, const RecordId& record)
{
    auto row = m_findMoved.step(record, channel);
    if (!row)
        return row.error();
    if (!*row)
        return {};
    const qint64 rev = m_findMoved->integer(0);
    m_findMoved.reset();
    if (auto dropped = m_dropRow.run(channel, rev); !dropped)
        return dropped;
    return m_forgetMoved.run(record, channel);
}

// PostgreSQL sends all that a statement asks for, though a page may have room for the first rows only.
static constexpr int rowsInPortion = 2000;

Result<void> ChannelTable::readFrom(qint64 channel, qint64 rev)
{
    m_readChannel = channel;
    return readOn(rev);
}

Result<void> ChannelTable::readOn(qint64 rev)
{
    m_portionLeft = rowsInPortion;
    auto row = m_read.step(m_readChannel, rev, rowsInPortion);
    m_rowReady = row && *row;
    return row ? Result<void>() : row.error();
}

Result<std::optional<ChannelRow>> ChannelTable::nextRow()
{
    if (!m_rowReady)
        return std::optional<ChannelRow>();
    const sql::Statement& row = *m_read.operator->();
    ChannelRow entry{row.integer(0), row.id<RecordId>(1), row.integer(2), row.integer(3), {}, {}, {}};
    if (entry.layout != 0) {
        auto device = m_ids.device(row.integer(5));
        if (!device)
            return device.error();
        auto author = m_ids.author(row.integer(9));
        if (!author)
            return author.error();
        entry.stamp = {row.integer(4), *device, row.integer(6), row.integer(7), int(row.integer(8)), *author};
        entry.extras = row.blob(10);
        entry.body = row.blob(11);
    }
    if (--m_portionLeft == 0) {
        if (auto next = readOn(entry.rev); !next)
            return next.error();
        return std::optional(std::move(entry));
    }
    auto more = m_read.next();
    if (!more)
        return more.error();
    m_rowReady = *more;
    return std::optional(std::move(entry));
}

void ChannelTable::readDone()
{
    m_read.reset();
    m_rowReady = false;
}

static Result<Fields> fieldsOf(const Layout& layout, const QByteArray& body)
{
    auto values = codec::decodeRow(body, layout.columns.size());
    if (!values || values->size() != layout.columns.size())
        return {ErrorCode::StorageCorrupt, u"a row does not fit its layout"_s};
    Fields fields;
    for (qsizetype i = 0; i < values->size(); ++i)
        fields.insert(layout.columns[i], (*values)[i]);
    return fields;
}

Result<QList<StoredRecord>> ChannelTable::winners(const QString& kind, const QString& channel)
{
    QList<StoredRecord> records;
    sql::CachedStatement& found = channel.isEmpty() ? m_winners : m_winnersIn;
    auto row = channel.isEmpty() ? found.step(kind) : found.step(kind, channel);
    for (; row && *row; row = found.next()) {
        auto columns = layout(found->integer(3));
        if (!columns)
            return columns.error();
        auto values = fieldsOf(*columns, found->blob(4));
        if (!values)
            return values.error();
        if (!values->value(name::deleted).toBool())
            records.append(
                {found->id<RecordId>(0), kind, found->text(1), found->integer(2), std::move(*values)});
    }
    if (!row)
        return row.error();
    return records;
}

Result<ChannelEntry> ChannelTable::channelOf(const RecordId& record)
{
    return one(m_channelOf.step(record), m_channelOf);
}

} // namespace thidua::server
