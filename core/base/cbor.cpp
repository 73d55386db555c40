#include "base/cbor.h"

#include <QStringDecoder>
#include <QtEndian>

#include <array>
#include <limits>

namespace thidua::cbor
{

void appendHead(QByteArray& bytes, quint8 majorType, quint64 argument)
{
    const auto first = quint8(majorType << 5);
    if (argument < oneByteFollows) {
        bytes.append(char(first | argument));
        return;
    }
    int width = 3; // log2 of the bytes that follow
    if (argument <= 0xff)
        width = 0;
    else if (argument <= 0xffff)
        width = 1;
    else if (argument <= 0xffff'ffff)
        width = 2;
    std::array<char, 9> whole;
    qToBigEndian(argument, whole.data() + 1);
    const int follow = 1 << width;
    char* start = whole.data() + 8 - follow;
    *start = char(first | (oneByteFollows + width));
    bytes.append(start, follow + 1);
}

void appendString(QByteArray& bytes, quint8 majorType, QByteArrayView content)
{
    appendHead(bytes, majorType, quint64(content.size()));
    bytes.append(content.data(), content.size());
}

void appendInteger(QByteArray& bytes, qint64 number)
{
    if (number >= 0)
        appendHead(bytes, unsignedInteger, quint64(number));
    else
        appendHead(bytes, negativeInteger, quint64(-(number + 1)));
}

std::optional<qint64> integerOf(const Head& head)
{
    if (head.argument > quint64(std::numeric_limits<qint64>::max()))
        return {};
    const auto magnitude = qint64(head.argument);
    return head.majorType == negativeInteger ? -1 - magnitude : magnitude;
}

QString textOf(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(utf8);
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    return decoder(utf8);
}

Fault Cursor::head(Head& head)
{
    if (atEnd())
        return Fault::EndsEarly;
    const auto first = quint8(m_bytes[m_position++]);
    head.majorType = first >> 5;
    head.information = first & 0x1f;
    head.argument = head.information;
    return head.information < oneByteFollows ? Fault::None : longHead(head);
}

Fault Cursor::longHead(Head& head)
{
    if (head.information > eightBytesFollow)
        return Fault::BadHead;
    const qsizetype follow = qsizetype(1) << (head.information - oneByteFollows);
    if (left() < follow)
        return Fault::EndsEarly;
    head.argument = 0;
    for (qsizetype i = 0; i < follow; ++i)
        head.argument = head.argument << 8 | quint8(m_bytes[m_position++]);
    return Fault::None;
}

std::optional<QByteArrayView> Cursor::take(quint64 size)
{
    if (!holds(size))
        return {};
    const QByteArrayView content = m_bytes.sliced(m_position, qsizetype(size));
    m_position += content.size();
    return content;
}

bool Cursor::takeByte(char byte)
{
    const bool there = !atEnd() && m_bytes[m_position] == byte;
    m_position += there ? 1 : 0;
    return there;
}

Fault Cursor::skip(int depth)
{
    Head item;
    const Fault fault = head(item);
    return fault == Fault::None ? skipContent(item, depth) : fault;
}

Fault Cursor::skipContent(const Head& item, int depth)
{
    if (item.majorType == byteString || item.majorType == textString)
        return take(item.argument) ? Fault::None : Fault::EndsEarly;
    if (item.majorType != list && item.majorType != map && item.majorType != tag)
        return Fault::None;
    if (depth <= 0)
        return Fault::TooDeep;
    const int each = item.majorType == map ? 2 : 1;
    if (item.majorType != tag && !holds(item.argument, each))
        return Fault::EndsEarly;
    const quint64 items = item.majorType == tag ? 1 : item.argument * quint64(each);
    Fault fault = Fault::None;
    for (quint64 i = 0; i < items && fault == Fault::None; ++i)
        fault = skip(depth - 1);
    return fault;
}

} // namespace thidua::cbor
