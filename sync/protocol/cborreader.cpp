#include "protocol/cborreader.h"

#include "base/valuecodec.h"
#include "protocol/cborhead.h"

#include <QtEndian>

namespace thidua::protocol
{

bool CborReader::head(Head& head)
{
    if (!ok())
        return false;
    if (m_position >= m_bytes.size()) {
        fail(ErrorCode::Malformed, "the body ends too early");
        return false;
    }
    const auto first = quint8(m_bytes[m_position++]);
    head.majorType = first >> 5;
    head.information = first & 0x1f;
    head.argument = head.information;
    return head.information < cbor::oneByteFollows || longHead(head);
}

bool CborReader::longHead(Head& head)
{
    if (head.information > cbor::eightBytesFollow) {
        fail(ErrorCode::Malformed, "indefinite length or reserved CBOR head");
        return false;
    }
    const qsizetype follow = qsizetype(1) << (head.information - cbor::oneByteFollows);
    if (m_bytes.size() - m_position < follow) {
        fail(ErrorCode::Malformed, "the body ends too early");
        return false;
    }
    head.argument = 0;
    for (qsizetype i = 0; i < follow; ++i)
        head.argument = head.argument << 8 | quint8(m_bytes[m_position++]);
    return true;
}

bool CborReader::expect(quint8 majorType, Head& found, const char* fault)
{
    if (!head(found))
        return false;
    if (found.majorType != majorType) {
        fail(ErrorCode::Malformed, fault);
        return false;
    }
    return true;
}

// A count or length is believed only as far as there are bytes for it.
bool CborReader::fits(quint64 count, qsizetype bytesEach)
{
    if (count <= quint64(m_bytes.size() - m_position) / quint64(bytesEach))
        return true;
    fail(ErrorCode::Malformed, "the body ends too early");
    return false;
}

QByteArrayView CborReader::slice(quint64 size)
{
    if (!fits(size))
        return {};
    const QByteArrayView bytes(m_bytes.constData() + m_position, qsizetype(size));
    m_position += bytes.size();
    return bytes;
}

QByteArrayView CborReader::utf8(quint64 size)
{
    if (size > quint64(codec::maxText)) {
        fail(ErrorCode::TooLarge, "a text is longer than 8 KiB");
        return {};
    }
    const QByteArrayView bytes = slice(size);
    if (!bytes.isValidUtf8()) {
        fail(ErrorCode::Malformed, "text is not UTF-8");
        return {};
    }
    return bytes;
}

void CborReader::map(const std::function<void(const QString& key)>& member)
{
    Head open;
    if (!expect(cbor::map, open, "not a map") || !fits(open.argument, 2))
        return;
    SeenKeys seen;
    for (quint64 i = 0; i < open.argument && ok(); ++i) {
        const QString key = text();
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
}

qsizetype CborReader::listItems(const std::function<void()>& item, qsizetype limit)
{
    Head open;
    if (!expect(cbor::list, open, "not a list") || !fits(open.argument))
        return 0;
    const auto size = qsizetype(open.argument);
    if (size > limit) {
        fail(ErrorCode::TooLarge, "a list is longer than allowed");
        return 0;
    }
    path().push_back({{}, 0});
    for (qsizetype i = 0; i < size && ok(); ++i) {
        path().back().index = i;
        item();
    }
    path().pop_back();
    return size;
}

void CborReader::tuple(qsizetype size, const std::function<void()>& elements)
{
    Head open;
    if (!expect(cbor::list, open, "not a list"))
        return;
    if (open.argument != quint64(size))
        fail(ErrorCode::Malformed, "a list of another length than expected");
    if (ok())
        elements();
}

bool CborReader::boolean()
{
    Head item;
    if (!expect(cbor::simple, item, "not a boolean"))
        return false;
    if (item.information != cbor::simpleTrue && item.information != cbor::simpleFalse)
        fail(ErrorCode::Malformed, "not a boolean");
    return item.information == cbor::simpleTrue;
}

qint64 CborReader::integerOf(const Head& item)
{
    if (item.argument > quint64(std::numeric_limits<qint64>::max())) {
        fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
        return 0;
    }
    const auto magnitude = qint64(item.argument);
    return item.majorType == cbor::negativeInteger ? -1 - magnitude : magnitude;
}

qint64 CborReader::anyInteger()
{
    Head item;
    if (!head(item))
        return 0;
    if (item.majorType != cbor::unsignedInteger && item.majorType != cbor::negativeInteger) {
        fail(ErrorCode::Malformed, "not an integer");
        return 0;
    }
    return integerOf(item);
}

quint64 CborReader::digest()
{
    Head item;
    return expect(cbor::unsignedInteger, item, "not a digest") ? item.argument : 0;
}

QString CborReader::text()
{
    Head item;
    if (!expect(cbor::textString, item, "not a text"))
        return {};
    return QString::fromUtf8(utf8(item.argument));
}

QString CborReader::repeatedText()
{
    Head item;
    if (!expect(cbor::textString, item, "not a text"))
        return {};
    const QByteArrayView bytes = utf8(item.argument);
    if (bytes != m_lastText || m_lastTextRead.isNull()) {
        m_lastText = bytes;
        m_lastTextRead = QString::fromUtf8(bytes);
    }
    return m_lastTextRead;
}

QByteArrayView CborReader::idBytes()
{
    Head item;
    if (!expect(cbor::byteString, item, "not an id"))
        return {};
    const QByteArrayView bytes = slice(item.argument);
    if (ok() && bytes.size() != 16)
        fail(ErrorCode::Malformed, "an id is not 16 bytes");
    return bytes;
}

bool CborReader::takeNull()
{
    constexpr auto null = char(cbor::simple << 5 | cbor::simpleNull);
    const bool isNull = ok() && m_position < m_bytes.size() && m_bytes[m_position] == null;
    m_position += isNull ? 1 : 0;
    return isNull;
}

void CborReader::finish()
{
    if (ok() && m_position != m_bytes.size())
        fail(ErrorCode::Malformed, "bytes after the body");
}

void CborReader::skipItem(int depth)
{
    Head item;
    if (!head(item))
        return;
    switch (item.majorType) {
    case cbor::byteString:
    case cbor::textString:
        (void)slice(item.argument);
        return;
    case cbor::list:
    case cbor::map:
    case cbor::tag:
        break;
    default:
        return;
    }
    if (depth <= 0)
        return fail(ErrorCode::TooLarge, "nested too deep");
    if (item.majorType != cbor::tag && !fits(item.argument, item.majorType == cbor::map ? 2 : 1))
        return;
    const quint64 items =
        item.majorType == cbor::tag ? 1 : item.argument * (item.majorType == cbor::map ? 2 : 1);
    for (quint64 i = 0; i < items && ok(); ++i)
        skipItem(depth - 1);
}

} // namespace thidua::protocol
