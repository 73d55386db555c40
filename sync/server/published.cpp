#include "server/published.h"

#include "base/valuecodec.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

namespace
{

struct DecidedGroup {
    QStringList fields;
    merge::Decision decision;
};

// The groups in the order of the schema, those not known to it behind, by name.
QList<DecidedGroup> decideAll(const domain::Schema& schema, const merge::RecordState& state)
{
    QStringList order;
    if (const domain::Kind* kind = schema.kind(state.kind)) {
        for (const domain::FieldGroup& group : kind->groups)
            order.append(group.name);
    }
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        if (!order.contains(group.key()))
            order.append(group.key());
    }
    QList<DecidedGroup> groups;
    for (const QString& name : order) {
        const auto heads = state.groups.constFind(name);
        if (heads != state.groups.cend() && !heads->isEmpty())
            groups.append(
                {schema.fieldsOf(state.kind, name), merge::decide(schema.policy(state.kind, name), *heads)});
    }
    return groups;
}

merge::Stamp commonest(const QList<DecidedGroup>& groups)
{
    merge::Stamp best;
    qsizetype most = 0;
    for (const DecidedGroup& group : groups) {
        const merge::Stamp& stamp = group.decision.winner.stamp;
        const auto count = std::ranges::count_if(
            groups, [&](const DecidedGroup& other) { return other.decision.winner.stamp == stamp; });
        if (count > most || (count == most && stamp.version > best.version)) {
            most = count;
            best = stamp;
        }
    }
    return best;
}

qsizetype numberOf(QList<merge::Stamp>& stamps, const merge::Stamp& stamp)
{
    const qsizetype known = stamps.indexOf(stamp);
    if (known >= 0)
        return known;
    stamps.append(stamp);
    return stamps.size() - 1;
}

Extras extrasOf(const QList<DecidedGroup>& groups, const merge::Stamp& rowStamp)
{
    Extras extras;
    for (const DecidedGroup& group : groups) {
        const merge::GroupEdit& winner = group.decision.winner;
        for (const QString& field : group.fields) {
            if (winner.stamp != rowStamp && winner.values.contains(field))
                extras.mixed.append({field, numberOf(extras.stamps, winner.stamp)});
        }
        for (const merge::GroupEdit& sibling : group.decision.siblings) {
            const qsizetype stamp = numberOf(extras.stamps, sibling.stamp);
            for (auto value = sibling.values.cbegin(); value != sibling.values.cend(); ++value)
                extras.siblings.append({value.key(), value.value(), stamp});
        }
    }
    return extras;
}

void write(QByteArray& bytes, const merge::Stamp& stamp)
{
    for (const Value& part : {Value(stamp.version), Value(stamp.device), Value(stamp.seq), Value(stamp.at),
                              Value(stamp.rank), Value(stamp.author)})
        codec::write(bytes, part);
}

// One after the other: how many stamps, these, how many fields of another stamp, these, and the siblings.
QByteArray encodeExtras(const Extras& extras)
{
    QByteArray bytes;
    if (extras.stamps.isEmpty())
        return bytes;
    cbor::appendInteger(bytes, extras.stamps.size());
    for (const merge::Stamp& stamp : extras.stamps)
        write(bytes, stamp);
    cbor::appendInteger(bytes, extras.mixed.size());
    for (const Extras::Mixed& mixed : extras.mixed) {
        codec::write(bytes, mixed.field);
        cbor::appendInteger(bytes, mixed.stamp);
    }
    for (const Extras::Sibling& sibling : extras.siblings) {
        codec::write(bytes, sibling.field);
        codec::write(bytes, sibling.value);
        cbor::appendInteger(bytes, sibling.stamp);
    }
    return bytes;
}

// Takes values from the front of what encodeExtras wrote. Once something was not as it should be, everything
// reads as empty.
class Taker
{
public:
    explicit Taker(QByteArrayView bytes)
        : m_cursor(bytes)
    {
    }
    [[nodiscard]] bool sound() const { return m_sound; }
    [[nodiscard]] bool done() const { return !m_sound || m_cursor.atEnd(); }
    Value take()
    {
        // Siblings' values may be lists themselves.
        auto value = m_sound ? codec::readValue(m_cursor) : Result<Value>(Value());
        m_sound = m_sound && value;
        return m_sound ? *value : Value();
    }
    QString text() { return as(take(), &Value::isText).toText(); }
    qint64 integer() { return as(take(), &Value::isInteger).toInteger(); }
    qsizetype indexInto(const QList<merge::Stamp>& stamps)
    {
        const qint64 index = integer();
        m_sound = m_sound && index >= 0 && index < stamps.size();
        return m_sound ? index : 0;
    }
    merge::Stamp stamp()
    {
        merge::Stamp stamp;
        stamp.version = integer();
        stamp.device = as(take(), &Value::isBytes).toId<DeviceId>();
        stamp.seq = integer();
        stamp.at = integer();
        stamp.rank = int(integer());
        stamp.author = as(take(), &Value::isBytes).toId<UserId>();
        return stamp;
    }

private:
    Value as(const Value& value, bool (Value::*isOfType)() const)
    {
        m_sound = m_sound && (value.*isOfType)();
        return value;
    }

    cbor::Cursor m_cursor;
    bool m_sound = true;
};

} // namespace

PublishedRecord publish(const domain::Schema& schema, const merge::RecordState& state)
{
    const QList<DecidedGroup> groups = decideAll(schema, state);
    PublishedRecord record;
    record.stamp = commonest(groups);
    for (const DecidedGroup& group : groups) {
        const Fields& values = group.decision.winner.values;
        for (const QString& field : group.fields) {
            const auto value = values.constFind(field);
            if (value == values.cend())
                continue;
            record.columns.append(field);
            codec::write(record.body, *value);
        }
    }
    record.extras = encodeExtras(extrasOf(groups, record.stamp));
    return record;
}

Result<Extras> decodeExtras(const QByteArray& bytes)
{
    Taker taker(bytes);
    Extras extras;
    for (qint64 left = taker.integer(); left > 0 && taker.sound(); --left)
        extras.stamps.append(taker.stamp());
    for (qint64 left = taker.integer(); left > 0 && taker.sound(); --left) {
        const QString field = taker.text();
        extras.mixed.append({field, taker.indexInto(extras.stamps)});
    }
    while (!taker.done()) {
        const QString field = taker.text();
        const Value value = taker.take();
        extras.siblings.append({field, value, taker.indexInto(extras.stamps)});
    }
    return taker.sound() ? Result<Extras>(std::move(extras))
                         : Error{ErrorCode::StorageCorrupt, u"extras of a record"_s};
}

} // namespace thidua::server
