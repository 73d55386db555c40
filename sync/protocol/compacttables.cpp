#include "protocol/compacttables.h"

#include "protocol/members.h"

#include <QHash>

namespace thidua::protocol
{

using Numbers = QList<qint64>;

namespace
{

// A number as the difference to the one before it, and back.
class Difference
{
public:
    [[nodiscard]] qint64 to(qint64 next)
    {
        return qint64(quint64(next) - quint64(std::exchange(m_last, next))); // wraps, and back again
    }
    [[nodiscard]] qint64 after(qint64 difference)
    {
        m_last = qint64(quint64(m_last) + quint64(difference));
        return m_last;
    }

private:
    qint64 m_last = 0;
};

// Devices and authors of a table, each once.
class IdList
{
public:
    qint64 numberOf(QByteArrayView id)
    {
        const auto known = m_numbers.constFind(id);
        if (known != m_numbers.cend())
            return *known;
        m_numbers.insert(id, m_ids.size());
        m_ids.append(id);
        return m_ids.size() - 1;
    }
    [[nodiscard]] const QList<QByteArrayView>& all() const { return m_ids; }

private:
    QList<QByteArrayView> m_ids; // into the table
    QHash<QByteArrayView, qint64> m_numbers;
};

void writeNumbers(BodyWriter& out, const Numbers& numbers)
{
    out.beginList(numbers.size());
    for (const qint64 number : numbers)
        out.integer(number);
    out.endList();
}

struct StampColumns {
    Numbers versions, devices, seqs, times, ranks, authors;
};

StampColumns columnsOf(const QList<merge::Stamp>& stamps, IdList& ids)
{
    StampColumns columns;
    QHash<qint64, Difference> seqs; // by device
    QHash<qint64, Difference> times;
    for (const merge::Stamp& stamp : stamps) {
        const qint64 device = ids.numberOf(stamp.device.view());
        columns.versions.append(stamp.version);
        columns.devices.append(device);
        columns.seqs.append(seqs[device].to(stamp.seq));
        columns.times.append(times[device].to(stamp.at));
        columns.ranks.append(stamp.rank);
        columns.authors.append(ids.numberOf(stamp.author.view()));
    }
    return columns;
}

void writeStamps(BodyWriter& out, const StampColumns& columns)
{
    out.beginList(6);
    for (const Numbers* column : {&columns.versions, &columns.devices, &columns.seqs, &columns.times,
                                  &columns.ranks, &columns.authors})
        writeNumbers(out, *column);
    out.endList();
}

// Runs of rows of one channel.
void writeChannels(BodyWriter& out, const QList<merge::PublishedRow>& rows)
{
    QList<std::pair<QString, qint64>> runs;
    for (const merge::PublishedRow& row : rows) {
        if (runs.isEmpty() || runs.last().first != row.channel)
            runs.append({row.channel, 0});
        runs.last().second += 1;
    }
    out.beginList(runs.size());
    for (const auto& [channel, count] : std::as_const(runs)) {
        out.beginList(2);
        out.text(channel);
        out.integer(count);
        out.endList();
    }
    out.endList();
}

void writeRows(BodyWriter& out, const merge::PublishedTable& table)
{
    const FieldTypes types = fieldTypesOf(table.kind, table.columns);
    out.beginList(table.rows.size());
    for (const merge::PublishedRow& row : table.rows) {
        out.beginList(types.size());
        out.rowBody(types, row.body);
        out.endList();
    }
    out.endList();
}

// What stands beside the rows: each time which row, under which stamp, and then what.
class ExceptionWriter
{
public:
    ExceptionWriter(BodyWriter& out, const QHash<RecordId, qint64>& rows)
        : m_out(out)
        , m_rows(rows)
    {
    }
    void begin(const RecordId& record, qsizetype stamp, qsizetype more)
    {
        m_out.beginList(2 + more);
        m_out.integer(m_row.to(m_rows.value(record)));
        m_out.integer(m_stamp.to(stamp));
    }

private:
    BodyWriter& m_out;
    const QHash<RecordId, qint64>& m_rows;
    Difference m_row;
    Difference m_stamp;
};

// Neighbours of one record under one stamp.
template<typename Entry>
QList<QList<Entry>> together(const QList<Entry>& entries)
{
    QList<QList<Entry>> sets;
    for (const Entry& entry : entries) {
        const bool same = !sets.isEmpty() && sets.last().first().record == entry.record &&
                          sets.last().first().stamp == entry.stamp;
        if (!same)
            sets.append(QList<Entry>());
        sets.last().append(entry);
    }
    return sets;
}

void writeMixed(BodyWriter& out, const merge::PublishedTable& table, const QHash<RecordId, qint64>& rows)
{
    const auto sets = together(table.mixed);
    ExceptionWriter exceptions(out, rows);
    out.beginList(sets.size());
    for (const auto& set : sets) {
        exceptions.begin(set.first().record, set.first().stamp, set.size());
        for (const merge::MixedField& field : set)
            out.text(field.field);
        out.endList();
    }
    out.endList();
}

void writeSiblings(BodyWriter& out, const merge::PublishedTable& table, const QHash<RecordId, qint64>& rows)
{
    const auto sets = together(table.siblings);
    ExceptionWriter exceptions(out, rows);
    out.beginList(sets.size());
    for (const auto& set : sets) {
        exceptions.begin(set.first().record, set.first().stamp, 2 * set.size());
        for (const merge::SiblingField& sibling : set) {
            out.text(sibling.field);
            out.value(fieldTypeOf(table.kind, sibling.field), sibling.value);
        }
        out.endList();
    }
    out.endList();
}

template<typename Ids>
void writeIds(BodyWriter& out, const Ids& ids)
{
    out.beginList(ids.size());
    for (const QByteArrayView id : ids)
        out.idBytes(id);
    out.endList();
}

} // namespace

void writeCompactTable(BodyWriter& out, const merge::PublishedTable& table)
{
    IdList ids;
    const StampColumns stamps = columnsOf(table.stamps, ids);
    QList<QByteArrayView> records;
    Numbers revs;
    Numbers versions;
    Numbers own;
    QHash<RecordId, qint64> rows;
    Difference rev;
    Difference stamp;
    for (const merge::PublishedRow& row : table.rows) {
        rows.insert(row.record, records.size());
        records.append(row.record.view());
        revs.append(rev.to(row.rev));
        versions.append(row.version);
        own.append(stamp.to(row.stamp));
    }
    out.beginMap();
    out.key("ids");
    writeIds(out, ids.all());
    out.key("own");
    writeNumbers(out, own);
    out.key("kind");
    out.text(table.kind);
    out.key("revs");
    writeNumbers(out, revs);
    out.key("rows");
    writeRows(out, table);
    if (!table.mixed.isEmpty()) {
        out.key("mixed");
        writeMixed(out, table, rows);
    }
    if (!table.moved.isEmpty()) {
        QList<QByteArrayView> moved;
        for (const RecordId& id : table.moved)
            moved.append(id.view());
        out.key("moved");
        writeIds(out, moved);
    }
    out.key("stamps");
    writeStamps(out, stamps);
    out.key("columns");
    writeTexts(out, table.columns);
    out.key("records");
    writeIds(out, records);
    out.key("channels");
    writeChannels(out, table.rows);
    if (!table.siblings.isEmpty()) {
        out.key("siblings");
        writeSiblings(out, table, rows);
    }
    out.key("versions");
    writeNumbers(out, versions);
    out.endMap();
}

namespace
{

class CompactReader
{
public:
    CompactReader(BodyReader& in, const CompactMembers& members, merge::PublishedTable& table)
        : m_in(in)
        , m_members(members)
        , m_table(table)
    {
    }

    void read()
    {
        readStamps();
        readRows();
        Difference row;
        Difference stamp;
        m_in.at(m_members.mixed, [&] { m_in.list([&] { readMixed(row, stamp); }); });
        row = {};
        stamp = {};
        m_in.at(m_members.siblings, [&] { m_in.list([&] { readSiblings(row, stamp); }); });
    }

private:
    Numbers numbers(qint64 least = std::numeric_limits<qint64>::min(),
                    qint64 greatest = std::numeric_limits<qint64>::max())
    {
        Numbers numbers;
        m_in.list([&] { numbers.append(m_in.integer(least, greatest)); });
        return numbers;
    }
    Numbers numbersAt(BodyReader::Position position, qint64 least = std::numeric_limits<qint64>::min())
    {
        Numbers found;
        m_in.at(position, [&] { found = numbers(least); });
        return found;
    }
    // Sizes and indexes that do not fit each other; the reader stops at the first.
    bool sound(bool holds)
    {
        if (!holds && m_in.ok())
            m_in.fail(ErrorCode::Malformed, "columns of a table that do not fit each other");
        return m_in.ok();
    }

    void readStamps()
    {
        QList<RecordId> ids; // of devices and of people
        m_in.at(m_members.ids, [&] { m_in.list([&] { ids.append(m_in.id<RecordId>()); }); });
        const qint64 last = ids.size() - 1;
        Numbers versions, devices, seqs, times, ranks, authors;
        m_in.at(m_members.stamps, [&] {
            m_in.tuple(6, [&] {
                versions = numbers(1);
                devices = numbers(0, last);
                seqs = numbers();
                times = numbers();
                ranks = numbers(0, 1000);
                authors = numbers(0, last);
            });
        });
        const qsizetype count = versions.size();
        if (!sound(devices.size() == count && seqs.size() == count && times.size() == count &&
                   ranks.size() == count && authors.size() == count))
            return;
        QHash<qint64, Difference> seqOf; // by device
        QHash<qint64, Difference> timeOf;
        m_table.stamps.reserve(count);
        for (qsizetype i = 0; i < count; ++i) {
            merge::Stamp stamp;
            stamp.version = versions[i];
            stamp.device = DeviceId::fromBytes(ids[devices[i]].view()).value_or(DeviceId());
            stamp.seq = seqOf[devices[i]].after(seqs[i]);
            stamp.at = timeOf[devices[i]].after(times[i]);
            stamp.rank = int(ranks[i]);
            stamp.author = UserId::fromBytes(ids[authors[i]].view()).value_or(UserId());
            if (!sound(stamp.seq >= 0))
                return;
            m_table.stamps.append(stamp);
        }
    }

    void readRows()
    {
        const FieldTypes types = fieldTypesOf(m_table.kind, m_table.columns);
        m_in.at(m_members.records, [&] {
            m_in.list([&] { m_table.rows.append({m_in.id<RecordId>(), {}, 0, 0, 0, {}}); });
        });
        const qsizetype count = m_table.rows.size();
        const Numbers revs = numbersAt(m_members.revs);
        const Numbers versions = numbersAt(m_members.versions, 1);
        const Numbers own = numbersAt(m_members.own);
        if (!sound(revs.size() == count && versions.size() == count && own.size() == count))
            return;
        Difference rev;
        Difference stamp;
        for (qsizetype i = 0; i < count; ++i) {
            merge::PublishedRow& row = m_table.rows[i];
            row.rev = rev.after(revs[i]);
            row.version = versions[i];
            row.stamp = stamp.after(own[i]);
            if (!sound(row.rev >= 1 && row.stamp >= 0 && row.stamp < m_table.stamps.size()))
                return;
        }
        qsizetype at = 0;
        m_in.at(m_members.channels, [&] { m_in.list([&] { at = readChannel(at); }); });
        if (!sound(at == count))
            return;
        at = 0;
        m_in.at(m_members.rows, [&] {
            m_in.list([&] {
                if (at == count)
                    return m_in.fail(ErrorCode::Malformed, "more rows than records");
                m_in.tuple(types.size(), [&] { m_table.rows[at].body = m_in.rowBody(types); });
                ++at;
            });
        });
        sound(at == count);
    }

    // Gives the channel to the rows from `at` on; returns where the next one begins.
    qsizetype readChannel(qsizetype at)
    {
        QString channel;
        qint64 count = 0;
        m_in.tuple(2, [&] {
            channel = m_in.text();
            count = m_in.integer(1, m_table.rows.size() - at);
        });
        for (const qsizetype end = m_in.ok() ? at + count : at; at < end; ++at)
            m_table.rows[at].channel = channel;
        return at;
    }

    // The first two elements of an entry, of the row and the stamp that it is about.
    struct Place {
        RecordId record;
        qsizetype stamp = 0;
    };
    bool readPlace(Place& place, int element, Difference& row, Difference& stamp)
    {
        if (element > 1)
            return false;
        const bool isRow = element == 0;
        const qint64 number = (isRow ? row : stamp).after(m_in.integer());
        if (!sound(number >= 0 && number < (isRow ? m_table.rows.size() : m_table.stamps.size())))
            return true;
        if (isRow)
            place.record = m_table.rows[number].record;
        else
            place.stamp = number;
        return true;
    }
    void readMixed(Difference& row, Difference& stamp)
    {
        Place place;
        int element = 0;
        m_in.list([&] {
            if (!readPlace(place, element++, row, stamp))
                m_table.mixed.append({place.record, readName(m_in), place.stamp});
        });
    }
    void readSiblings(Difference& row, Difference& stamp)
    {
        Place place;
        QString field;
        int element = 0;
        m_in.list([&] {
            if (readPlace(place, element, row, stamp)) {
                ++element;
            } else if (element++ % 2 == 0) {
                field = readName(m_in);
            } else {
                const Value value = m_in.value(fieldTypeOf(m_table.kind, field));
                m_table.siblings.append({place.record, field, value, place.stamp});
            }
        });
        sound(element >= 4 && element % 2 == 0);
    }

    BodyReader& m_in;
    const CompactMembers& m_members;
    merge::PublishedTable& m_table;
};

} // namespace

void readCompactTable(BodyReader& in, const CompactMembers& members, merge::PublishedTable& table)
{
    CompactReader(in, members, table).read();
}

} // namespace thidua::protocol
