#include "simulation/judge.h"

#include "simulation/oracle.h"
#include "simulation/people.h"
#include "simulation/standingoracle.h"

#include "client/tuning.h"
#include "merge/merge.h"

#include <algorithm>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;
using Phase = client::SyncStatus::Phase;

namespace
{

void enrolWhoMust(World& world)
{
    for (const auto& device : world.devices()) {
        if (!device->running() || device->engine().running() || device->status().phase != Phase::SignIn)
            continue;
        const int seat = world.nextSeat(*device);
        if (seat < 0)
            continue;
        world.tell(u"device %1 enrols anew"_s.arg(device->number()));
        if (const auto done = device->enrolAnew(seat); !done)
            world.fail(u"device %1 cannot enrol anew: %2"_s.arg(device->number()).arg(done.error().detail));
    }
}

bool atRest(World& world)
{
    return world.server().up() && std::ranges::all_of(world.devices(), [](const auto& device) {
               return device->wiped() || (device->running() && !device->engine().running() &&
                                          device->status().phase == Phase::UpToDate);
           });
}

} // namespace

// People ask for it every few seconds.
static void askForQuiet(World& world)
{
    constexpr int patience = 100;
    int restful = 0;
    for (int round = 0; round < patience && restful < 2; ++round) {
        world.pass(3'000);
        enrolWhoMust(world);
        restful = atRest(world) ? restful + 1 : 0;
        for (const auto& device : world.devices()) {
            if (device->running())
                device->engine().syncNow();
        }
    }
}

// Nobody asks: hints, retries and the slow polls beneath them must do.
static void waitForQuiet(World& world)
{
    constexpr int patience = 100;
    const qint64 step = 20'000;
    const bool hints = world.listening() == client::Listening::Yes;
    const std::chrono::milliseconds poll = hints ? client::tuning::pollWithHints : client::tuning::poll;
    const int enough = int(poll.count() / step) + 2;
    int restful = 0;
    for (int round = 0; round < patience && restful < enough; ++round) {
        world.pass(step);
        enrolWhoMust(world);
        restful = atRest(world) ? restful + 1 : 0;
    }
}

void quiet(World& world)
{
    world.heal();
    if (world.oneIn(4))
        waitForQuiet(world);
    else
        askForQuiet(world);
    // Somebody may just be asking whether there is news.
    for (int second = 0; second < 30 && (second < 3 || !atRest(world)); ++second)
        world.pass(1'000);
    if (atRest(world))
        return;
    for (const auto& device : world.devices()) {
        if (!device->wiped() && (!device->running() || device->status().phase != Phase::UpToDate))
            world.fail(u"device %1 does not come to rest: %2 %3"_s.arg(device->number())
                           .arg(device->running() ? int(device->status().phase) : -1)
                           .arg(QString(device->running() ? codeName(device->status().lastError)
                                                          : "not running"_L1)));
    }
}

namespace
{

struct Known { // a record as the server has it
    QString kind;
    QString channel;
    qint64 version = 0;
    QStringList groups; // the oracle's words
};

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
        const Known known{*kind, channel->name, (*entry)->state.version, oracle.text()};
        if (textOf((*entry)->state) != known.groups)
            m_world.fail(u"the server decides otherwise than the oracle: %1\n  %2\n  %3"_s.arg(
                id.toText(), textOf((*entry)->state).join(u"\n  "_s), known.groups.join(u"\n  "_s)));
        if (schema.channelOf(*kind, oracle.values()).name() != known.channel)
            m_world.fail(u"record %1 is in the wrong channel"_s.arg(id.toText()));
        m_known.insert(id, known);
        m_digests[known.channel] += protocol::digestOf(id, known.version);
        for (const QString& line : known.groups)
            m_world.outcome().conflicts += line.endsWith(u"| "_s) ? 0 : 1;
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
    [[nodiscard]] static QStringList textOf(const merge::RecordState& state)
    {
        QStringList lines;
        for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
            const auto policy = domain::Schema::current().policy(state.kind, group.key());
            const auto decision = merge::decide(policy, group.value());
            lines.append(lineOf(group.key(), decision.winner, decision.siblings));
        }
        return lines;
    }
    [[nodiscard]] static QString lineOf(const QString& group, const merge::GroupEdit& winner,
                                        const QList<merge::GroupEdit>& siblings)
    {
        QStringList others;
        for (const merge::GroupEdit& sibling : siblings)
            others.append(Oracle::sibling(sibling.stamp.device.toBytes(), sibling.stamp.seq, sibling.values));
        return Oracle::line(group, winner.stamp.device.toBytes(), winner.stamp.seq, winner.values, others);
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
        for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
            if (positions->contains(known->channel))
                compareRecord(device, who, known.key(), *known);
        }
        lookForForeign(device, who);
        for (const auto state : {store::EditState::Accepted, store::EditState::Refused})
            collect(device, who, state);
    }
    void compareRecord(SimDevice& device, const QString& who, const RecordId& id, const Known& known)
    {
        const auto record = device.store().record(id);
        const auto views = device.store().groups(id);
        if (!record || !*record || !views)
            return m_world.fail(who + u"lacks record "_s + id.toText());
        if ((*record)->version != known.version)
            m_world.fail(who + u"holds another version of "_s + id.toText());
        QStringList lines;
        Fields values;
        for (const store::GroupView& view : *views) {
            lines.append(lineOf(view.group, view.winner, view.siblings));
            values.insert(view.winner.values);
        }
        if (lines != known.groups)
            m_world.fail(who + u"decides otherwise: %1\n  %2\n  %3"_s.arg(id.toText(), lines.join(u"\n  "_s),
                                                                          known.groups.join(u"\n  "_s)));
        if ((*record)->values != values)
            m_world.fail(who + u"shows other values than it decided: "_s + id.toText());
        if ((*record)->pending)
            m_world.fail(who + u"says that something waits in "_s + id.toText());
    }
    // Nobody holds what is not theirs, and nothing that the server does not have.
    void lookForForeign(SimDevice& device, const QString& who)
    {
        QSet<QString> kinds;
        for (const Known& known : std::as_const(m_known))
            kinds.insert(known.kind);
        const auto grants = grantsOf(device);
        for (const QString& kind : std::as_const(kinds)) {
            const auto held = device.store().records(kind, {}, true);
            for (const store::Record& record : held.valueOr({})) {
                if (record.version == 0)
                    continue;
                const auto known = m_known.constFind(record.id);
                if (known == m_known.cend())
                    m_world.fail(who + u"holds a record that the server does not have"_s);
                else if (!mayHold(device, grants, known->channel))
                    m_world.fail(who + u"holds what it may not: "_s + known->channel);
            }
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
