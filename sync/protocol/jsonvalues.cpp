#include "protocol/jsonvalues.h"

namespace thidua::protocol::json
{

using domain::ValueType;

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

static bool isId(const domain::FieldType* type)
{
    return type && (type->type == ValueType::Uuid || type->type == ValueType::Reference);
}

const domain::FieldType* elementOf(const domain::FieldType* type)
{
    return type && type->type == ValueType::List ? &type->element.first() : nullptr;
}

Value valueOfText(const domain::FieldType* type, const QString& text)
{
    if (isId(type)) {
        if (const auto id = RecordId::fromText(text))
            return Value(*id);
    }
    if (type && type->type == ValueType::Bytes) {
        const auto bytes =
            QByteArray::fromBase64Encoding(text.toLatin1(), base64 | QByteArray::AbortOnBase64DecodingErrors);
        if (bytes)
            return Value(bytes.decoded);
    }
    return Value(text);
}

QString textOfBytes(const domain::FieldType* type, const QByteArray& bytes)
{
    if (isId(type) && bytes.size() == 16)
        return RecordId::fromBytes(bytes)->toText();
    return QString::fromLatin1(bytes.toBase64(base64));
}

} // namespace thidua::protocol::json
