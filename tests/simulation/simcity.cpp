#include "simulation/simcity.h"

#include "domain/names.h"
#include "server/enrolment.h"
#include "server/writer.h"
#include "simulation/timeline.h"

#include <QFile>
#include <QTemporaryDir>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;
using domain::Channel;
using domain::Role;
using server::ServerEdit;

namespace
{

constexpr int unitCount = 4;
constexpr int officersPerUnit = 3;

void require(const Result<void>& done)
{
    if (!done)
        qFatal("city: %s", qPrintable(done.error().detail));
}

class Founding
{
public:
    Founding(SimCity& city, const QString& path)
        : m_city(city)
        , m_writer(created(path), m_clock, m_metrics)
    {
        m_clock.wrongBy = -86'400'000; // the day before
        city.epoch = m_writer.store().epoch()->name;
        addRecords();
        addPeople();
        for (int round = 0; round < seatRounds; ++round) {
            for (size_t person = 0; person < city.people.size(); ++person)
                addSeat(int(person));
        }
    }

private:
    std::unique_ptr<server::ServerStore> created(const QString& path)
    {
        auto store = server::ServerStore::create(path, domain::Schema::current(), m_clock, m_random);
        if (!store)
            qFatal("city: %s", qPrintable(store.error().detail));
        return std::move(*store);
    }
    void addRecords()
    {
        QList<ServerEdit> edits;
        for (int i = 0; i < unitCount / 2; ++i) {
            m_city.blocks.push_back(RecordId::create(m_clock, m_random));
            edits.append({m_city.blocks.back(),
                          kind::block,
                          {{name::code, QString::number(i + 1)},
                           {name::name, u"Khối %1"_s.arg(i + 1)},
                           {name::kind, u"cluster"_s},
                           {name::year, 2025}}});
            addTable(edits, m_city.blocks.back());
        }
        for (int i = 0; i < unitCount; ++i) {
            m_city.units.push_back(RecordId::create(m_clock, m_random));
            edits.append({m_city.units.back(),
                          kind::unit,
                          {{name::code, QString::number(i + 1)},
                           {name::name, u"Phường %1"_s.arg(i + 1)},
                           {name::type, u"ward"_s},
                           {name::validFrom, u"2025-07-01"_s},
                           {name::validTo, Value()}}});
            edits.append({RecordId::create(m_clock, m_random),
                          kind::membership,
                          {{name::block, m_city.blocks[size_t(i) / 2]},
                           {name::unit, m_city.units.back()},
                           {name::year, 2025},
                           {name::role, u"member"_s}}});
        }
        require(server::ServerAuthor(m_writer).author(edits));
    }
    void addTable(QList<ServerEdit>& edits, const RecordId& block)
    {
        const RecordId table = RecordId::create(m_clock, m_random);
        edits.append({table,
                      kind::scoreTable,
                      {{name::name, u"Bảng điểm"_s},
                       {name::year, 2025},
                       {name::block, block},
                       {name::bonusCap, 500},
                       {name::penaltyCap, 700}}});
        m_city.criteria.emplace_back();
        for (const auto& kind : {u"base"_s, u"bonus"_s, u"penalty"_s}) {
            auto& criteria = m_city.criteria.back();
            criteria.push_back(RecordId::create(m_clock, m_random));
            edits.append({criteria.back(),
                          kind::criterion,
                          {{name::scoreTable, table},
                           {name::block, block},
                           {name::group, u"I"_s},
                           {name::number, qint64(criteria.size())},
                           {name::name, kind},
                           {name::kind, kind},
                           {name::scoring, u"graded"_s},
                           {name::maxPoints, 900},
                           {name::measure, u"%"_s}}});
        }
    }
    void addPeople()
    {
        for (int unit = 0; unit < unitCount; ++unit) {
            for (int i = 0; i < officersPerUnit; ++i)
                addPerson(Role::Officer, Channel::unit(m_city.units[size_t(unit)]), unit, -1);
            addPerson(Role::UnitHead, Channel::unit(m_city.units[size_t(unit)]), unit, -1);
        }
        for (int block = 0; block < unitCount / 2; ++block)
            addPerson(Role::BlockLead, Channel::block(m_city.blocks[size_t(block)]), -1, block);
        addPerson(Role::Council, Channel::city(), -1, -1);
        addPerson(Role::Observer, Channel::city(), -1, -1);
    }
    void addPerson(Role role, const Channel& scope, int unit, int block)
    {
        const UserId user = UserId::create(m_clock, m_random);
        auto& accounts = m_writer.store().accounts;
        const QString login = u"person%1"_s.arg(m_city.people.size());
        const auto number = accounts.add({0, user, login, login, {}, 0}, m_clock.now());
        require(number ? accounts.grant(*number, {role, scope, 0, 0}) : number.error());
        m_city.people.push_back({user, role, scope, unit, block});
    }
    void addSeat(int person)
    {
        auto& store = m_writer.store();
        const auto account = store.ids.accountOf(m_city.people[size_t(person)].user);
        auto seat = server::Enrolment(store, m_clock, m_random).byAccount(*account, u"máy bảng"_s);
        if (!seat)
            qFatal("city: %s", qPrintable(seat.error().detail));
        m_city.seats.push_back({person, seat->device, seat->token.toLatin1()});
    }

    SimCity& m_city;
    Timeline m_time;
    SimClock m_clock{m_time};
    SeededRandom m_random{7};
    server::Metrics m_metrics;
    server::Writer m_writer;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("city: no file");
    return file.readAll();
}

void makeEmptyFile(const QString& path)
{
    const Timeline time;
    const SimClock clock{time};
    SeededRandom random{7};
    if (!store::LocalStore::open(path, domain::Schema::current(), clock, random))
        qFatal("city: no device");
}

SimCity make()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"thidua.db"_s);
    const QString device = folder.filePath(u"device.thidua"_s);
    SimCity city;
    {
        const Founding founding(city, path);
    }
    makeEmptyFile(device);
    city.database = contentOf(path);
    city.emptyFile = contentOf(device);
    return city;
}

} // namespace

const SimCity& SimCity::made()
{
    static const SimCity city = make();
    return city;
}

store::Identity SimCity::identityOf(const SimSeat& seat) const
{
    const SimPerson& person = people[size_t(seat.person)];
    return {u"http://server"_s, seat.device,
            person.user,        u"person%1"_s.arg(seat.person),
            u"máy bảng"_s,      {{person.role, person.scope, 0, 0}}};
}

QString SimCity::unitChannel(int unit) const
{
    return Channel::unit(units[size_t(unit)]).name();
}

bool SimCity::mayHold(const SimPerson& person, const QString& channel) const
{
    if (channel == Channel::city().name() || person.role >= Role::Council)
        return true;
    if (person.role == Role::Observer)
        return true; // of the city: everything there is to read
    if (channel == u"user/"_s + person.user.toText())
        return true;
    const int block = person.block >= 0 ? person.block : person.unit / 2;
    if (channel == Channel::block(blocks[size_t(block)]).name())
        return true;
    if (person.block >= 0)
        return channel == unitChannel(2 * block) || channel == unitChannel(2 * block + 1);
    return channel == unitChannel(person.unit);
}

} // namespace thidua::simulation
