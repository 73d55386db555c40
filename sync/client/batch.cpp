#include "client/batch.h"

#include <algorithm>

namespace thidua::client
{

// Rough, and on the safe side: names and values as they stand, and a frame for each edit.
static qsizetype weightOf(const Value& value)
{
    constexpr qsizetype frame = 9;
    qsizetype weight = frame + 3 * value.toText().size() + value.toBytes().size();
    for (const Value& item : value.toList())
        weight += weightOf(item);
    return weight;
}

static qsizetype weightOf(const merge::Edit& edit)
{
    constexpr qsizetype frame = 128;
    qsizetype weight = frame;
    for (auto field = edit.set.cbegin(); field != edit.set.cend(); ++field)
        weight += field.key().size() + weightOf(field.value());
    return weight;
}

// How many of the pending edits go: whole sets of `together` only; at least one set, however large.
static qsizetype countOf(const QList<store::OutboxEntry>& pending, qsizetype size)
{
    const auto splits = [&](qsizetype at) {
        const TogetherId id = pending[at].edit.together;
        return !id.isNull() && pending[at - 1].edit.together == id;
    };
    qsizetype weight = 0;
    qsizetype count = 0;
    while (count < pending.size() && count < size) {
        weight += weightOf(pending[count].edit);
        if (count > 0 && weight > tuning::maxPushBytes)
            break;
        ++count;
    }
    qsizetype whole = count;
    while (whole > 0 && whole < pending.size() && splits(whole))
        --whole;
    while (whole == 0 && count < pending.size() && splits(count))
        ++count;
    return whole > 0 ? whole : count;
}

Batch::Batch(const QList<store::OutboxEntry>& pending, const QString& epoch, qint64 from, int size)
    : m_request{epoch, {}}
{
    if (pending.isEmpty())
        return;
    if (const qint64 first = pending.first().edit.seq; from > 0 && from < first)
        fillHole(from, std::min<qint64>(first, from + size));
    else
        add(pending.first(countOf(pending, size)));
}

void Batch::fillHole(qint64 from, qint64 to)
{
    for (qint64 seq = from; seq < to; ++seq) {
        protocol::PushEdit nothing;
        nothing.edit.seq = seq;
        nothing.edit.kind = QStringLiteral("nothing");
        m_request.edits.append(nothing);
    }
}

// Up to the next hole.
void Batch::add(const QList<store::OutboxEntry>& entries)
{
    for (const store::OutboxEntry& entry : entries) {
        if (!isEmpty() && entry.edit.seq != lastSeq() + 1)
            return;
        m_request.edits.append({entry.edit, entry.epoch == m_request.epoch ? QString() : entry.epoch, {}});
    }
}

} // namespace thidua::client
