#include "protocol/bodies.h"
#include "protocol/cborreader.h"
#include "protocol/cborwriter.h"
#include "protocol/codec.h"

#include "base/valuecodec.h"

// Pull. A page in CBOR is the one large body: its rows are copied as they are, from the server's disk to the
// wire and from the wire to the device's disk.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

QByteArray encode(const PullRequest& body, Format format)
{
    Tree::Map map{{u"channels"_s, positionsTree(body.channels)}};
    if (!body.epoch.isEmpty())
        map.insert(u"epoch"_s, Tree(body.epoch));
    if (body.limit > 0)
        map.insert(u"limit"_s, Tree(body.limit));
    return toBytes(Tree(std::move(map)), format);
}

template<>
Result<PullRequest> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    PullRequest body{reader.text("epoch"_L1, false), {}, 0};
    if (!(*tree)["channels"_L1].isNull())
        body.channels = reader.positions("channels"_L1);
    const qint64 limit = reader.integer("limit"_L1, false);
    if (limit < 0 || limit > std::numeric_limits<int>::max())
        reader.fail("limit"_L1);
    body.limit = int(limit);
    if (!reader.ok())
        return reader.error();
    return body;
}

// --- CBOR, writing -----------------------------------------------------------------------------------------

static void writeNames(CborWriter& writer, const QStringList& names)
{
    writer.array(names.size());
    for (const QString& name : names)
        writer.text(name);
}

static void write(CborWriter& writer, const merge::Stamp& stamp)
{
    writer.array(6);
    writer.integer(stamp.version);
    writer.bytes(stamp.device.view());
    writer.integer(stamp.seq);
    writer.integer(stamp.at);
    writer.integer(stamp.rank);
    writer.bytes(stamp.author.view());
}

static void writeRows(CborWriter& writer, const merge::PublishedTable& table)
{
    writer.array(table.rows.size());
    for (const merge::PublishedRow& row : table.rows) {
        writer.array(5 + table.columns.size());
        writer.bytes(row.record.view());
        writer.text(row.channel);
        writer.integer(row.rev);
        writer.integer(row.version);
        writer.integer(row.stamp);
        writer.raw(row.body);
    }
}

static void writeExceptions(CborWriter& writer, const merge::PublishedTable& table)
{
    writer.text(u"mixed");
    writer.array(table.mixed.size());
    for (const merge::MixedField& field : table.mixed) {
        writer.array(3);
        writer.bytes(field.record.view());
        writer.text(field.field);
        writer.integer(field.stamp);
    }
    writer.text(u"moved");
    writer.array(table.moved.size());
    for (const RecordId& record : table.moved)
        writer.bytes(record.view());
    writer.text(u"stamps");
    writer.array(table.stamps.size());
    for (const merge::Stamp& stamp : table.stamps)
        write(writer, stamp);
    writer.text(u"columns");
    writeNames(writer, table.columns);
    writer.text(u"siblings");
    writer.array(table.siblings.size());
    for (const merge::SiblingField& field : table.siblings) {
        writer.array(4);
        writer.bytes(field.record.view());
        writer.text(field.field);
        writer.raw(codec::encodeRow({field.value}));
        writer.integer(field.stamp);
    }
}

// Members in deterministic order: shorter names first, then by their letters.
static void write(CborWriter& writer, const merge::PublishedTable& table)
{
    writer.map(7);
    writer.text(u"kind");
    writer.text(table.kind);
    writer.text(u"rows");
    writeRows(writer, table);
    writeExceptions(writer, table);
}

static QByteArray encodeCbor(const PullAnswer& body)
{
    QByteArray bytes;
    qsizetype size = 1024;
    for (const merge::PublishedTable& table : body.tables) {
        for (const merge::PublishedRow& row : table.rows)
            size += row.body.size() + 160;
    }
    bytes.reserve(size);
    CborWriter writer(bytes);
    writer.map(body.more ? 7 : 8);
    writer.text(u"gone");
    writeNames(writer, body.gone);
    writer.text(u"more");
    writer.boolean(body.more);
    writer.text(u"time");
    writer.integer(body.time);
    writer.text(u"epoch");
    writer.text(body.epoch);
    writer.text(u"offer");
    writeNames(writer, body.offer);
    writer.text(u"tables");
    writer.array(body.tables.size());
    for (const merge::PublishedTable& table : body.tables)
        write(writer, table);
    if (!body.more) {
        Tree::Map digests;
        for (auto digest = body.digests.cbegin(); digest != body.digests.cend(); ++digest)
            digests.insert(digest.key(), Tree(digest.value()));
        writer.text(u"digests");
        writer.raw(treeToCbor(Tree(std::move(digests))));
    }
    writer.text(u"channels");
    writer.raw(treeToCbor(positionsTree(body.channels)));
    return bytes;
}

// --- CBOR, reading -----------------------------------------------------------------------------------------

template<typename IdType>
static IdType readId(CborReader& reader)
{
    const auto id = IdType::fromBytes(reader.byteView());
    if (!id)
        reader.fail(ErrorCode::Malformed, "an id that is not 16 bytes");
    return id.value_or(IdType());
}

static void expectItems(CborReader& reader, qsizetype wanted)
{
    if (reader.array() != wanted)
        reader.fail(ErrorCode::Malformed, "a list of another length than expected");
}

static QStringList readNames(CborReader& reader)
{
    QStringList names;
    for (qsizetype count = reader.array(); count > 0 && !reader.failed(); --count)
        names.append(reader.text());
    return names;
}

static merge::Stamp readStamp(CborReader& reader)
{
    expectItems(reader, 6);
    merge::Stamp stamp;
    stamp.version = reader.integer();
    stamp.device = readId<DeviceId>(reader);
    stamp.seq = reader.integer();
    stamp.at = reader.integer();
    stamp.rank = int(reader.integer());
    stamp.author = readId<UserId>(reader);
    return stamp;
}

// Rows may stand before the columns are known, so the values of a row are counted by the row itself.
static void readRows(CborReader& reader, merge::PublishedTable& table, QList<qsizetype>& widths)
{
    const qsizetype count = reader.array();
    table.rows.reserve(count);
    QString channel;
    for (qsizetype i = 0; i < count && !reader.failed(); ++i) {
        const qsizetype items = reader.array();
        if (items < 5)
            return reader.fail(ErrorCode::Malformed, "a row that is too short");
        merge::PublishedRow row;
        row.record = readId<RecordId>(reader);
        QString name = reader.text();
        if (name != channel)
            channel = name;
        row.channel = channel; // one shared text for the rows of a channel
        row.rev = reader.integer();
        row.version = reader.integer();
        row.stamp = qsizetype(reader.integer());
        const qsizetype start = reader.position();
        for (qsizetype value = 5; value < items && !reader.failed(); ++value)
            (void)reader.value();
        const QByteArrayView body = reader.since(start);
        row.body = QByteArray::fromRawData(body.data(), body.size());
        if (widths.isEmpty() || widths.last() != items - 5)
            widths.append(items - 5);
        table.rows.append(std::move(row));
    }
}

static void readMixed(CborReader& reader, merge::PublishedTable& table)
{
    for (qsizetype count = reader.array(); count > 0 && !reader.failed(); --count) {
        expectItems(reader, 3);
        const auto record = readId<RecordId>(reader);
        const QString field = reader.text();
        table.mixed.append({record, field, qsizetype(reader.integer())});
    }
}

static void readSiblings(CborReader& reader, merge::PublishedTable& table)
{
    for (qsizetype count = reader.array(); count > 0 && !reader.failed(); --count) {
        expectItems(reader, 4);
        const auto record = readId<RecordId>(reader);
        const QString field = reader.text();
        auto value = codec::decodeRow(reader.value().toByteArray(), 1);
        if (!value)
            return reader.fail(value.error().code, "a sibling's value");
        table.siblings.append({record, field, value->first(), qsizetype(reader.integer())});
    }
}

static merge::PublishedTable readTable(CborReader& reader)
{
    merge::PublishedTable table;
    QList<qsizetype> widths;
    for (qsizetype count = reader.map(); count > 0 && !reader.failed(); --count) {
        const QString member = reader.text();
        if (member == "kind"_L1)
            table.kind = reader.text();
        else if (member == "rows"_L1)
            readRows(reader, table, widths);
        else if (member == "mixed"_L1)
            readMixed(reader, table);
        else if (member == "moved"_L1)
            for (qsizetype moved = reader.array(); moved > 0 && !reader.failed(); --moved)
                table.moved.append(readId<RecordId>(reader));
        else if (member == "stamps"_L1)
            for (qsizetype stamps = reader.array(); stamps > 0 && !reader.failed(); --stamps)
                table.stamps.append(readStamp(reader));
        else if (member == "columns"_L1)
            table.columns = readNames(reader);
        else if (member == "siblings"_L1)
            readSiblings(reader, table);
        else
            reader.skip();
    }
    for (const qsizetype width : widths) {
        if (width != table.columns.size())
            reader.fail(ErrorCode::Malformed, "a row that does not fit its columns");
    }
    return table;
}

static QMap<QString, quint64> readNumbers(CborReader& reader)
{
    QMap<QString, quint64> numbers;
    for (qsizetype count = reader.map(); count > 0 && !reader.failed(); --count) {
        const QString name = reader.text();
        numbers.insert(name, reader.unsignedInteger());
    }
    return numbers;
}

static void readMember(CborReader& reader, const QString& member, PullAnswer& body)
{
    if (member == "epoch"_L1) {
        body.epoch = reader.text();
    } else if (member == "time"_L1) {
        body.time = reader.integer();
    } else if (member == "gone"_L1) {
        body.gone = readNames(reader);
    } else if (member == "offer"_L1) {
        body.offer = readNames(reader);
    } else if (member == "more"_L1) {
        body.more = reader.boolean();
    } else if (member == "digests"_L1) {
        body.digests = readNumbers(reader);
    } else if (member == "channels"_L1) {
        const auto numbers = readNumbers(reader);
        for (auto number = numbers.cbegin(); number != numbers.cend(); ++number)
            body.channels.insert(number.key(), qint64(number.value()));
    } else if (member == "tables"_L1) {
        for (qsizetype count = reader.array(); count > 0 && !reader.failed(); --count)
            body.tables.append(readTable(reader));
    } else {
        reader.skip();
    }
}

static Result<PullAnswer> decodeCbor(const QByteArray& bytes)
{
    CborReader reader(bytes);
    PullAnswer body;
    for (qsizetype count = reader.map(); count > 0 && !reader.failed(); --count)
        readMember(reader, reader.text(), body);
    if (!reader.failed() && !reader.atEnd())
        reader.fail(ErrorCode::Malformed, "bytes behind the body");
    if (!reader.failed() && body.epoch.isEmpty())
        reader.fail(ErrorCode::Malformed, "a page without an epoch");
    if (reader.failed())
        return reader.error();
    return body;
}

// --- JSON: the same shape, for people and integrations
// --------------------------------------------------------

static const domain::Field* fieldOf(const QString& kindName, const QString& name)
{
    const domain::Kind* kind = domain::Schema::current().kind(kindName);
    return kind ? kind->field(name) : nullptr;
}

static Tree rowTree(const merge::PublishedTable& table, const merge::PublishedRow& row)
{
    Tree::List items{Tree(row.record.toText()), Tree(row.channel), Tree(row.rev), Tree(row.version),
                     Tree(qint64(row.stamp))};
    const auto values = codec::decodeRow(row.body, table.columns.size());
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const Value value = values ? values->value(i) : Value();
        items.append(valueTree(value, fieldOf(table.kind, table.columns[i]), Format::Json));
    }
    return Tree(std::move(items));
}

static Tree jsonTable(const merge::PublishedTable& table)
{
    Tree::List stamps;
    for (const merge::Stamp& stamp : table.stamps) {
        stamps.append(Tree(Tree::List{Tree(stamp.version), Tree(stamp.device.toText()), Tree(stamp.seq),
                                      Tree(stamp.at), Tree(stamp.rank), Tree(stamp.author.toText())}));
    }
    Tree::List rows;
    for (const merge::PublishedRow& row : table.rows)
        rows.append(rowTree(table, row));
    Tree::List mixed;
    for (const merge::MixedField& field : table.mixed)
        mixed.append(
            Tree(Tree::List{Tree(field.record.toText()), Tree(field.field), Tree(qint64(field.stamp))}));
    Tree::List siblings;
    for (const merge::SiblingField& field : table.siblings) {
        const Tree value = valueTree(field.value, fieldOf(table.kind, field.field), Format::Json);
        siblings.append(Tree(
            Tree::List{Tree(field.record.toText()), Tree(field.field), value, Tree(qint64(field.stamp))}));
    }
    Tree::List moved;
    for (const RecordId& record : table.moved)
        moved.append(Tree(record.toText()));
    return Tree(Tree::Map{{u"kind"_s, Tree(table.kind)},
                          {u"columns"_s, namesTree(table.columns)},
                          {u"stamps"_s, Tree(std::move(stamps))},
                          {u"rows"_s, Tree(std::move(rows))},
                          {u"mixed"_s, Tree(std::move(mixed))},
                          {u"siblings"_s, Tree(std::move(siblings))},
                          {u"moved"_s, Tree(std::move(moved))}});
}

static QByteArray encodeJson(const PullAnswer& body)
{
    Tree::List tables;
    for (const merge::PublishedTable& table : body.tables)
        tables.append(jsonTable(table));
    Tree::Map map{{u"epoch"_s, Tree(body.epoch)},
                  {u"time"_s, Tree(body.time)},
                  {u"channels"_s, positionsTree(body.channels)},
                  {u"gone"_s, namesTree(body.gone)},
                  {u"offer"_s, namesTree(body.offer)},
                  {u"tables"_s, Tree(std::move(tables))},
                  {u"more"_s, Tree(body.more)}};
    if (!body.more) {
        Tree::Map digests;
        for (auto digest = body.digests.cbegin(); digest != body.digests.cend(); ++digest)
            digests.insert(digest.key(), Tree(digestText(digest.value())));
        map.insert(u"digests"_s, Tree(std::move(digests)));
    }
    return treeToJson(Tree(std::move(map)));
}

QByteArray encode(const PullAnswer& body, Format format)
{
    return format == Format::Json ? encodeJson(body) : encodeCbor(body);
}

static qint64 integerAt(const Tree& list, qsizetype index)
{
    const auto* integer = index < list.list().size() ? list.list()[index].as<qint64>() : nullptr;
    return integer ? *integer : -1;
}

template<typename IdType>
static IdType idAt(const Tree& list, qsizetype index)
{
    return index < list.list().size() ? idOf<IdType>(list.list()[index]).value_or(IdType()) : IdType();
}

static QString textAt(const Tree& list, qsizetype index)
{
    const auto* text = index < list.list().size() ? list.list()[index].as<QString>() : nullptr;
    return text ? *text : QString();
}

static Result<merge::PublishedRow> jsonRow(const Tree& tree, const merge::PublishedTable& table)
{
    if (tree.list().size() != 5 + table.columns.size())
        return {ErrorCode::Malformed, u"a row that does not fit its columns"_s};
    merge::PublishedRow row{idAt<RecordId>(tree, 0), textAt(tree, 1),    integerAt(tree, 2),
                            integerAt(tree, 3),      integerAt(tree, 4), {}};
    QList<Value> values;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        auto value = valueOf(tree.list()[5 + i], fieldOf(table.kind, table.columns[i]), Format::Json);
        if (!value)
            return value.error();
        values.append(std::move(*value));
    }
    row.body = codec::encodeRow(values);
    return row;
}

static Result<merge::PublishedTable> jsonTableOf(const Tree& tree)
{
    MemberReader reader(tree, "tables");
    merge::PublishedTable table;
    table.kind = reader.text("kind"_L1);
    table.columns = reader.texts("columns"_L1);
    for (const Tree& stamp : reader.list("stamps"_L1)) {
        table.stamps.append({integerAt(stamp, 0), idAt<DeviceId>(stamp, 1), integerAt(stamp, 2),
                             integerAt(stamp, 3), int(integerAt(stamp, 4)), idAt<UserId>(stamp, 5)});
    }
    for (const Tree& item : reader.list("rows"_L1)) {
        auto row = jsonRow(item, table);
        if (!row)
            return row.error();
        table.rows.append(std::move(*row));
    }
    for (const Tree& item : reader.list("mixed"_L1))
        table.mixed.append({idAt<RecordId>(item, 0), textAt(item, 1), integerAt(item, 2)});
    for (const Tree& item : reader.list("siblings"_L1)) {
        const QString field = textAt(item, 1);
        auto value = valueOf(item.list().value(2), fieldOf(table.kind, field), Format::Json);
        if (!value)
            return value.error();
        table.siblings.append({idAt<RecordId>(item, 0), field, std::move(*value), integerAt(item, 3)});
    }
    for (const QString& moved : reader.texts("moved"_L1))
        table.moved.append(RecordId::fromText(moved).value_or(RecordId()));
    if (!reader.ok())
        return reader.error();
    return table;
}

static Result<PullAnswer> decodeJson(const QByteArray& bytes)
{
    auto tree = treeFromJson(bytes);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    PullAnswer body{.epoch = reader.text("epoch"_L1),
                    .time = reader.integer("time"_L1),
                    .channels = reader.positions("channels"_L1),
                    .gone = reader.texts("gone"_L1),
                    .offer = reader.texts("offer"_L1, false),
                    .tables = {},
                    .more = reader.boolean("more"_L1),
                    .digests = {}};
    for (const Tree& item : reader.list("tables"_L1)) {
        auto table = jsonTableOf(item);
        if (!table)
            return table.error();
        body.tables.append(std::move(*table));
    }
    const Tree::Map& digests = (*tree)["digests"_L1].map();
    for (auto digest = digests.cbegin(); digest != digests.cend(); ++digest) {
        bool ok = false;
        const auto* text = digest.value().as<QString>();
        body.digests.insert(digest.key(), text ? text->toULongLong(&ok, 16) : 0);
        if (!ok)
            reader.fail("digests"_L1);
    }
    if (!reader.ok())
        return reader.error();
    return body;
}

template<>
Result<PullAnswer> decode(const QByteArray& bytes, Format format)
{
    return format == Format::Json ? decodeJson(bytes) : decodeCbor(bytes);
}

} // namespace thidua::protocol
