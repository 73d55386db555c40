#include "base/valuecodec.h"
#include "protocol/jsonreader.h"

#include <algorithm>

// The part of JsonReader that knows strings and numbers, and steps over what nobody asked for.
namespace thidua::protocol
{

static constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QString JsonReader::string()
{
    expect('"');
    const qsizetype start = m_position;
    while (ok() && m_position < m_bytes.size() && m_bytes[m_position] != '"') {
        if (m_bytes[m_position] == '\\')
            return unescaped(start);
        if (quint8(m_bytes[m_position]) < 0x20)
            fail(ErrorCode::Malformed, "a control character in a text");
        ++m_position;
    }
    const auto utf8 = ok() ? QByteArrayView(m_bytes).sliced(start, m_position - start) : QByteArrayView();
    expect('"');
    if (utf8.size() > codec::maxText)
        fail(ErrorCode::TooLarge, "a text is longer than 8 KiB");
    if (!utf8.isValidUtf8())
        fail(ErrorCode::Malformed, "text is not UTF-8");
    return ok() ? QString::fromUtf8(utf8) : QString();
}

// A text with escapes, from its first character on; the reader stands at its first backslash.
QString JsonReader::unescaped(qsizetype start)
{
    QString text;
    qsizetype plain = start; // what stands between two escapes
    const auto flush = [&] {
        const auto utf8 = QByteArrayView(m_bytes).sliced(plain, m_position - plain);
        if (!utf8.isValidUtf8())
            fail(ErrorCode::Malformed, "text is not UTF-8");
        text += QString::fromUtf8(utf8);
    };
    while (ok() && m_position < m_bytes.size() && m_bytes[m_position] != '"') {
        if (quint8(m_bytes[m_position]) < 0x20)
            fail(ErrorCode::Malformed, "a control character in a text");
        if (m_bytes[m_position] != '\\') {
            ++m_position;
            continue;
        }
        flush();
        ++m_position;
        text += escape();
        plain = m_position;
    }
    flush();
    expect('"');
    if (text.toUtf8().size() > codec::maxText)
        fail(ErrorCode::TooLarge, "a text is longer than 8 KiB");
    if (!text.isValidUtf16())
        fail(ErrorCode::Malformed, "half of a surrogate pair");
    return ok() ? text : QString();
}

char16_t JsonReader::escape()
{
    const char kind = m_position < m_bytes.size() ? m_bytes[m_position++] : '\0';
    switch (kind) {
    case '"':
    case '\\':
    case '/':
        return char16_t(kind);
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    case 'u':
        return hexEscape();
    default:
        fail(ErrorCode::Malformed, "an unknown escape in a text");
        return 0;
    }
}

char16_t JsonReader::hexEscape()
{
    const auto digits =
        QByteArrayView(m_bytes).sliced(m_position).first(std::min<qsizetype>(4, m_bytes.size() - m_position));
    bool valid = digits.size() == 4;
    for (const char c : digits)
        valid = valid && (isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!valid) {
        fail(ErrorCode::Malformed, "an unknown escape in a text");
        return 0;
    }
    m_position += 4;
    return char16_t(digits.toUShort(nullptr, 16));
}

// Finds the end only: what the text holds is judged when it is read, so that a bad value spoils one edit and
// not its whole batch.
void JsonReader::skipString()
{
    expect('"');
    while (ok() && m_position < m_bytes.size() && m_bytes[m_position] != '"') {
        if (quint8(m_bytes[m_position]) < 0x20)
            fail(ErrorCode::Malformed, "a control character in a text");
        m_position += m_bytes[m_position] == '\\' ? 2 : 1;
    }
    m_position = std::min(m_position, m_bytes.size());
    expect('"');
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
void JsonReader::skipNumber()
{
    const auto digits = [&] {
        const qsizetype before = m_position;
        while (m_position < m_bytes.size() && isDigit(m_bytes[m_position]))
            ++m_position;
        if (m_position == before)
            fail(ErrorCode::Malformed, "not a number");
    };
    if (!ok())
        return;
    (void)take("-");
    const bool zero = take("0");
    if (zero && m_position < m_bytes.size() && isDigit(m_bytes[m_position]))
        fail(ErrorCode::Malformed, "a number with a leading zero");
    if (!zero)
        digits();
    if (take("."))
        digits();
    if (take("e") || take("E")) {
        if (!take("+"))
            (void)take("-");
        digits();
    }
}

void JsonReader::skip()
{
    begin();
    skipValue(maxDepth);
}

void JsonReader::skipValue(int depth)
{
    const char first = peek();
    if (depth < 0)
        return fail(ErrorCode::TooLarge, "nested too deep");
    if (first == '"')
        skipString();
    else if (first == '{')
        skipMembers(depth);
    else if (first == '[')
        skipElements(depth);
    else if (first == '-' || isDigit(first))
        skipNumber();
    else if (!take("true") && !take("false") && !take("null"))
        fail(ErrorCode::Malformed, "not the JSON expected");
}

void JsonReader::skipMembers(int depth)
{
    expect('{');
    for (bool first = true; more('}', first); first = false) {
        skipString();
        expect(':');
        skipValue(depth - 1);
    }
}

void JsonReader::skipElements(int depth)
{
    expect('[');
    for (bool first = true; more(']', first); first = false)
        skipValue(depth - 1);
}

} // namespace thidua::protocol
