#include "simulation/simdevice.h"

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

SimDevice::SimDevice(int number, int seat, SimDisk& disk, Timeline& time, Random& random, Server server,
                     Watcher watcher)
    : clock(time)
    , m_number(number)
    , m_seat(seat)
    , m_disk(disk)
    , m_time(time)
    , m_random(random)
    , m_server(std::move(server))
    , m_watcher(std::move(watcher))
    , m_machine(u"/device%1"_s.arg(number))
{
}

SimDevice::~SimDevice() = default;

void SimDevice::prepare()
{
    const QByteArray& file = SimCity::made().emptyFile;
    m_disk.put(m_machine, {{u"device.thidua"_s, {file.begin(), file.end()}}});
}

bool SimDevice::start()
{
    stop();
    m_disk.restart(m_machine, SimDisk::Loss::Process);
    auto opened =
        store::LocalStore::open(m_machine + u"/device.thidua"_s, domain::Schema::current(), clock, m_random);
    if (!opened)
        return false;
    m_store = std::move(*opened);
    if (!m_store->enrol(SimCity::made().identityOf(identity()))) {
        m_store.reset();
        return false;
    }
    m_transport = std::make_unique<SimTransport>(m_time, m_random, weather, m_server);
    m_scheduler = std::make_unique<SimScheduler>(m_time);
    m_engine = std::make_unique<client::Engine>(
        *m_store, *m_transport, *m_scheduler, clock, m_random,
        [this](const client::SyncStatus& status) { m_watcher(*this, status); });
    m_engine->start(identity().token, listening);
    return true;
}

void SimDevice::stop()
{
    if (!m_store)
        return;
    m_disk.stop(m_machine);
    m_engine.reset();
    m_scheduler.reset();
    m_transport.reset();
    m_store.reset();
}

void SimDevice::wipe()
{
    stop();
    m_disk.stop(m_machine);
    m_disk.put(m_machine, {});
    m_wiped = true;
}

bool SimDevice::died()
{
    if (!m_store || !m_disk.stopped(m_machine))
        return false;
    stop();
    return true;
}

Result<void> SimDevice::enrolAnew(int seat)
{
    auto done = m_store->enrol(SimCity::made().identityOf(SimCity::made().seats[size_t(seat)]));
    if (!done)
        return done;
    m_seat = seat;
    m_engine->start(identity().token, listening);
    return {};
}

} // namespace thidua::simulation
