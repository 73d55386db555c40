#include "base/valuecodec.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace thidua::codec
{

void write(QByteArray& bytes, const Value& value)
{
    if (value.isNull()) {
        cbor::appendHead(bytes, cbor::simple, cbor::simpleNull);
    } else if (value.isBool()) {
        cbor::appendHead(bytes, cbor::simple, value.toBool() ? cbor::simpleTrue : cbor::simpleFalse);
    } else if (value.isInteger()) {
        cbor::appendInteger(bytes, value.toInteger());
    } else if (value.isText()) {
        cbor::appendString(bytes, cbor::textString, value.toText().toUtf8());
    } else if (value.isBytes()) {
        cbor::appendString(bytes, cbor::byteString, value.toBytes());
    } else {
        const Value::List list = value.toList();
        cbor::appendHead(bytes, cbor::list, quint64(list.size()));
        for (const Value& item : list)
            write(bytes, item);
    }
}

void write(QByteArray& bytes, const Fields& fields)
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
    cbor::appendHead(bytes, cbor::map, quint64(fields.size()));
    for (const auto& [name, value] : ordered) {
        cbor::appendString(bytes, cbor::textString, name);
        write(bytes, *value);
    }
}

// Room that is made at once; a longer list grows as its items come.
constexpr quint64 usualListSize = 64;

static Error malformed(const char* what)
{
    return {ErrorCode::Malformed, QString::fromLatin1(what)};
}

// The content of a string of either kind; refused before it is looked at when it is longer than allowed.
static Result<QByteArrayView> contentOf(cbor::Cursor& cursor, const cbor::Head& head)
{
    if (head.argument > quint64(maxText))
        return {ErrorCode::TooLarge, QStringLiteral("a value is longer than 8 KiB")};
    const auto content = cursor.take(head.argument);
    return content ? Result<QByteArrayView>(*content) : malformed("broken string");
}

static Result<QString> textOf(cbor::Cursor& cursor, const cbor::Head& head)
{
    auto content = contentOf(cursor, head);
    if (!content)
        return content.error();
    if (!content->isValidUtf8())
        return malformed("text is not UTF-8");
    return cbor::textOf(*content);
}

static Result<Value> listOf(cbor::Cursor& cursor, const cbor::Head& head, int nesting)
{
    if (nesting <= 0)
        return {ErrorCode::TooLarge, QStringLiteral("lists are nested too deep")};
    if (!cursor.holds(head.argument))
        return malformed("broken list");
    Value::List list;
    list.reserve(qsizetype(std::min<quint64>(head.argument, usualListSize)));
    for (quint64 i = 0; i < head.argument; ++i) {
        auto item = readValue(cursor, nesting - 1);
        if (!item)
            return item.error();
        list.append(std::move(*item));
    }
    return Value(std::move(list));
}

static Result<Value> simpleOf(const cbor::Head& head)
{
    if (head.information == cbor::simpleNull)
        return Value();
    if (head.information == cbor::simpleTrue || head.information == cbor::simpleFalse)
        return Value(head.information == cbor::simpleTrue);
    return malformed("a value of a type that fields do not have");
}

Result<Value> readValue(cbor::Cursor& cursor, int nesting)
{
    cbor::Head head;
    if (cursor.head(head) != cbor::Fault::None)
        return malformed("broken value");
    switch (head.majorType) {
    case cbor::unsignedInteger:
    case cbor::negativeInteger: {
        const auto number = cbor::integerOf(head);
        if (!number)
            return {ErrorCode::InvalidValue, QStringLiteral("integer beyond 64 bits")};
        return Value(*number);
    }
    case cbor::byteString: {
        auto content = contentOf(cursor, head);
        return content ? Result<Value>(content->toByteArray()) : content.error();
    }
    case cbor::textString: {
        auto text = textOf(cursor, head);
        return text ? Result<Value>(std::move(*text)) : text.error();
    }
    case cbor::list:
        return listOf(cursor, head, nesting);
    case cbor::simple:
        return simpleOf(head);
    default:
        return malformed("a value of a type that fields do not have");
    }
}

static Result<QString> readName(cbor::Cursor& cursor)
{
    cbor::Head head;
    if (cursor.head(head) != cbor::Fault::None || head.majorType != cbor::textString)
        return malformed("a field name is not text");
    return textOf(cursor, head);
}

QByteArray encode(const Fields& fields)
{
    QByteArray bytes;
    write(bytes, fields);
    return bytes;
}

Result<Fields> decodeFields(const QByteArray& bytes)
{
    cbor::Cursor cursor(bytes);
    cbor::Head head;
    if (cursor.head(head) != cbor::Fault::None || head.majorType != cbor::map)
        return malformed("fields are not a map");
    Fields fields;
    for (quint64 i = 0; i < head.argument; ++i) {
        auto name = readName(cursor);
        auto value = name ? readValue(cursor) : name.error();
        if (!value)
            return value.error();
        if (fields.contains(*name))
            return malformed("a field stands twice");
        fields[*name] = std::move(*value);
    }
    return cursor.atEnd() ? Result<Fields>(std::move(fields)) : malformed("bytes after the fields");
}

QByteArray encodeRow(const QList<Value>& values)
{
    QByteArray bytes;
    for (const Value& value : values)
        write(bytes, value);
    return bytes;
}

Result<QList<Value>> decodeRow(const QByteArray& bytes, qsizetype count)
{
    cbor::Cursor cursor(bytes);
    QList<Value> values;
    values.reserve(std::min(count, bytes.size()));
    for (qsizetype i = 0; i < count; ++i) {
        auto value = readValue(cursor);
        if (!value)
            return value.error();
        values.append(std::move(*value));
    }
    return cursor.atEnd() ? Result<QList<Value>>(std::move(values)) : malformed("bytes after the row");
}

Result<QList<Value>> decodeColumns(const QByteArray& bytes, qsizetype count,
                                   const QList<qsizetype>& positions)
{
    cbor::Cursor cursor(bytes);
    QList<Value> values;
    values.reserve(positions.size());
    qsizetype at = 0;
    for (const qsizetype wanted : positions) {
        Q_ASSERT(wanted < count);
        for (; at < wanted; ++at) {
            if (cursor.skip(maxNesting) != cbor::Fault::None)
                return malformed("broken row");
        }
        auto value = readValue(cursor);
        if (!value)
            return value.error();
        values.append(std::move(*value));
        ++at;
    }
    return values;
}

} // namespace thidua::codec
