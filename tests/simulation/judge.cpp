#include "simulation/judge.h"

#include "simulation/oracle.h"
#include "simulation/people.h"
#include "simulation/standingoracle.h"

#include "merge/merge.h"

#include <algorithm>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

namespace
{

struct Known { // a record as the server has it
    QString kind;
    QString channel;
    qint64 version = 0;
    Oracle oracle;
};

bool same(const Oracle::Voice& voice, const merge::GroupEdit& edit)
{
    return voice.seq == edit.stamp.seq && voice.device == edit.stamp.device.toBytes() &&
           voice.values == edit.values;
}

bool same(const Oracle::Group& group, const merge::GroupEdit& winner, const QList<merge::GroupEdit>& siblings)
{
    return same(group.winner, winner) && qsizetype(group.siblings.size()) == siblings.size() &&
           std::ranges::all_of(group.siblings, [&](const Oracle::Voice& voice) {
               return std::ranges::any_of(siblings, [&](const auto& edit) { return same(voice, edit); });
           });
}

QString lineOf(const QString& group, const merge::GroupEdit& winner, const QList<merge::GroupEdit>& siblings)
{
    QStringList others;
    for (const merge::GroupEdit& sibling : siblings)
        others.append(Oracle::sibling(sibling.stamp.device.toBytes(), sibling.stamp.seq, sibling.values));
    return Oracle::line(group, winner.stamp.device.toBytes(), winner.stamp.seq, winner.values, others);
}

// Nothing where somebody decides as the oracle does; otherwise both, to be read.
QString difference(const Oracle& oracle, const QList<store::GroupView>& views)
{
    bool equal = qsizetype(oracle.groups().size()) == views.size();
    for (const store::GroupView& view : views) {
        const auto group = oracle.groups().constFind(view.group);
        equal = equal && group != oracle.groups().cend() && same(*group, view.winner, view.siblings);
    }
    if (equal)
        return {};
    QStringList lines;
    for (const store::GroupView& view : views)
        lines.append(lineOf(view.group, view.winner, view.siblings));
    return lines.join(u"\n  "_s) + u"\n instead of\n  "_s + oracle.text().join(u"\n  "_s);
}

class Judgement
{
public:
    explicit Judgement(World& world)
        : m_world(world)
        , m_store(world.server().open())
    {
    }

    void pass()
    {
        if (!m_store)
            return m_world.fail(u"the server's database cannot be opened"_s);
        readServer();
        readQuarantine();
        if (m_world.server().makesStandings())
            judgeStandings();
        for (const auto& device : m_world.devices()) {
            if (device->running())
                compare(*device);
        }
        askForLost();
        checkMarks();
    }

private:
    void readServer()
    {
        const auto ids = m_store->records.idsAfter({}, 1'000'000);
        for (const RecordId& id : ids.valueOr({}))
            readRecord(id);
    }
    void readQuarantine()
    {
        const auto devices = m_store->quarantine.devices();
        for (const qint64 device : devices.valueOr({})) {
            const auto kept = m_store->quarantine.of(device);
            for (const server::QuarantinedEdit& one : kept.valueOr({}))
                m_marks.insert(markOf(one.edit.edit.set));
        }
    }
    void readRecord(const RecordId& id)
    {
        const auto& schema = domain::Schema::current();
        const auto kind = m_store->records.kindOf(id);
        const auto entry = m_store->records.load(id);
        const auto history = m_store->records.history(id, kind.valueOr({}));
        if (!entry || !*entry || !history || history->isEmpty())
            return m_world.fail(u"record %1 is not readable"_s.arg(id.toText()));
        for (const server::AcceptedEdit& accepted : *history) {
            const auto identity = qMakePair(accepted.edit.device.toBytes(), accepted.edit.seq);
            if (m_identities.contains(identity))
                m_world.fail(u"edit %1 of a device was accepted twice"_s.arg(accepted.edit.seq));
            m_identities.insert(identity);
            m_marks.insert(markOf(accepted.edit.set));
            if (accepted.acceptance.at != std::min(accepted.edit.at, accepted.receivedAt))
                m_world.fail(u"an edit's time is not the lesser of claimed and received"_s);
        }
        const Oracle oracle(schema, *kind, *history);
        m_standings.add(id, *kind, oracle.values());
        const auto channel = m_store->channels.byNumber((*entry)->channel);
        const Known known{*kind, channel->name, (*entry)->state.version, oracle};
        if (const QString other = difference(oracle, viewsOf((*entry)->state)); !other.isEmpty())
            m_world.fail(u"the server decides otherwise than the oracle: %1\n  %2"_s.arg(id.toText(), other));
        if (schema.channelOf(*kind, oracle.values()).name() != known.channel)
            m_world.fail(u"record %1 is in the wrong channel"_s.arg(id.toText()));
        m_known.insert(id, known);
        m_digests[known.channel] += protocol::digestOf(id, known.version);
        for (const Oracle::Group& group : oracle.groups())
            m_world.outcome().conflicts += group.siblings.empty() ? 0 : 1;
    }
    void judgeStandings()
    {
        const auto expected = m_standings.expected();
        const auto& made = m_standings.made();
        for (auto standing = made.cbegin(); standing != made.cend(); ++standing) {
            if (expected.value(standing.key()) != *standing)
                m_world.fail(u"a standing is not the sum of its reports:\n  %1\n  %2"_s.arg(
                    standing->join(u"; "_s), expected.value(standing.key()).join(u"; "_s)));
        }
        if (m_standings.somethingIsReported() && made.size() != expected.size())
            m_world.fail(u"there are %1 standings instead of %2"_s.arg(made.size()).arg(expected.size()));
        m_world.outcome().standings += made.size();
    }
    [[nodiscard]] static QList<store::GroupView> viewsOf(const merge::RecordState& state)
    {
        QList<store::GroupView> views;
        for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
            const auto policy = domain::Schema::current().policy(state.kind, group.key());
            const auto decision = merge::decide(policy, group.value());
            views.append({group.key(), decision.winner, decision.siblings});
        }
        return views;
    }

    void compare(SimDevice& device)
    {
        const QString who = u"device %1: "_s.arg(device.number());
        const auto positions = device.store().positions();
        const auto digests = device.store().digests();
        if (!positions || !digests)
            return m_world.fail(who + u"its file is not readable"_s);
        for (const QString& channel : positions->keys()) {
            if (digests->value(channel) != m_digests.value(channel))
                m_world.fail(who + u"digest differs in "_s + channel);
        }
        const auto held = heldBy(device);
        for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
            if (!positions->contains(known->channel))
                continue;
            const auto record = held.constFind(known.key());
            if (record == held.cend())
                m_world.fail(who + u"lacks record "_s + known.key().toText());
            else
                compareRecord(device, who, *record, *known);
        }
        lookForForeign(device, who, held);
        for (const auto state : {store::EditState::Accepted, store::EditState::Refused})
            collect(device, who, state);
    }
    using Held = QHash<RecordId, store::Record>;
    [[nodiscard]] Held heldBy(SimDevice& device) const
    {
        QSet<QString> kinds;
        for (const Known& known : m_known)
            kinds.insert(known.kind);
        Held held;
        for (const QString& kind : std::as_const(kinds)) {
            const auto records = device.store().records(kind, {}, true);
            for (const store::Record& record : records.valueOr({}))
                held.insert(record.id, record);
        }
        return held;
    }
    void compareRecord(SimDevice& device, const QString& who, const store::Record& record, const Known& known)
    {
        const auto views = device.store().groups(record.id);
        if (!views)
            return m_world.fail(who + u"cannot read record "_s + record.id.toText());
        if (record.version != known.version)
            m_world.fail(who + u"holds another version of "_s + record.id.toText());
        if (const QString other = difference(known.oracle, *views); !other.isEmpty())
            m_world.fail(who + u"decides otherwise: %1\n  %2"_s.arg(record.id.toText(), other));
        Fields values;
        for (const store::GroupView& view : *views)
            values.insert(view.winner.values);
        if (record.values != values)
            m_world.fail(who + u"shows other values than it decided: "_s + record.id.toText());
        if (record.pending)
            m_world.fail(who + u"says that something waits in "_s + record.id.toText());
    }
    // Nobody holds what is not theirs, and nothing that the server does not have.
    void lookForForeign(const SimDevice& device, const QString& who, const Held& held)
    {
        const auto grants = grantsOf(device);
        QMap<QString, bool> allowed; // by channel
        for (const store::Record& record : held) {
            if (record.version == 0)
                continue;
            const auto known = m_known.constFind(record.id);
            if (known == m_known.cend()) {
                m_world.fail(who + u"holds a record that the server does not have"_s);
                continue;
            }
            auto may = allowed.find(known->channel);
            if (may == allowed.end())
                may = allowed.insert(known->channel, mayHold(device, grants, known->channel));
            if (!*may)
                m_world.fail(who + u"holds what it may not: "_s + known->channel);
        }
    }
    // By the server's book, not by what the device believes.
    [[nodiscard]] QList<domain::Grant> grantsOf(const SimDevice& device)
    {
        const auto account = m_store->ids.accountOf(device.person().user);
        QList<domain::Grant> grants = m_store->accounts.grants(account.valueOr(-1)).valueOr({});
        const Instant now = m_world.time().now();
        grants.removeIf([&](const domain::Grant& grant) { return !grant.holdsAt(now); });
        return grants;
    }
    [[nodiscard]] static bool mayHold(const SimDevice& device, const QList<domain::Grant>& grants,
                                      const QString& channel)
    {
        const SimCity& city = SimCity::made();
        return std::ranges::any_of(grants, [&](const domain::Grant& grant) {
            SimPerson person{device.person().user, grant.role, grant.scope, -1, -1};
            for (int unit = 0; unit < int(city.units.size()); ++unit)
                person.unit = grant.scope.name() == city.unitChannel(unit) ? unit : person.unit;
            for (int block = 0; block < int(city.blocks.size()); ++block) {
                const auto scope = domain::Channel::block(city.blocks[size_t(block)]);
                person.block = grant.scope.name() == scope.name() ? block : person.block;
            }
            return city.mayHold(person, channel);
        });
    }
    void collect(SimDevice& device, const QString& who, store::EditState state)
    {
        const auto entries = device.store().outbox(state, -1'000'000);
        if (!entries)
            return m_world.fail(who + u"its outbox is not readable"_s);
        const QByteArray self = device.identity().device.toBytes();
        for (const store::OutboxEntry& entry : *entries) {
            if (state == store::EditState::Refused)
                m_marks.insert(markOf(entry.edit.set));
            else if (entry.edit.seq > 0 && !m_identities.contains(qMakePair(self, entry.edit.seq)))
                m_world.fail(who + u"edit %1 was acknowledged and is lost"_s.arg(entry.edit.seq));
        }
    }
    void askForLost()
    {
        for (const Confirmed& confirmed : m_world.confirmed()) {
            if (!confirmed.excused && !m_marks.contains(confirmed.mark))
                m_world.fail(
                    u"what device %1 saved as %2 is nowhere"_s.arg(confirmed.device).arg(confirmed.mark));
        }
    }
    void checkMarks()
    {
        const auto& told = m_world.server().toldMarks();
        for (const SimSeat& seat : SimCity::made().seats) {
            const auto device = m_store->devices.byId(seat.device);
            if (device && *device && (*device)->mark < told.value(seat.token))
                m_world.fail(u"the server forgot what it acknowledged"_s);
        }
    }

    World& m_world;
    std::unique_ptr<server::ServerStore> m_store;
    StandingOracle m_standings;
    QMap<RecordId, Known> m_known;
    QMap<QString, quint64> m_digests;
    QSet<QPair<QByteArray, qint64>> m_identities;
    QSet<qint64> m_marks;
};

} // namespace

void judge(World& world)
{
    Judgement(world).pass();
}

} // namespace thidua::simulation
