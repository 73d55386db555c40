#include "base/valuecodec.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QStringDecoder>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace thidua::codec
{

void write(QCborStreamWriter& writer, const Value& value)
{
    if (value.isNull()) {
        writer.appendNull();
    } else if (value.isBool()) {
        writer.append(value.toBool());
    } else if (value.isInteger()) {
        writer.append(value.toInteger());
    } else if (value.isText()) {
        const QByteArray utf8 = value.toText().toUtf8();
        writer.appendTextString(utf8.constData(), utf8.size());
    } else if (value.isBytes()) {
        const QByteArray bytes = value.toBytes();
        writer.appendByteString(bytes.constData(), bytes.size());
    } else {
        const Value::List list = value.toList();
        writer.startArray(quint64(list.size()));
        for (const Value& item : list)
            write(writer, item);
        writer.endArray();
    }
}

void write(QCborStreamWriter& writer, const Fields& fields)
{
    // Deterministic order of RFC 8949 section 4.2.1: by the encoded key, so shorter names come first.
    std::vector<std::pair<QByteArray, const Value*>> ordered;
    ordered.reserve(size_t(fields.size()));
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        ordered.emplace_back(field.key().toUtf8(), &field.value());
    std::ranges::sort(ordered, [](const auto& left, const auto& right) {
        const auto sizes = left.first.size() <=> right.first.size();
        return sizes != 0 ? sizes < 0 : left.first < right.first;
    });
    writer.startMap(quint64(fields.size()));
    for (const auto& [name, value] : ordered) {
        writer.appendTextString(name.constData(), name.size());
        write(writer, *value);
    }
    writer.endMap();
}

static Error malformed(const char* what)
{
    return {ErrorCode::Malformed, QString::fromLatin1(what)};
}

// Reads a whole string of either kind, refusing it as soon as it is longer than allowed.
static Result<QByteArray> readChunks(QCborStreamReader& reader)
{
    QByteArray bytes;
    auto chunk = QCborStreamReader::EndOfString;
    do {
        const qsizetype size = reader.currentStringChunkSize();
        if (size > maxText || bytes.size() + size > maxText)
            return {ErrorCode::TooLarge, QStringLiteral("a value is longer than 8 KiB")};
        const qsizetype before = bytes.size();
        bytes.resize(before + qMax<qsizetype>(size, 0));
        const auto part = reader.readStringChunk(bytes.data() + before, bytes.size() - before);
        bytes.resize(before + qMax<qsizetype>(part.data, 0));
        chunk = part.status;
    } while (chunk == QCborStreamReader::Ok);
    if (chunk == QCborStreamReader::Error)
        return malformed("broken string");
    return bytes;
}

static Result<Value> readText(QCborStreamReader& reader)
{
    auto bytes = readChunks(reader);
    if (!bytes)
        return bytes.error();
    // Keeps a leading U+FEFF, which QString::fromUtf8 would drop.
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString text = decoder(*bytes);
    if (decoder.hasError())
        return malformed("text is not UTF-8");
    return Value(std::move(text));
}

static Result<Value> readInteger(QCborStreamReader& reader)
{
    if (reader.isUnsignedInteger()) {
        const quint64 number = reader.toUnsignedInteger();
        reader.next();
        if (number > quint64(std::numeric_limits<qint64>::max()))
            return {ErrorCode::InvalidValue, QStringLiteral("integer beyond 64 bits")};
        return Value(qint64(number));
    }
    const auto magnitude = quint64(reader.toNegativeInteger()); // -n for n in 1..2^64; 0 stands for 2^64
    reader.next();
    if (magnitude == 0 || magnitude > quint64(1) << 63)
        return {ErrorCode::InvalidValue, QStringLiteral("integer beyond 64 bits")};
    return Value(qint64(-magnitude));
}

static Result<Value> readList(QCborStreamReader& reader, int nesting)
{
    if (nesting <= 0)
        return {ErrorCode::TooLarge, QStringLiteral("lists are nested too deep")};
    if (!reader.enterContainer())
        return malformed("broken list");
    Value::List list;
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        auto item = readValue(reader, nesting - 1);
        if (!item)
            return item.error();
        list.append(std::move(*item));
    }
    if (reader.lastError() != QCborError::NoError || !reader.leaveContainer())
        return malformed("broken list");
    return Value(std::move(list));
}

Result<Value> readValue(QCborStreamReader& reader, int nesting)
{
    switch (reader.type()) {
    case QCborStreamReader::SimpleType: {
        const auto simple = reader.toSimpleType();
        reader.next();
        if (simple == QCborSimpleType::Null)
            return Value();
        if (simple == QCborSimpleType::True || simple == QCborSimpleType::False)
            return Value(simple == QCborSimpleType::True);
        return malformed("undefined value");
    }
    case QCborStreamReader::UnsignedInteger:
    case QCborStreamReader::NegativeInteger:
        return readInteger(reader);
    case QCborStreamReader::String:
        return readText(reader);
    case QCborStreamReader::ByteArray: {
        auto bytes = readChunks(reader);
        if (!bytes)
            return bytes.error();
        return Value(std::move(*bytes));
    }
    case QCborStreamReader::Array:
        return readList(reader, nesting);
    default:
        return malformed("a value of a type that fields do not have");
    }
}

Result<Fields> readFields(QCborStreamReader& reader)
{
    if (!reader.isMap() || !reader.enterContainer())
        return malformed("fields are not a map");
    Fields fields;
    while (reader.lastError() == QCborError::NoError && reader.hasNext()) {
        if (!reader.isString())
            return malformed("a field name is not text");
        auto name = readText(reader);
        if (!name)
            return name.error();
        auto value = readValue(reader);
        if (!value)
            return value.error();
        if (fields.contains(name->toText()))
            return malformed("a field stands twice");
        fields[name->toText()] = std::move(*value);
    }
    if (reader.lastError() != QCborError::NoError || !reader.leaveContainer())
        return malformed("broken map of fields");
    return fields;
}

QByteArray encode(const Fields& fields)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    write(writer, fields);
    return bytes;
}

Result<Fields> decodeFields(const QByteArray& bytes)
{
    QCborStreamReader reader(bytes);
    auto fields = readFields(reader);
    if (fields && reader.currentOffset() != bytes.size())
        return malformed("bytes after the fields");
    return fields;
}

QByteArray encodeRow(const QList<Value>& values)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    for (const Value& value : values)
        write(writer, value);
    return bytes;
}

// A reader stops after one top-level item, so the row is given the list header it was stored without.
static QByteArray framedRow(const QByteArray& bytes, qsizetype count)
{
    QByteArray framed;
    QCborStreamWriter writer(&framed);
    writer.startArray(quint64(count));
    return framed + bytes;
}

Result<QList<Value>> decodeRow(const QByteArray& bytes, qsizetype count)
{
    const QByteArray framed = framedRow(bytes, count);
    QCborStreamReader reader(framed);
    auto list = readList(reader, maxNesting + 1);
    if (!list)
        return list.error();
    if (reader.currentOffset() != framed.size())
        return malformed("bytes after the row");
    return list->toList();
}

Result<QList<Value>> decodeColumns(const QByteArray& bytes, qsizetype count,
                                   const QList<qsizetype>& positions)
{
    const QByteArray framed = framedRow(bytes, count);
    QCborStreamReader reader(framed);
    if (!reader.isArray() || !reader.enterContainer())
        return malformed("broken row");
    QList<Value> values;
    values.reserve(positions.size());
    qsizetype at = 0;
    for (const qsizetype wanted : positions) {
        for (; at < wanted && reader.lastError() == QCborError::NoError; ++at)
            reader.next();
        auto value = readValue(reader);
        if (!value)
            return value.error();
        values.append(std::move(*value));
        ++at;
    }
    return values;
}

} // namespace thidua::codec
