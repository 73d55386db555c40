#include "protocol/jsonwriter.h"

#include "base/valuecodec.h"
#include "protocol/jsonvalues.h"
#include "protocol/messages.h"

namespace thidua::protocol
{

void JsonWriter::separate()
{
    if (!m_first)
        m_bytes += ',';
    m_first = false;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_bytes += bracket;
    m_first = false;
}

void JsonWriter::key(QByteArrayView utf8)
{
    separate();
    quoted(utf8);
    m_bytes += ':';
    m_first = true; // its value follows without a comma
}

void JsonWriter::quoted(QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    m_bytes += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_bytes += '\\';
            m_bytes += c;
        } else if (c == '\n') {
            m_bytes += "\\n";
        } else if (quint8(c) < 0x20) {
            m_bytes += "\\u00";
            m_bytes += digits[quint8(c) >> 4];
            m_bytes += digits[c & 0x0f];
        } else {
            m_bytes += c;
        }
    }
    m_bytes += '"';
}

void JsonWriter::null()
{
    separate();
    m_bytes += "null";
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_bytes += value ? "true" : "false";
}

void JsonWriter::integer(qint64 value)
{
    separate();
    m_bytes += QByteArray::number(value);
}

void JsonWriter::text(const QString& value)
{
    separate();
    quoted(value.toUtf8());
}

void JsonWriter::idBytes(QByteArrayView sixteen)
{
    text(RecordId::fromBytes(sixteen).value_or(RecordId()).toText());
}

void JsonWriter::digest(quint64 sum)
{
    text(digestText(sum));
}

void JsonWriter::value(const domain::FieldType* type, const Value& value)
{
    if (value.isNull())
        return null();
    if (value.isBool())
        return boolean(value.toBool());
    if (value.isInteger())
        return integer(value.toInteger());
    if (value.isText())
        return text(value.toText());
    if (value.isBytes())
        return text(json::textOfBytes(type, value.toBytes()));
    const Value::List items = value.toList();
    beginList(items.size());
    for (const Value& item : items)
        this->value(json::elementOf(type), item);
    endList();
}

void JsonWriter::rowBody(const FieldTypes& types, const QByteArray& body)
{
    const auto values = codec::decodeRow(body, types.size());
    Q_ASSERT(values); // a row was judged when it came in
    for (qsizetype i = 0; i < types.size(); ++i)
        value(types[i], values ? values->value(i) : Value());
}

} // namespace thidua::protocol
