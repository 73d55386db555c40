#include "protocol/tables.h"

#include "protocol/compacttables.h"
#include "protocol/members.h"

namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype fixedColumns = 5; // record, channel, rev, version, stamp

void writeRows(BodyWriter& out, const merge::PublishedTable& table)
{
    const FieldTypes types = fieldTypesOf(table.kind, table.columns);
    out.beginList(table.rows.size());
    for (const merge::PublishedRow& row : table.rows) {
        out.beginList(fixedColumns + types.size());
        out.id(row.record);
        out.text(row.channel);
        out.integer(row.rev);
        out.integer(row.version);
        out.integer(row.stamp);
        out.rowBody(types, row.body);
        out.endList();
    }
    out.endList();
}

void writeMixed(BodyWriter& out, const QList<merge::MixedField>& mixed)
{
    out.beginList(mixed.size());
    for (const merge::MixedField& field : mixed) {
        out.beginList(3);
        out.id(field.record);
        out.text(field.field);
        out.integer(field.stamp);
        out.endList();
    }
    out.endList();
}

void writeSiblings(BodyWriter& out, const merge::PublishedTable& table)
{
    out.beginList(table.siblings.size());
    for (const merge::SiblingField& sibling : table.siblings) {
        out.beginList(4);
        out.id(sibling.record);
        out.text(sibling.field);
        out.value(fieldTypeOf(table.kind, sibling.field), sibling.value);
        out.integer(sibling.stamp);
        out.endList();
    }
    out.endList();
}

void writeStamps(BodyWriter& out, const QList<merge::Stamp>& stamps)
{
    out.beginList(stamps.size());
    for (const merge::Stamp& stamp : stamps) {
        out.beginList(6);
        out.integer(stamp.version);
        out.id(stamp.device);
        out.integer(stamp.seq);
        out.integer(stamp.at);
        out.integer(stamp.rank);
        out.id(stamp.author);
        out.endList();
    }
    out.endList();
}

merge::Stamp readStamp(BodyReader& in)
{
    merge::Stamp stamp;
    in.tuple(6, [&] {
        stamp.version = in.integer(1);
        stamp.device = in.id<DeviceId>();
        stamp.seq = in.integer(0);
        stamp.at = in.integer();
        stamp.rank = int(in.integer(0, 1000));
        stamp.author = in.id<UserId>();
    });
    return stamp;
}

// The parts of a table that mean something only once its kind, columns and stamps are known.
class TableRows
{
public:
    TableRows(BodyReader& in, merge::PublishedTable& table)
        : m_in(in)
        , m_table(table)
        , m_types(fieldTypesOf(table.kind, table.columns))
    {
    }

    void readRow()
    {
        merge::PublishedRow row;
        m_in.tuple(fixedColumns + m_types.size(), [&] {
            row.record = m_in.id<RecordId>();
            row.channel = m_in.repeatedText();
            row.rev = m_in.integer(1);
            row.version = m_in.integer(1);
            row.stamp = readStampIndex();
            row.body = m_in.rowBody(m_types);
        });
        m_table.rows.append(std::move(row));
    }
    void readMixed()
    {
        merge::MixedField mixed;
        m_in.tuple(3, [&] {
            mixed.record = m_in.id<RecordId>();
            mixed.field = readName(m_in);
            mixed.stamp = readStampIndex();
        });
        m_table.mixed.append(std::move(mixed));
    }
    void readSibling()
    {
        merge::SiblingField sibling;
        m_in.tuple(4, [&] {
            sibling.record = m_in.id<RecordId>();
            sibling.field = readName(m_in);
            sibling.value = m_in.value(fieldTypeOf(m_table.kind, sibling.field));
            sibling.stamp = readStampIndex();
        });
        m_table.siblings.append(std::move(sibling));
    }

private:
    qsizetype readStampIndex() { return m_in.integer(0, m_table.stamps.size() - 1); }

    BodyReader& m_in;
    merge::PublishedTable& m_table;
    FieldTypes m_types;
};

} // namespace

void writeTable(BodyWriter& out, const merge::PublishedTable& table)
{
    out.beginMap();
    out.key("kind");
    out.text(table.kind);
    out.key("rows");
    writeRows(out, table);
    if (!table.mixed.isEmpty()) {
        out.key("mixed");
        writeMixed(out, table.mixed);
    }
    if (!table.moved.isEmpty()) {
        out.key("moved");
        out.beginList(table.moved.size());
        for (const RecordId& id : table.moved)
            out.id(id);
        out.endList();
    }
    out.key("stamps");
    writeStamps(out, table.stamps);
    out.key("columns");
    writeTexts(out, table.columns);
    if (!table.siblings.isEmpty()) {
        out.key("siblings");
        writeSiblings(out, table);
    }
    out.endMap();
}

merge::PublishedTable readTable(BodyReader& in)
{
    merge::PublishedTable table;
    CompactMembers at; // the plain form has some of them
    readMembers(in, {required("kind"_L1, [&] { table.kind = readName(in); }),
                     required("rows"_L1, [&] { at.rows = in.later(); }),
                     required("stamps"_L1, [&] { at.stamps = in.later(); }),
                     required("columns"_L1, [&] { in.list([&] { table.columns.append(readName(in)); }); }),
                     optional("mixed"_L1, [&] { at.mixed = in.later(); }),
                     optional("moved"_L1, [&] { in.list([&] { table.moved.append(in.id<RecordId>()); }); }),
                     optional("siblings"_L1, [&] { at.siblings = in.later(); }),
                     optional("ids"_L1, [&] { at.ids = in.later(); }),
                     optional("own"_L1, [&] { at.own = in.later(); }),
                     optional("revs"_L1, [&] { at.revs = in.later(); }),
                     optional("records"_L1, [&] { at.records = in.later(); }),
                     optional("channels"_L1, [&] { at.channels = in.later(); }),
                     optional("versions"_L1, [&] { at.versions = in.later(); })});
    if (!in.ok())
        return table;
    if (at.records != BodyReader::nowhere) {
        readCompactTable(in, at, table);
        return table;
    }
    in.at(at.stamps, [&] { in.list([&] { table.stamps.append(readStamp(in)); }); });
    TableRows parts(in, table);
    in.at(at.rows, [&] { in.list([&] { parts.readRow(); }); });
    in.at(at.mixed, [&] { in.list([&] { parts.readMixed(); }); });
    in.at(at.siblings, [&] { in.list([&] { parts.readSibling(); }); });
    return table;
}

} // namespace thidua::protocol
