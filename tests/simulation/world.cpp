#include "simulation/world.h"

#include <cstdio>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;

World::World(quint64 seed, bool tell)
    : m_tell(tell)
    , m_random(seed)
    , m_listening(oneIn(2) ? client::Listening::Yes : client::Listening::No)
    , m_disk(m_random)
    , m_server(m_disk, m_time, m_random,
               oneIn(3) ? SimServer::Work::MakesStandings : SimServer::Work::EditsOnly)
{
    m_outcome.seed = seed;
}

// Devices first: their last words go nowhere.
World::~World()
{
    m_time.forget();
    for (const auto& device : m_devices)
        device->stop();
    m_server.stop();
}

void World::tell(const QString& what)
{
    const QString line = QString::number(m_time.now() - Timeline::start) + u' ' + what;
    m_trace.addData(line.toUtf8());
    if (m_tell)
        std::printf("%s\n", qPrintable(line));
}

Outcome World::concluded()
{
    m_outcome.trace = m_trace.result();
    m_outcome.hints = m_server.hints();
    return m_outcome;
}

void World::fail(const QString& what)
{
    tell(u"FAILED: "_s + what);
    m_outcome.failures.append(what);
}

Server World::serverFor(int device)
{
    const auto told = [this, device](const client::HttpRequest& request,
                                     std::optional<client::HttpReply> reply) {
        ++m_outcome.requests;
        tell(u"%1 %2 %3"_s.arg(device).arg(QString::fromLatin1(request.path)).arg(reply ? reply->status : 0));
        return reply;
    };
    return {
        [this, told](const client::HttpRequest& request) { return told(request, m_server.handle(request)); },
        [this, told](const client::HttpRequest& request, const std::weak_ptr<HintStream>& stream) {
            return told(request, m_server.follow(request, stream));
        }};
}

SimDevice& World::addDevice(int seat)
{
    const int number = int(m_devices.size());
    const int person = SimCity::made().seats[size_t(seat)].person;
    m_seatsUsed[person] = std::max(m_seatsUsed[person], seat / int(SimCity::made().people.size()) + 1);
    m_devices.push_back(std::make_unique<SimDevice>(
        number, seat, m_disk, m_time, m_random, serverFor(number),
        [this](SimDevice& device, const client::SyncStatus& status) { watch(device, status); }));
    m_devices.back()->listening = m_listening;
    return *m_devices.back();
}

int World::nextSeat(const SimDevice& device)
{
    const int people = int(SimCity::made().people.size());
    const int person = device.identity().person;
    if (m_seatsUsed[person] >= seatRounds)
        return -1;
    return people * m_seatsUsed[person]++ + person;
}

void World::watch(SimDevice& device, const client::SyncStatus& status)
{
    if (status.phase != client::SyncStatus::Phase::UpToDate || m_disk.stopped(device.machine()))
        return;
    const auto counts = device.store().counts();
    if (counts && counts->pendingEdits > 0)
        fail(u"device %1 says that it is up to date and has %2 edits to send"_s.arg(device.number())
                 .arg(counts->pendingEdits));
}

void World::confirm(const SimDevice& device, qint64 mark)
{
    ++m_outcome.edits;
    m_confirmed.push_back({mark, device.number(), false});
}

void World::excuse(int device, size_t fromIndex)
{
    for (size_t i = fromIndex; i < m_confirmed.size(); ++i) {
        if (m_confirmed[i].device == device)
            m_confirmed[i].excused = true;
    }
}

void World::startServer()
{
    if (m_server.up())
        return;
    const bool power = !m_healed && oneIn(2);
    if (m_server.start(power ? SimDisk::Loss::Power : SimDisk::Loss::Process))
        tell(power ? u"the server is back, without what was not synced"_s : u"the server is back"_s);
    else
        m_time.after(1'000, [this] { startServer(); });
}

void World::startDevice(SimDevice& device)
{
    m_starting.remove(device.number());
    if (device.running() || device.wiped())
        return;
    if (device.start())
        tell(u"device %1 starts"_s.arg(device.number()));
    else
        scheduleStart(device);
}

void World::scheduleStart(SimDevice& device)
{
    if (m_starting.contains(device.number()))
        return;
    m_starting.insert(device.number());
    m_time.after(qint64(below(30'000)), [this, &device] { startDevice(device); });
}

// The machine goes off with what it has not yet written for certain.
void World::powerCut(SimDevice& device)
{
    device.stop();
    m_disk.stop(device.machine());
    m_disk.restart(device.machine(), SimDisk::Loss::Power);
}

void World::buryTheDead()
{
    if (m_server.died() || !m_server.up()) {
        if (!m_serverDown) {
            ++m_outcome.deaths;
            tell(u"the server is down"_s);
            m_time.after(qint64(below(20'000)), [this] { startServer(); });
        }
    }
    m_serverDown = !m_server.up();
    for (const auto& device : m_devices) {
        if (device->died()) {
            ++m_outcome.deaths;
            tell(u"device %1 dies"_s.arg(device->number()));
            if (!m_healed && oneIn(2)) {
                tell(u"device %1 loses power"_s.arg(device->number()));
                powerCut(*device);
            }
        }
        if (device->running() && device->status().phase == client::SyncStatus::Phase::Rescued) {
            tell(u"device %1 is wiped"_s.arg(device->number()));
            device->wipe();
        }
        if (!device->running() && !device->wiped())
            scheduleStart(*device);
    }
}

void World::pass(qint64 milliseconds)
{
    const Instant until = m_time.now() + milliseconds;
    buryTheDead();
    while (m_time.step(until))
        buryTheDead();
}

void World::heal()
{
    m_healed = true;
    m_server.pageRows = 0;
    m_disk.stopAt(m_server.machine(), 0);
    m_disk.failAt(m_server.machine(), 0, 0, SimDisk::Fault::Full);
    for (const auto& device : m_devices) {
        device->weather = Weather{};
        m_disk.stopAt(device->machine(), 0);
        m_disk.failAt(device->machine(), 0, 0, SimDisk::Fault::Full);
    }
}

} // namespace thidua::simulation
