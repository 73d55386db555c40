#pragma once

#include "domain/schema.h"
#include "protocol/codec.h"
#include "protocol/tree.h"

namespace thidua::protocol
{

// Ids are bytes in CBOR and text in JSON.
template<typename IdType>
[[nodiscard]] Tree idTree(const IdType& id, Format format)
{
    return format == Format::Json ? Tree(id.toText()) : Tree(id.toBytes());
}
template<typename IdType>
[[nodiscard]] std::optional<IdType> idOf(const Tree& tree)
{
    if (const auto* text = tree.as<QString>())
        return IdType::fromText(*text);
    const auto* bytes = tree.as<QByteArray>();
    return bytes ? IdType::fromBytes(*bytes) : std::nullopt;
}

// A field's value. In JSON the schema says which texts are ids or bytes; a field that it does not know keeps
// bytes as base64url and reads text as text. field null: not known.
[[nodiscard]] Tree valueTree(const Value& value, const domain::Field* field, Format format);
[[nodiscard]] Result<Value> valueOf(const Tree& tree, const domain::Field* field, Format format);
[[nodiscard]] Tree fieldsTree(const Fields& fields, const QString& kind, Format format);
[[nodiscard]] Result<Fields> fieldsOf(const Tree& tree, const QString& kind, Format format);

} // namespace thidua::protocol
