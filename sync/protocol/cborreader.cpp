#include "protocol/cborreader.h"

#include "base/valuecodec.h"

#include <QtEndian>

#include <limits>

namespace thidua::protocol
{

namespace
{

constexpr int majorUnsigned = 0;
constexpr int majorNegative = 1;
constexpr int majorBytes = 2;
constexpr int majorText = 3;
constexpr int majorArray = 4;
constexpr int majorMap = 5;
constexpr int majorSimple = 7;
constexpr quint64 simpleFalse = 20;
constexpr quint64 simpleTrue = 21;
constexpr quint64 simpleNull = 22;

} // namespace

void CborReader::fail(ErrorCode code, const char* what)
{
    if (!failed())
        m_error = {code, QStringLiteral("%1, at byte %2").arg(QLatin1String(what)).arg(m_at)};
    m_at = m_bytes.size();
}

CborReader::Head CborReader::head()
{
    if (failed() || m_at >= m_bytes.size()) {
        fail(ErrorCode::Malformed, "the body ends too early");
        return {};
    }
    const auto first = quint8(m_bytes[m_at++]);
    Head head{first >> 5, quint64(first & 0x1f)};
    if (head.argument < 24)
        return head;
    if (head.argument > 27) {
        fail(ErrorCode::Malformed, "a length that is not definite");
        return {};
    }
    const qsizetype size = qsizetype(1) << (head.argument - 24);
    if (m_bytes.size() - m_at < size) {
        fail(ErrorCode::Malformed, "the body ends too early");
        return {};
    }
    head.argument = 0;
    for (qsizetype i = 0; i < size; ++i)
        head.argument = head.argument << 8 | quint8(m_bytes[m_at++]);
    return head;
}

CborReader::Head CborReader::expect(int major)
{
    const Head found = head();
    if (!failed() && found.major != major)
        fail(ErrorCode::Malformed, "an item of another type than expected");
    return failed() ? Head{} : found;
}

// No more items than bytes are left: a claim beyond that is a lie, and memory is not reserved for it.
qsizetype CborReader::count(int major)
{
    const Head found = expect(major);
    if (found.argument > quint64(m_bytes.size() - m_at))
        fail(ErrorCode::Malformed, "more items than bytes");
    return failed() ? 0 : qsizetype(found.argument);
}

qsizetype CborReader::array()
{
    return count(majorArray);
}

qsizetype CborReader::map()
{
    return count(majorMap);
}

quint64 CborReader::unsignedInteger()
{
    return expect(majorUnsigned).argument;
}

qint64 CborReader::integer()
{
    const Head found = head();
    if (found.major != majorUnsigned && found.major != majorNegative)
        fail(ErrorCode::Malformed, "not an integer");
    else if (found.argument > quint64(std::numeric_limits<qint64>::max()))
        fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
    if (failed())
        return 0;
    return found.major == majorNegative ? qint64(~found.argument) : qint64(found.argument);
}

bool CborReader::boolean()
{
    const Head found = expect(majorSimple);
    if (found.argument != simpleFalse && found.argument != simpleTrue)
        fail(ErrorCode::Malformed, "neither true nor false");
    return !failed() && found.argument == simpleTrue;
}

QByteArrayView CborReader::take(quint64 size)
{
    if (failed() || size > quint64(m_bytes.size() - m_at)) {
        fail(ErrorCode::Malformed, "a string longer than the body");
        return {};
    }
    const QByteArrayView view(m_bytes.constData() + m_at, qsizetype(size));
    m_at += qsizetype(size);
    return view;
}

QByteArrayView CborReader::byteView()
{
    return take(expect(majorBytes).argument);
}

QString CborReader::text()
{
    const QByteArrayView utf8 = take(expect(majorText).argument);
    if (!utf8.isValidUtf8())
        fail(ErrorCode::Malformed, "text that is not UTF-8");
    return failed() ? QString() : QString::fromUtf8(utf8);
}

QByteArrayView CborReader::since(qsizetype position) const
{
    return QByteArrayView(m_bytes.constData() + position, m_at - position);
}

void CborReader::checkValue(int nesting)
{
    const Head found = head();
    if (failed())
        return;
    switch (found.major) {
    case majorUnsigned:
    case majorNegative:
        if (found.argument > quint64(std::numeric_limits<qint64>::max()))
            fail(ErrorCode::InvalidValue, "an integer beyond 64 bits");
        return;
    case majorBytes:
    case majorText: {
        if (found.argument > quint64(codec::maxText))
            return fail(ErrorCode::TooLarge, "a value is longer than 8 KiB");
        const QByteArrayView view = take(found.argument);
        if (found.major == majorText && !view.isValidUtf8())
            fail(ErrorCode::Malformed, "text that is not UTF-8");
        return;
    }
    case majorArray:
        if (nesting <= 0)
            return fail(ErrorCode::TooLarge, "lists are nested too deep");
        for (quint64 i = 0; i < found.argument && !failed(); ++i)
            checkValue(nesting - 1);
        return;
    default:
        if (found.major != majorSimple || found.argument < simpleFalse || found.argument > simpleNull)
            fail(ErrorCode::Malformed, "a value of a type that fields do not have");
    }
}

QByteArrayView CborReader::value()
{
    const qsizetype start = m_at;
    checkValue(codec::maxNesting);
    return failed() ? QByteArrayView() : since(start);
}

void CborReader::skip(int depth)
{
    const Head found = head();
    if (failed())
        return;
    if (found.major == majorBytes || found.major == majorText) {
        (void)take(found.argument);
    } else if (found.major == majorArray || found.major == majorMap) {
        if (depth <= 0)
            return fail(ErrorCode::TooLarge, "nested too deep");
        const quint64 items = found.major == majorMap ? 2 * found.argument : found.argument;
        if (found.argument > quint64(m_bytes.size() - m_at))
            return fail(ErrorCode::Malformed, "more items than bytes");
        for (quint64 i = 0; i < items && !failed(); ++i)
            skip(depth - 1);
    } else if (found.major == majorSimple && (found.argument < simpleFalse || found.argument > simpleNull)) {
        fail(ErrorCode::Malformed, "a type that bodies do not have");
    } else if (found.major == 6) {
        fail(ErrorCode::Malformed, "tags are not used");
    }
}

Tree CborReader::simple(quint64 argument)
{
    if (argument == simpleNull)
        return {};
    if (argument != simpleFalse && argument != simpleTrue)
        fail(ErrorCode::Malformed, "a type that bodies do not have");
    return Tree(argument == simpleTrue);
}

Tree CborReader::treeList(quint64 items, int depth)
{
    if (depth <= 0 || items > quint64(m_bytes.size() - m_at)) {
        fail(depth <= 0 ? ErrorCode::TooLarge : ErrorCode::Malformed,
             "nested too deep, or more items than bytes");
        return {};
    }
    Tree::List list;
    for (quint64 i = 0; i < items && !failed(); ++i)
        list.append(tree(depth - 1));
    return Tree(std::move(list));
}

Tree CborReader::treeMap(quint64 items, int depth)
{
    if (depth <= 0 || items > quint64(m_bytes.size() - m_at)) {
        fail(depth <= 0 ? ErrorCode::TooLarge : ErrorCode::Malformed,
             "nested too deep, or more items than bytes");
        return {};
    }
    Tree::Map map;
    for (quint64 i = 0; i < items && !failed(); ++i) {
        const QString name = text();
        if (map.contains(name))
            fail(ErrorCode::Malformed, "a member stands twice");
        map.insert(name, tree(depth - 1));
    }
    return Tree(std::move(map));
}

Tree CborReader::tree(int depth)
{
    const qsizetype start = m_at;
    const Head found = head();
    if (failed())
        return {};
    switch (found.major) {
    case majorUnsigned:
        if (found.argument > quint64(std::numeric_limits<qint64>::max()))
            return Tree(found.argument);
        return Tree(qint64(found.argument));
    case majorNegative:
        m_at = start;
        return Tree(integer());
    case majorBytes:
        return Tree(take(found.argument).toByteArray());
    case majorText:
        m_at = start;
        return Tree(text());
    case majorArray:
        return treeList(found.argument, depth);
    case majorMap:
        return treeMap(found.argument, depth);
    case majorSimple:
        return simple(found.argument);
    default:
        fail(ErrorCode::Malformed, "tags are not used");
        return {};
    }
}

} // namespace thidua::protocol
