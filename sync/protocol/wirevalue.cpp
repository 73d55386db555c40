#include "protocol/wirevalue.h"

#include "base/valuecodec.h"

namespace thidua::protocol
{

using namespace Qt::StringLiterals;
using domain::FieldType;
using domain::ValueType;

static bool isId(const FieldType& type)
{
    return type.type == ValueType::Uuid || type.type == ValueType::Reference;
}

static Tree jsonTree(const Value& value, const FieldType* type)
{
    if (value.isBytes()) {
        const auto id = RecordId::fromBytes(value.toBytes());
        return type && isId(*type) && id ? Tree(id->toText()) : Tree(value.toBytes());
    }
    if (value.isList()) {
        const FieldType* element = type && type->type == ValueType::List ? &type->element.first() : nullptr;
        Tree::List list;
        for (const Value& item : value.toList())
            list.append(jsonTree(item, element));
        return Tree(std::move(list));
    }
    if (value.isBool())
        return Tree(value.toBool());
    if (value.isInteger())
        return Tree(value.toInteger());
    return value.isText() ? Tree(value.toText()) : Tree();
}

static Tree cborTree(const Value& value)
{
    if (value.isBytes())
        return Tree(value.toBytes());
    if (!value.isList())
        return jsonTree(value, nullptr);
    Tree::List list;
    for (const Value& item : value.toList())
        list.append(cborTree(item));
    return Tree(std::move(list));
}

Tree valueTree(const Value& value, const domain::Field* field, Format format)
{
    return format == Format::Json ? jsonTree(value, field ? &field->type : nullptr) : cborTree(value);
}

static Result<Value> textValue(const QString& text, const FieldType* type, Format format)
{
    if (text.toUtf8().size() > codec::maxText)
        return {ErrorCode::TooLarge, u"a value is longer than 8 KiB"_s};
    if (format == Format::Cbor || !type)
        return Value(text);
    if (isId(*type)) {
        const auto id = RecordId::fromText(text);
        return id ? Result<Value>(Value(*id))
                  : Error{ErrorCode::Malformed, u"not a UUID: "_s + text.left(40)};
    }
    if (type->type != ValueType::Bytes)
        return Value(text);
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toUtf8(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? Result<Value>(Value(*bytes)) : Error{ErrorCode::Malformed, u"not base64url"_s};
}

static Result<Value> valueFrom(const Tree& tree, const FieldType* type, Format format, int nesting)
{
    if (tree.isNull())
        return Value();
    if (const auto* boolean = tree.as<bool>())
        return Value(*boolean);
    if (const auto* integer = tree.as<qint64>())
        return Value(*integer);
    if (const auto* text = tree.as<QString>())
        return textValue(*text, type, format);
    if (const auto* bytes = tree.as<QByteArray>()) {
        if (bytes->size() > codec::maxText)
            return {ErrorCode::TooLarge, u"a value is longer than 8 KiB"_s};
        return Value(*bytes);
    }
    const auto* list = tree.as<Tree::List>();
    if (!list)
        return {tree.as<quint64>() ? ErrorCode::InvalidValue : ErrorCode::Malformed,
                u"a value of a type that fields do not have"_s};
    if (nesting <= 0)
        return {ErrorCode::TooLarge, u"lists are nested too deep"_s};
    const FieldType* element = type && type->type == ValueType::List ? &type->element.first() : nullptr;
    Value::List values;
    for (const Tree& item : *list) {
        auto value = valueFrom(item, element, format, nesting - 1);
        if (!value)
            return value;
        values.append(std::move(*value));
    }
    return Value(std::move(values));
}

Result<Value> valueOf(const Tree& tree, const domain::Field* field, Format format)
{
    return valueFrom(tree, field ? &field->type : nullptr, format, codec::maxNesting);
}

static const domain::Field* fieldOf(const QString& kindName, const QString& name)
{
    const domain::Kind* kind = domain::Schema::current().kind(kindName);
    return kind ? kind->field(name) : nullptr;
}

Tree fieldsTree(const Fields& fields, const QString& kind, Format format)
{
    Tree::Map map;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        map.insert(field.key(), valueTree(field.value(), fieldOf(kind, field.key()), format));
    return Tree(std::move(map));
}

Result<Fields> fieldsOf(const Tree& tree, const QString& kind, Format format)
{
    if (!tree.as<Tree::Map>())
        return {ErrorCode::Malformed, u"`set` is not a map of fields"_s};
    Fields fields;
    for (auto member = tree.map().cbegin(); member != tree.map().cend(); ++member) {
        auto value = valueOf(member.value(), fieldOf(kind, member.key()), format);
        if (!value)
            return Error{value.error().code, member.key() + u": "_s + value.error().detail};
        fields.insert(member.key(), std::move(*value));
    }
    return fields;
}

} // namespace thidua::protocol
