#include "store/headcodec.h"

#include "base/valuecodec.h"
#include "store/stampcodec.h"

#include <QtEndian>

namespace thidua::store
{

// One part after the other: the group's name and the values, each behind its length in four bytes, and
// between them the stamp. A winner's values have the length 0; a losing head's never have.
static void appendSized(QByteArray& bytes, QByteArrayView part)
{
    char size[4];
    qToBigEndian(quint32(part.size()), size);
    bytes.append(size, sizeof size);
    bytes.append(part);
}

QByteArray encodeHeads(const QList<HeadPart>& parts)
{
    QByteArray bytes;
    for (const HeadPart& part : parts) {
        appendSized(bytes, part.group.toUtf8());
        appendStamp(bytes, part.stamp);
        appendSized(bytes, part.wins ? QByteArray() : codec::encode(part.fields));
    }
    return bytes;
}

namespace
{

// Takes pieces from the front; broken() once there was less than asked for.
class Cutter
{
public:
    explicit Cutter(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    QByteArrayView take(qsizetype size)
    {
        if (size > m_rest.size()) {
            m_broken = true;
            size = m_rest.size();
        }
        const QByteArrayView piece = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return piece;
    }
    QByteArrayView takeSized()
    {
        const QByteArrayView size = take(4);
        return m_broken ? QByteArrayView() : take(qsizetype(qFromBigEndian<quint32>(size.data())));
    }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_broken = false;
};

} // namespace

static const Error notReadable{ErrorCode::StorageCorrupt,
                               QStringLiteral("a record's heads are not readable")};

Result<QList<RawHead>> cutHeads(QByteArrayView bytes)
{
    QList<RawHead> heads;
    Cutter cutter(bytes);
    while (!cutter.atEnd()) {
        const QByteArrayView from = cutter.rest();
        RawHead head;
        head.group = cutter.takeSized();
        head.stamp = decodeStamp(cutter.take(stampLength));
        head.values = cutter.takeSized();
        if (cutter.broken())
            return notReadable;
        head.whole = from.chopped(cutter.rest().size());
        heads.append(head);
    }
    return heads;
}

Result<QList<HeadPart>> decodeHeads(QByteArrayView bytes)
{
    auto heads = cutHeads(bytes);
    if (!heads)
        return heads.error();
    QList<HeadPart> parts;
    for (const RawHead& head : std::as_const(*heads)) {
        auto fields = head.wins() ? Result<Fields>(Fields()) : codec::decodeFields(head.values.toByteArray());
        if (!fields)
            return notReadable;
        parts.append({QString::fromUtf8(head.group), head.stamp, head.wins(), std::move(*fields)});
    }
    return parts;
}

} // namespace thidua::store
