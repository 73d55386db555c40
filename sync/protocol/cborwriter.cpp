#include "protocol/cborwriter.h"

#include "base/valuecodec.h"

namespace thidua::protocol
{

void CborWriter::beginMap()
{
    m_maps.push_back({m_bytes.size(), false, 0, {}});
    cbor::appendHead(m_bytes, cbor::map, 0);
}

void CborWriter::beginMap(qsizetype size)
{
    m_maps.push_back({m_bytes.size(), true, int(size), {}});
    cbor::appendHead(m_bytes, cbor::map, quint64(size));
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
    cbor::appendString(m_bytes, cbor::textString, utf8);
}

void CborWriter::beginList(qsizetype size)
{
    cbor::appendHead(m_bytes, cbor::list, quint64(size));
}

void CborWriter::boolean(bool value)
{
    cbor::appendHead(m_bytes, cbor::simple, value ? cbor::simpleTrue : cbor::simpleFalse);
}

void CborWriter::integer(qint64 value)
{
    cbor::appendInteger(m_bytes, value);
}

void CborWriter::text(const QString& value)
{
    cbor::appendString(m_bytes, cbor::textString, value.toUtf8());
}

void CborWriter::idBytes(QByteArrayView sixteen)
{
    cbor::appendString(m_bytes, cbor::byteString, sixteen);
}

void CborWriter::digest(quint64 sum)
{
    cbor::appendHead(m_bytes, cbor::unsignedInteger, sum);
}

void CborWriter::value(const domain::FieldType*, const Value& value)
{
    codec::write(m_bytes, value);
}

void CborWriter::rowBody(const FieldTypes&, const QByteArray& body)
{
    m_bytes.append(body);
}

} // namespace thidua::protocol
