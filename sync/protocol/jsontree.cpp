#include "protocol/tree.h"

#include <limits>

// A strict JSON reader and a plain writer. QJsonDocument takes the last of duplicate members and turns large
// integers into floating point without a word; a body that decides about people's work must not be guessed
// at.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

class JsonReader
{
public:
    explicit JsonReader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    Result<Tree> read()
    {
        if (!QByteArrayView(m_bytes).isValidUtf8())
            return {ErrorCode::Malformed, u"the body is not UTF-8"_s};
        Tree tree = value(maxTreeDepth);
        skipSpace();
        if (m_error.code == ErrorCode::None && m_at != m_bytes.size())
            fail(ErrorCode::Malformed, "text behind the body");
        if (m_error.code != ErrorCode::None)
            return m_error;
        return tree;
    }

private:
    bool failed() const { return m_error.code != ErrorCode::None; }
    void fail(ErrorCode code, const char* what)
    {
        if (!failed())
            m_error = {code, u"%1, at byte %2"_s.arg(QLatin1String(what)).arg(m_at)};
        m_at = m_bytes.size();
    }
    char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }
    bool take(char wanted)
    {
        skipSpace();
        if (m_at >= m_bytes.size() || m_bytes[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    Tree word(QByteArrayView text, Tree meaning)
    {
        if (!QByteArrayView(m_bytes).sliced(m_at).startsWith(text)) {
            fail(ErrorCode::Malformed, "not JSON");
            return {};
        }
        m_at += text.size();
        return meaning;
    }
    Tree value(int depth)
    {
        skipSpace();
        switch (peek()) {
        case '{':
            return object(depth);
        case '[':
            return array(depth);
        case '"':
            return Tree(string());
        case 't':
            return word("true", Tree(true));
        case 'f':
            return word("false", Tree(false));
        case 'n':
            return word("null", Tree());
        default:
            return number();
        }
    }
    Tree object(int depth)
    {
        Tree::Map map;
        ++m_at;
        if (depth <= 0)
            fail(ErrorCode::TooLarge, "nested too deep");
        if (take('}'))
            return Tree(map);
        do {
            skipSpace();
            if (peek() != '"')
                fail(ErrorCode::Malformed, "a member without a name");
            const QString name = failed() ? QString() : string();
            if (map.contains(name))
                fail(ErrorCode::Malformed, "a member stands twice");
            if (!take(':'))
                fail(ErrorCode::Malformed, "a member without a value");
            if (failed())
                return {};
            map.insert(name, value(depth - 1));
        } while (take(','));
        if (!take('}'))
            fail(ErrorCode::Malformed, "an object does not end");
        return Tree(std::move(map));
    }
    Tree array(int depth)
    {
        Tree::List list;
        ++m_at;
        if (depth <= 0)
            fail(ErrorCode::TooLarge, "nested too deep");
        if (take(']'))
            return Tree(list);
        do {
            list.append(value(depth - 1));
        } while (!failed() && take(','));
        if (!take(']'))
            fail(ErrorCode::Malformed, "a list does not end");
        return Tree(std::move(list));
    }
    Tree number()
    {
        const qsizetype start = m_at;
        const bool negative = peek() == '-';
        if (negative)
            ++m_at;
        const qsizetype digits = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        const QByteArray text = m_bytes.mid(start, m_at - start);
        if (m_at == digits || (m_bytes[digits] == '0' && m_at - digits > 1))
            fail(ErrorCode::Malformed, "not JSON");
        else if (peek() == '.' || peek() == 'e' || peek() == 'E')
            fail(ErrorCode::Malformed, "a number that is not an integer");
        if (failed())
            return {};
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (!ok)
            fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
        return Tree(number);
    }
    QString string()
    {
        QString text;
        qsizetype start = ++m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"') {
            if (quint8(m_bytes[m_at]) < 0x20) {
                fail(ErrorCode::Malformed, "a control character in text");
                return {};
            }
            if (m_bytes[m_at] != '\\') {
                ++m_at;
                continue;
            }
            text += QString::fromUtf8(m_bytes.constData() + start, m_at - start);
            ++m_at;
            escape(text);
            start = m_at;
        }
        if (m_at >= m_bytes.size()) {
            fail(ErrorCode::Malformed, "a text does not end");
            return {};
        }
        text += QString::fromUtf8(m_bytes.constData() + start, m_at - start);
        ++m_at;
        if (!text.isValidUtf16())
            fail(ErrorCode::Malformed, "half a surrogate pair");
        return text;
    }
    void escape(QString& text)
    {
        static constexpr char names[] = "\"\\/bfnrt";
        static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
        const char c = peek();
        ++m_at;
        if (c == 'u') {
            bool ok = false;
            const ushort unit = m_bytes.mid(m_at, 4).toUShort(&ok, 16);
            if (!ok || m_bytes.size() - m_at < 4)
                return fail(ErrorCode::Malformed, "a broken escape");
            text += QChar(unit);
            m_at += 4;
            return;
        }
        const char* found = c ? std::strchr(names, c) : nullptr;
        if (!found)
            return fail(ErrorCode::Malformed, "a broken escape");
        text += QLatin1Char(meanings[found - names]);
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    Error m_error;
};

void writeString(QByteArray& out, const QString& text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (quint8(c) < 0x20) {
            out += "\\u00";
            out += digits[quint8(c) >> 4];
            out += digits[c & 0x0f];
        } else {
            out += c;
        }
    }
    out += '"';
}

QByteArray base64(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void write(QByteArray& out, const Tree& tree)
{
    const auto separate = [&](bool& first) {
        if (!first)
            out += ',';
        first = false;
    };
    bool first = true;
    if (const auto* boolean = tree.as<bool>()) {
        out += *boolean ? "true" : "false";
    } else if (const auto* integer = tree.as<qint64>()) {
        out += QByteArray::number(*integer);
    } else if (const auto* large = tree.as<quint64>()) {
        out += QByteArray::number(*large);
    } else if (const auto* text = tree.as<QString>()) {
        writeString(out, *text);
    } else if (const auto* bytes = tree.as<QByteArray>()) {
        out += '"' + base64(*bytes) + '"';
    } else if (tree.as<Tree::List>()) {
        out += '[';
        for (const Tree& item : tree.list()) {
            separate(first);
            write(out, item);
        }
        out += ']';
    } else if (const auto* map = tree.as<Tree::Map>()) {
        out += '{';
        for (auto member = map->cbegin(); member != map->cend(); ++member) {
            separate(first);
            writeString(out, member.key());
            out += ':';
            write(out, member.value());
        }
        out += '}';
    } else {
        out += "null";
    }
}

} // namespace

Result<Tree> treeFromJson(const QByteArray& bytes)
{
    return JsonReader(bytes).read();
}

QByteArray treeToJson(const Tree& tree)
{
    QByteArray bytes;
    write(bytes, tree);
    return bytes;
}

} // namespace thidua::protocol
