#include "store/pagescan.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace thidua::store
{

namespace
{

constexpr quint8 numberedLeaf = 0x0d;
constexpr quint8 keyedLeaf = 0x0a;
constexpr qsizetype fileHeader = 100;
constexpr qsizetype logHeader = 32;
constexpr qsizetype frameHeader = 24;
constexpr qint64 maxPayload = 1 << 20; // a save is smaller than this

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? quint8(bytes[at]) : 0;
}

quint32 bigEndian(QByteArrayView bytes, qsizetype at, int size)
{
    quint32 number = 0;
    for (int i = 0; i < size; ++i)
        number = number << 8 | byteAt(bytes, at + i);
    return number;
}

// Moves `at` behind the number; seven bits a byte, all eight of the ninth.
qint64 takeVarint(QByteArrayView bytes, qsizetype& at)
{
    quint64 number = 0;
    for (int i = 0; i < 9; ++i) {
        const quint8 byte = byteAt(bytes, at++);
        if (i == 8)
            return qint64(number << 8 | byte);
        number = number << 7 | (byte & 0x7f);
        if (byte < 0x80)
            break;
    }
    return qint64(number);
}

qint64 lengthOf(qint64 serialType)
{
    static constexpr qint64 fixed[]{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return serialType < 12 ? fixed[serialType] : (serialType - 12) / 2;
}

PageScan::Column columnOf(qint64 serialType, QByteArrayView bytes)
{
    PageScan::Column column;
    if (serialType >= 12) {
        column.bytes = bytes.toByteArray();
    } else if (serialType == 8 || serialType == 9) {
        column.integer = serialType - 8;
    } else if (serialType >= 1 && serialType <= 6) {
        quint64 number = qint8(bytes[0]) < 0 ? ~quint64(0) : 0;
        for (const char byte : bytes)
            number = number << 8 | quint8(byte);
        column.integer = qint64(number);
    }
    return column;
}

// Empty if the record's header and its length do not fit.
PageScan::Columns columnsOf(QByteArrayView record)
{
    qsizetype at = 0;
    const qint64 headerSize = takeVarint(record, at);
    if (headerSize < at || headerSize > record.size())
        return {};
    qsizetype content = qsizetype(headerSize);
    PageScan::Columns columns;
    while (at < headerSize) {
        const qint64 serialType = takeVarint(record, at);
        if (serialType < 0 || lengthOf(serialType) > record.size() - content)
            return {};
        columns.append(columnOf(serialType, record.sliced(content, qsizetype(lengthOf(serialType)))));
        content += qsizetype(lengthOf(serialType));
    }
    return content == record.size() ? columns : PageScan::Columns();
}

} // namespace

PageScan::PageScan(const QByteArray& file, const QByteArray& log)
{
    const quint32 said = bigEndian(file, 16, 2);
    if (said >= 512 && said <= 32768 && (said & (said - 1)) == 0)
        m_pageSize = qsizetype(said);
    for (qsizetype at = 0; at + m_pageSize <= file.size(); at += m_pageSize)
        m_pages.append(file.sliced(at, m_pageSize));
    replacePages(log);
}

// The frames of the log's present round, up to its last commit.
void PageScan::replacePages(const QByteArray& log)
{
    const QByteArray salts = log.mid(16, 8);
    QList<QPair<qsizetype, QByteArray>> open;
    for (qsizetype at = logHeader; at + frameHeader + m_pageSize <= log.size();
         at += frameHeader + m_pageSize) {
        if (QByteArrayView(log).sliced(at + 8, 8) != salts)
            return;
        open.append({qsizetype(bigEndian(log, at, 4)) - 1, log.sliced(at + frameHeader, m_pageSize)});
        const bool commits = bigEndian(log, at + 4, 4) > 0;
        if (!commits)
            continue;
        for (const auto& [index, page] : std::as_const(open)) {
            if (index >= 0 && index <= m_pages.size() + log.size() / m_pageSize) {
                while (m_pages.size() <= index)
                    m_pages.append(QByteArray(m_pageSize, '\0'));
                m_pages[index] = page;
            }
        }
        open.clear();
    }
}

void PageScan::read(const Numbered& numbered, const Keyed& keyed) const
{
    for (qsizetype index = 0; index < m_pages.size(); ++index)
        readPage(index, numbered, keyed);
}

void PageScan::readPage(qsizetype index, const Numbered& numbered, const Keyed& keyed) const
{
    const QByteArrayView page = m_pages[index];
    const qsizetype header = index == 0 ? fileHeader : 0;
    const quint8 type = byteAt(page, header);
    if (type != numberedLeaf && type != keyedLeaf)
        return;
    const auto cells = qsizetype(std::min<quint32>(bigEndian(page, header + 3, 2), quint32(m_pageSize / 4)));
    for (qsizetype cell = 0; cell < cells; ++cell) {
        auto at = qsizetype(bigEndian(page, header + 8 + 2 * cell, 2));
        if (at < header + 8 || at >= page.size())
            continue;
        const qint64 size = takeVarint(page, at);
        const qint64 number = type == numberedLeaf ? takeVarint(page, at) : 0;
        const Columns columns = columnsOf(payload(page, at, size, type == keyedLeaf));
        if (columns.isEmpty())
            continue;
        if (type == numberedLeaf)
            numbered(number, columns);
        else
            keyed(columns);
    }
}

// A long record goes on in pages of its own, each naming the next.
QByteArray PageScan::payload(QByteArrayView page, qsizetype at, qint64 size, bool keyed) const
{
    if (size < 1 || size > maxPayload)
        return {};
    const qint64 most = keyed ? (m_pageSize - 12) * 64 / 255 - 23 : m_pageSize - 35;
    const qint64 least = (m_pageSize - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (size - least) % (m_pageSize - 4);
    const qint64 here = size <= most ? size : wanted <= most ? wanted : least;
    if (at + here > page.size())
        return {};
    QByteArray bytes = page.sliced(at, qsizetype(here)).toByteArray();
    quint32 next = size > here ? bigEndian(page, at + qsizetype(here), 4) : 0;
    while (bytes.size() < size) {
        if (next == 0 || qsizetype(next) > m_pages.size())
            return {};
        const QByteArray& more = m_pages[qsizetype(next) - 1];
        bytes.append(
            QByteArrayView(more).sliced(4, qsizetype(std::min<qint64>(m_pageSize - 4, size - bytes.size()))));
        next = bigEndian(more, 0, 4);
    }
    return bytes;
}

} // namespace thidua::store
