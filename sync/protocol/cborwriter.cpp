#include "protocol/cborwriter.h"

#include "protocol/cborhead.h"

#include <QtEndian>

#include <array>

namespace thidua::protocol
{

void CborWriter::head(quint8 majorType, quint64 argument)
{
    const auto first = quint8(majorType << 5);
    std::array<char, 9> bytes;
    qToBigEndian(argument, bytes.data() + 1);
    if (argument < cbor::oneByteFollows) {
        m_bytes.append(char(first | argument));
        return;
    }
    int width = 3; // log2 of the bytes that follow
    if (argument <= 0xff)
        width = 0;
    else if (argument <= 0xffff)
        width = 1;
    else if (argument <= 0xffff'ffff)
        width = 2;
    const int follow = 1 << width;
    char* start = bytes.data() + 8 - follow;
    *start = char(first | (cbor::oneByteFollows + width));
    m_bytes.append(start, follow + 1);
}

void CborWriter::string(quint8 majorType, QByteArrayView bytes)
{
    head(majorType, quint64(bytes.size()));
    m_bytes.append(bytes.data(), bytes.size());
}

void CborWriter::beginMap()
{
    m_maps.push_back({m_bytes.size(), false, 0, {}});
    head(cbor::map, 0);
}

void CborWriter::beginMap(qsizetype size)
{
    m_maps.push_back({m_bytes.size(), true, int(size), {}});
    head(cbor::map, quint64(size));
}

void CborWriter::endMap()
{
    const OpenMap& open = m_maps.back();
    if (!open.counted) {
        Q_ASSERT(open.size < cbor::oneByteFollows);
        m_bytes[open.head] = char(cbor::map << 5 | open.size);
    }
    m_maps.pop_back();
}

static bool inOrder(QByteArrayView earlier, QByteArrayView later)
{
    return earlier.size() != later.size() ? earlier.size() < later.size() : earlier < later;
}

void CborWriter::key(QByteArrayView utf8)
{
    OpenMap& open = m_maps.back();
    Q_ASSERT(open.lastKey.isNull() || inOrder(open.lastKey, utf8));
    open.lastKey = utf8.toByteArray();
    if (!open.counted)
        ++open.size;
    string(cbor::textString, utf8);
}

void CborWriter::beginList(qsizetype size)
{
    head(cbor::list, quint64(size));
}

void CborWriter::boolean(bool value)
{
    head(cbor::simple, value ? cbor::simpleTrue : cbor::simpleFalse);
}

void CborWriter::integer(qint64 value)
{
    if (value >= 0)
        head(cbor::unsignedInteger, quint64(value));
    else
        head(cbor::negativeInteger, quint64(-(value + 1)));
}

void CborWriter::text(const QString& value)
{
    string(cbor::textString, value.toUtf8());
}

void CborWriter::idBytes(QByteArrayView sixteen)
{
    string(cbor::byteString, sixteen);
}

void CborWriter::digest(quint64 sum)
{
    head(cbor::unsignedInteger, sum);
}

void CborWriter::value(const domain::FieldType* type, const Value& value)
{
    if (value.isNull()) {
        head(cbor::simple, cbor::simpleNull);
    } else if (value.isBool()) {
        boolean(value.toBool());
    } else if (value.isInteger()) {
        integer(value.toInteger());
    } else if (value.isText()) {
        text(value.toText());
    } else if (value.isBytes()) {
        string(cbor::byteString, value.toBytes());
    } else {
        const Value::List items = value.toList();
        beginList(items.size());
        for (const Value& item : items)
            this->value(type, item);
    }
}

void CborWriter::rowBody(const FieldTypes&, const QByteArray& body)
{
    m_bytes.append(body);
}

} // namespace thidua::protocol
