#include "server/published.h"

#include "base/valuecodec.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

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

Extras extrasOf(const QList<DecidedGroup>& groups, const merge::Stamp& rowStamp)
{
    Extras extras;
    for (const DecidedGroup& group : groups) {
        const merge::GroupEdit& winner = group.decision.winner;
        for (const QString& field : group.fields) {
            if (winner.stamp != rowStamp && winner.values.contains(field))
                extras.mixed.append({field, winner.stamp});
        }
        for (const merge::GroupEdit& sibling : group.decision.siblings) {
            for (auto value = sibling.values.cbegin(); value != sibling.values.cend(); ++value)
                extras.siblings.append({value.key(), value.value(), sibling.stamp});
        }
    }
    return extras;
}

void write(QCborStreamWriter& writer, const merge::Stamp& stamp)
{
    writer.append(stamp.version);
    writer.append(stamp.device.toBytes());
    writer.append(stamp.seq);
    writer.append(stamp.at);
    writer.append(qint64(stamp.rank));
    writer.append(stamp.author.toBytes());
}

QByteArray encodeExtras(const Extras& extras)
{
    if (extras.mixed.isEmpty() && extras.siblings.isEmpty())
        return {};
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    writer.startArray(quint64(extras.mixed.size() * 7 + extras.siblings.size() * 8 + 1));
    writer.append(qint64(extras.mixed.size()));
    for (const Extras::Mixed& mixed : extras.mixed) {
        codec::write(writer, Value(mixed.field));
        write(writer, mixed.stamp);
    }
    for (const Extras::Sibling& sibling : extras.siblings) {
        codec::write(writer, Value(sibling.field));
        codec::write(writer, sibling.value);
        write(writer, sibling.stamp);
    }
    writer.endArray();
    return bytes;
}

// Takes values from the front of what encodeExtras wrote; a wrong type reads as zero, and the row's other
// checks (digest, verify) tell of the damage.
class Taker
{
public:
    explicit Taker(Value::List values)
        : m_values(std::move(values))
    {
    }
    [[nodiscard]] bool empty() const { return m_next >= m_values.size(); }
    Value take() { return empty() ? Value() : m_values[m_next++]; }
    merge::Stamp stamp()
    {
        merge::Stamp stamp;
        stamp.version = take().toInteger();
        stamp.device = take().toId<DeviceId>();
        stamp.seq = take().toInteger();
        stamp.at = take().toInteger();
        stamp.rank = int(take().toInteger());
        stamp.author = take().toId<UserId>();
        return stamp;
    }

private:
    Value::List m_values;
    qsizetype m_next = 0;
};

} // namespace

PublishedRecord publish(const domain::Schema& schema, const merge::RecordState& state)
{
    const QList<DecidedGroup> groups = decideAll(schema, state);
    PublishedRecord record;
    record.stamp = commonest(groups);
    QCborStreamWriter writer(&record.body);
    for (const DecidedGroup& group : groups) {
        const Fields& values = group.decision.winner.values;
        for (const QString& field : group.fields) {
            const auto value = values.constFind(field);
            if (value == values.cend())
                continue;
            record.columns.append(field);
            codec::write(writer, *value);
        }
    }
    record.extras = encodeExtras(extrasOf(groups, record.stamp));
    return record;
}

Result<Extras> decodeExtras(const QByteArray& bytes)
{
    QCborStreamReader reader(bytes);
    // Siblings' values may be lists themselves, one level deeper than in an edit.
    auto list = codec::readValue(reader, codec::maxNesting + 1);
    if (!list || !list->isList())
        return {ErrorCode::StorageCorrupt, u"extras of a record"_s};
    Taker taker(list->toList());
    Extras extras;
    for (qint64 count = taker.take().toInteger(); count > 0 && !taker.empty(); --count) {
        const QString field = taker.take().toText();
        extras.mixed.append({field, taker.stamp()});
    }
    while (!taker.empty()) {
        const QString field = taker.take().toText();
        const Value value = taker.take();
        extras.siblings.append({field, value, taker.stamp()});
    }
    return extras;
}

} // namespace thidua::server
