#include "simulation/troubles.h"

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

// Some runs are quiet in some respect, so that a fault is not hidden behind another.
Troubles::Troubles(World& world)
    : m_world(world)
    , m_networks(!world.oneIn(4))
    , m_disks(!world.oneIn(3))
    , m_servers(!world.oneIn(3))
    , m_clocks(world.oneIn(2))
    , m_copies(world.oneIn(5))
{
    m_world.server().pageRows = m_world.oneIn(2) ? 0 : 1 + int(m_world.below(12));
}

SimDevice& Troubles::someDevice()
{
    auto& devices = m_world.devices();
    return *devices[size_t(m_world.below(devices.size()))];
}

void Troubles::changeWeather(SimDevice& device)
{
    Weather weather;
    switch (m_world.below(8)) {
    case 0:
    case 1:
        break;
    case 2:
    case 3:
        weather.offline = true;
        break;
    case 4:
        weather.deaf = true;
        break;
    case 5:
        weather.portal = 900;
        break;
    case 6:
        weather.slowest = 20'000;
        weather.doubled = 300;
        break;
    default:
        weather.lost = int(m_world.below(300));
        weather.answerLost = int(m_world.below(300));
        weather.answerCut = int(m_world.below(200));
        weather.doubled = int(m_world.below(300));
        weather.stalled = int(m_world.below(100));
        weather.busy = int(m_world.below(200));
        weather.hintLost = int(m_world.below(600));
    }
    device.weather = weather;
}

void Troubles::stopSomewhere(SimDevice& device)
{
    if (m_world.oneIn(3)) {
        device.stop();
        m_world.tell(u"device %1 is ended"_s.arg(device.number()));
        if (m_world.oneIn(2))
            m_world.powerCut(device);
        return;
    }
    m_world.disk().stopAt(device.machine(), 1 + qint64(m_world.below(m_world.oneIn(2) ? 12 : 200)));
}

void Troubles::spoilDisk(SimDevice& device)
{
    const auto fault = m_world.oneIn(2) ? SimDisk::Fault::Full : SimDisk::Fault::IoError;
    m_world.disk().failAt(device.machine(), 1 + qint64(m_world.below(60)), 1 + qint64(m_world.below(20)),
                          fault);
}

void Troubles::troubleServer()
{
    auto& server = m_world.server();
    switch (m_world.below(6)) {
    case 0:
        server.stop();
        return;
    case 1:
    case 2:
        return m_world.disk().stopAt(server.machine(), 1 + qint64(m_world.below(150)));
    case 3:
        return m_world.disk().failAt(server.machine(), 1 + qint64(m_world.below(80)),
                                     1 + qint64(m_world.below(20)),
                                     m_world.oneIn(2) ? SimDisk::Fault::Full : SimDisk::Fault::IoError);
    case 4:
        if (server.up())
            m_backup = server.backup();
        return;
    default:
        if (m_revoked || !server.up() || m_backup.empty() || server.restores() >= 3 || !m_world.oneIn(2))
            return;
        m_world.tell(u"the server is restored"_s);
        server.restore(m_backup);
    }
}

// By some minutes, or by years.
void Troubles::setClock(SimDevice& device)
{
    const qint64 by = qint64(m_world.below(2'000)) - 1'000;
    device.clock.wrongBy = by * (m_world.oneIn(2) ? 1'000 : 70'000'000);
    m_world.tell(
        u"the clock of device %1 is wrong by %2 s"_s.arg(device.number()).arg(device.clock.wrongBy / 1'000));
}

// A tablet is set up by copying another one, with everything on it.
void Troubles::copyDevice(SimDevice& device)
{
    if (m_world.devices().size() >= 12)
        return;
    const SimDisk::Folder folder = m_world.disk().copy(device.machine());
    SimDevice& copy = m_world.addDevice(device.seat());
    m_world.disk().put(copy.machine(), folder);
    m_world.tell(u"device %1 is a copy of %2"_s.arg(copy.number()).arg(device.number()));
}

void Troubles::putOldFileBack(SimDevice& device)
{
    if (m_oldFile.device != device.number() || !m_world.oneIn(2)) {
        m_oldFile = {device.number(), device.seat(), m_world.confirmed().size(),
                     m_world.disk().copy(device.machine())};
        return;
    }
    m_world.tell(u"device %1 gets its old file back"_s.arg(device.number()));
    device.stop();
    m_world.disk().stop(device.machine());
    m_world.disk().put(device.machine(), m_oldFile.folder);
    device.useSeat(m_oldFile.seat);
    m_world.excuse(device.number(), m_oldFile.confirmed);
}

// What a wiped device had is then the server's alone, and an older copy of the server would know nothing of
// it.
void Troubles::revoke(SimDevice& device)
{
    const auto store = m_world.server().up() ? m_world.server().open() : nullptr;
    const auto known =
        store ? store->devices.byId(device.identity().device) : Result<std::optional<server::Device>>({});
    if (!known || !*known || device.wiped() || !store->devices.revoke((*known)->number, m_world.time().now()))
        return;
    m_revoked = true;
    m_world.tell(u"device %1 is revoked"_s.arg(device.number()));
}

// A person gets a second right, or loses one that they had got.
void Troubles::changeGrants()
{
    const auto store = m_world.server().up() ? m_world.server().open() : nullptr;
    if (!store)
        return;
    const SimCity& city = SimCity::made();
    const SimPerson& person = someDevice().person();
    const auto scope = domain::Channel::unit(city.units[size_t(m_world.below(city.units.size()))]);
    const auto account = store->ids.accountOf(person.user);
    if (!account || scope.name() == person.scope.name())
        return;
    const Instant now = m_world.time().now();
    const bool given = m_world.oneIn(2)
                           ? store->accounts.grant(*account, {domain::Role::Officer, scope, now, 0}).ok()
                           : !store->accounts.endGrant(*account, domain::Role::Officer, scope, now).ok();
    m_world.tell(u"grants of somebody change: %1"_s.arg(given));
}

void Troubles::strike()
{
    SimDevice& device = someDevice();
    switch (m_world.below(12)) {
    case 0:
    case 1:
    case 9:
    case 10:
    case 11:
        if (m_networks)
            changeWeather(device);
        return;
    case 2:
        if (m_disks)
            stopSomewhere(device);
        return;
    case 3:
        if (m_disks)
            spoilDisk(device);
        return;
    case 4:
        if (m_servers)
            troubleServer();
        return;
    case 5:
        if (m_clocks)
            setClock(device);
        return;
    case 6:
        if (m_copies && m_world.oneIn(2))
            copyDevice(device);
        else if (m_world.oneIn(8))
            revoke(device);
        return;
    case 7:
        if (m_copies)
            putOldFileBack(device);
        return;
    default:
        changeGrants();
    }
}

} // namespace thidua::simulation
