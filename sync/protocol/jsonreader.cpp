#include "protocol/jsonreader.h"

#include "base/valuecodec.h"
#include "protocol/cborwriter.h"
#include "protocol/jsonvalues.h"

#include <utility>

namespace thidua::protocol
{

void JsonReader::skipSpace()
{
    const char* const bytes = m_bytes.constData();
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (m_position < m_bytes.size() && isSpace(bytes[m_position]))
        ++m_position;
}

char JsonReader::peek()
{
    skipSpace();
    return ok() && m_position < m_bytes.size() ? m_bytes[m_position] : '\0';
}

void JsonReader::expect(char c)
{
    if (peek() == c)
        ++m_position;
    else
        fail(ErrorCode::Malformed,
             m_position < m_bytes.size() ? "not the JSON expected" : "the body ends too early");
}

// In front of every value.
void JsonReader::begin()
{
    if (m_comma == Comma::Due)
        expect(',');
    else if (m_comma == Comma::NotYet)
        m_comma = Comma::Due;
    skipSpace();
}

bool JsonReader::take(QByteArrayView word)
{
    if (!ok() || !QByteArrayView(m_bytes).sliced(m_position).startsWith(word))
        return false;
    m_position += word.size();
    return true;
}

// Whether another element stands in an open container; steps past the comma or the closing bracket.
bool JsonReader::more(char close, bool first)
{
    if (peek() == close) {
        ++m_position;
        return false;
    }
    if (!first)
        expect(',');
    return ok();
}

// The elements of a container bring their own commas.
void JsonReader::inside(char open, const std::function<void()>& read)
{
    begin();
    expect(open);
    const Comma outside = std::exchange(m_comma, Comma::Never);
    if (ok())
        read();
    m_comma = outside;
}

void JsonReader::map(const std::function<void(const QString& key)>& member)
{
    inside('{', [&] {
        SeenKeys seen;
        for (bool first = true; more('}', first); first = false) {
            const QString key = string();
            expect(':');
            if (ok() && !seen.add(key))
                fail(ErrorCode::Malformed, "a key stands twice");
            const qsizetype before = m_position;
            path().push_back({key});
            if (ok())
                member(key);
            if (ok() && m_position == before)
                skip();
            path().pop_back();
        }
    });
}

qsizetype JsonReader::listItems(const std::function<void()>& item, qsizetype limit)
{
    qsizetype size = 0;
    inside('[', [&] {
        path().push_back({{}, 0});
        for (; more(']', size == 0); ++size) {
            path().back().index = size;
            if (size >= limit)
                fail(ErrorCode::TooLarge, "a list is longer than allowed");
            else
                item();
        }
        path().pop_back();
    });
    return size;
}

void JsonReader::tuple(qsizetype, const std::function<void()>& elements)
{
    inside('[', [&] {
        m_comma = Comma::NotYet;
        elements();
        expect(']');
    });
}

bool JsonReader::boolean()
{
    begin();
    const bool value = take("true");
    if (!value && !take("false"))
        fail(ErrorCode::Malformed, "not a boolean");
    return value;
}

qint64 JsonReader::anyInteger()
{
    begin();
    const qsizetype start = m_position;
    skipNumber();
    if (!ok())
        return 0;
    const QByteArrayView number = QByteArrayView(m_bytes).sliced(start, m_position - start);
    bool fits = false;
    const qint64 value = number.toLongLong(&fits);
    if (number.contains('.') || number.contains('e') || number.contains('E') || number == "-0")
        fail(ErrorCode::Malformed, "not an integer");
    else if (!fits)
        fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
    return ok() ? value : 0;
}

QString JsonReader::text()
{
    begin();
    return string();
}

quint64 JsonReader::digest()
{
    const QString hex = text();
    bool valid = false;
    const quint64 sum = hex.toULongLong(&valid, 16);
    if (ok() && (!valid || hex.size() != 16))
        fail(ErrorCode::Malformed, "a digest is 16 hexadecimal digits");
    return sum;
}

QByteArrayView JsonReader::idBytes()
{
    const auto id = RecordId::fromText(text());
    if (!id) {
        fail(ErrorCode::Malformed, "an id is not a UUID");
        return {};
    }
    m_id = id->toBytes();
    return m_id;
}

bool JsonReader::takeNull()
{
    if (peek() != 'n')
        return false;
    begin();
    return take("null");
}

void JsonReader::finish()
{
    skipSpace();
    if (ok() && m_position != m_bytes.size())
        fail(ErrorCode::Malformed, "bytes after the body");
}

Value JsonReader::value(const domain::FieldType* type)
{
    return valueAt(type, codec::maxNesting);
}

Value JsonReader::valueAt(const domain::FieldType* type, int nesting)
{
    if (m_comma == Comma::Due) {
        begin();
        m_comma = Comma::NotYet;
    }
    switch (peek()) {
    case '"':
        return json::valueOfText(type, text());
    case '[':
        return listAt(type, nesting);
    case 't':
    case 'f':
        return Value(boolean());
    case 'n':
        if (!takeNull())
            fail(ErrorCode::Malformed, "not the JSON expected");
        return {};
    default:
        return Value(anyInteger());
    }
}

Value JsonReader::listAt(const domain::FieldType* type, int nesting)
{
    if (nesting <= 0) {
        fail(ErrorCode::TooLarge, "lists are nested too deep");
        return {};
    }
    Value::List items;
    inside('[', [&] {
        while (more(']', items.isEmpty()) && takeListItem())
            items.append(valueAt(json::elementOf(type), nesting - 1));
    });
    return Value(std::move(items));
}

QByteArray JsonReader::rowBody(const FieldTypes& types)
{
    CborWriter body;
    for (const domain::FieldType* type : types)
        body.value(type, value(type));
    return body.take();
}

} // namespace thidua::protocol
