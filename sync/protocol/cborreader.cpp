#include "protocol/cborreader.h"

#include "base/valuecodec.h"

namespace thidua::protocol
{

bool CborReader::sound(cbor::Fault fault)
{
    switch (fault) {
    case cbor::Fault::None:
        return true;
    case cbor::Fault::EndsEarly:
        fail(ErrorCode::Malformed, "the body ends too early");
        return false;
    case cbor::Fault::BadHead:
        fail(ErrorCode::Malformed, "indefinite length or reserved CBOR head");
        return false;
    case cbor::Fault::TooDeep:
        fail(ErrorCode::TooLarge, "nested too deep");
        return false;
    }
    Q_UNREACHABLE();
}

bool CborReader::head(Head& head)
{
    return ok() && sound(m_cursor.head(head));
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
    return sound(m_cursor.holds(count, bytesEach) ? cbor::Fault::None : cbor::Fault::EndsEarly);
}

QByteArrayView CborReader::slice(quint64 size)
{
    const auto content = m_cursor.take(size);
    return sound(content ? cbor::Fault::None : cbor::Fault::EndsEarly) ? *content : QByteArrayView();
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
        const qsizetype before = m_cursor.position();
        path().push_back({key});
        if (ok())
            member(key);
        if (ok() && m_cursor.position() == before)
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
    const auto number = cbor::integerOf(item);
    if (!number)
        fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
    return number.value_or(0);
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
    return cbor::textOf(utf8(item.argument));
}

QString CborReader::repeatedText()
{
    Head item;
    if (!expect(cbor::textString, item, "not a text"))
        return {};
    const QByteArrayView bytes = utf8(item.argument);
    if (bytes != m_lastText || m_lastTextRead.isNull()) {
        m_lastText = bytes;
        m_lastTextRead = cbor::textOf(bytes);
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
    return ok() && m_cursor.takeByte(char(cbor::simple << 5 | cbor::simpleNull));
}

void CborReader::finish()
{
    if (ok() && !m_cursor.atEnd())
        fail(ErrorCode::Malformed, "bytes after the body");
}

void CborReader::skip()
{
    if (ok())
        (void)sound(m_cursor.skip(maxDepth));
}

} // namespace thidua::protocol
