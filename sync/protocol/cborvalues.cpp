#include "base/valuecodec.h"
#include "protocol/cborreader.h"

// The part of CborReader that reads field values (SYNC.md section 2).
namespace thidua::protocol
{

Value CborReader::value(const domain::FieldType*)
{
    return valueAt(codec::maxNesting);
}

Value CborReader::valueAt(int nesting)
{
    Head item;
    if (!head(item))
        return {};
    switch (item.majorType) {
    case cbor::unsignedInteger:
    case cbor::negativeInteger:
        return Value(integerOf(item));
    case cbor::byteString:
        if (item.argument > quint64(codec::maxText))
            fail(ErrorCode::TooLarge, "a value is longer than 8 KiB");
        return ok() ? Value(slice(item.argument).toByteArray()) : Value();
    case cbor::textString:
        return Value(cbor::textOf(utf8(item.argument)));
    case cbor::list:
        return listOf(item, nesting);
    case cbor::simple:
        if (item.information == cbor::simpleNull)
            return {};
        if (item.information == cbor::simpleTrue || item.information == cbor::simpleFalse)
            return Value(item.information == cbor::simpleTrue);
        break;
    default:
        break;
    }
    fail(ErrorCode::Malformed, "a value of a type that fields do not have");
    return {};
}

Value CborReader::listOf(const Head& item, int nesting)
{
    if (nesting <= 0)
        fail(ErrorCode::TooLarge, "lists are nested too deep");
    if (!ok() || !fits(item.argument))
        return {};
    Value::List items;
    for (quint64 i = 0; i < item.argument && ok() && takeListItem(); ++i)
        items.append(valueAt(nesting - 1));
    return Value(std::move(items));
}

void CborReader::checkValue(int nesting)
{
    Head item;
    if (!head(item))
        return;
    switch (item.majorType) {
    case cbor::unsignedInteger:
    case cbor::negativeInteger:
        (void)integerOf(item);
        return;
    case cbor::byteString:
        if (item.argument > quint64(codec::maxText))
            return fail(ErrorCode::TooLarge, "a value is longer than 8 KiB");
        (void)slice(item.argument);
        return;
    case cbor::textString:
        (void)utf8(item.argument);
        return;
    case cbor::list:
        if (nesting <= 0)
            return fail(ErrorCode::TooLarge, "lists are nested too deep");
        for (quint64 i = 0; i < item.argument && ok(); ++i)
            checkValue(nesting - 1);
        return;
    case cbor::simple:
        if (item.information >= cbor::simpleFalse && item.information <= cbor::simpleNull)
            return;
        break;
    default:
        break;
    }
    fail(ErrorCode::Malformed, "a value of a type that fields do not have");
}

QByteArray CborReader::rowBody(const FieldTypes& types)
{
    const qsizetype start = m_cursor.position();
    for (qsizetype i = 0; i < types.size() && ok(); ++i)
        checkValue(codec::maxNesting);
    const QByteArrayView body = m_cursor.since(start);
    return QByteArray::fromRawData(body.data(), body.size());
}

} // namespace thidua::protocol
