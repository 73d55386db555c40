#pragma once

#include "client/engine.h"
#include "simulation/simcity.h"
#include "simulation/simnetwork.h"

namespace thidua::simulation
{

// A tablet: the app's store and the app's engine on a disk, a clock and a network that are simulated. Dies
// and starts again; what it had in memory is then gone.
class SimDevice
{
public:
    using Watcher = std::function<void(SimDevice&, const client::SyncStatus&)>;
    SimDevice(int number, int seat, SimDisk& disk, Timeline& time, Random& random, Server server,
              Watcher watcher);
    ~SimDevice();

    // Puts an empty file there, so that the first start has nothing to set up.
    void prepare();
    // Opens the file and begins to synchronise; false if the disk does not let it.
    [[nodiscard]] bool start();
    void stop(); // as the system ends a process: at once, without a word
    [[nodiscard]] bool running() const { return m_store != nullptr; }
    // To be asked after everything that may have touched the disk; it is off when it says yes.
    [[nodiscard]] bool died();
    // As the same person on a new device of the server's; keeps the file and the work in it.
    [[nodiscard]] Result<void> enrolAnew(int seat);

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] int seat() const { return m_seat; }
    [[nodiscard]] const SimSeat& identity() const { return SimCity::made().seats[size_t(m_seat)]; }
    [[nodiscard]] const SimPerson& person() const
    {
        return SimCity::made().people[size_t(identity().person)];
    }
    [[nodiscard]] const QString& machine() const { return m_machine; }
    [[nodiscard]] store::LocalStore& store() { return *m_store; }
    [[nodiscard]] client::Engine& engine() { return *m_engine; }
    [[nodiscard]] const client::SyncStatus& status() const { return m_engine->status(); }
    // Off for good, with nothing left on it.
    void wipe();
    [[nodiscard]] bool wiped() const { return m_wiped; }
    void useSeat(int seat) { m_seat = seat; } // of a file that was copied here

    Weather weather;
    SimClock clock;
    client::Listening listening = client::Listening::No; // from the next start on

private:
    int m_number;
    bool m_wiped = false;
    int m_seat;
    SimDisk& m_disk;
    Timeline& m_time;
    Random& m_random;
    Server m_server;
    Watcher m_watcher;
    QString m_machine;
    std::unique_ptr<store::LocalStore> m_store;
    std::unique_ptr<SimTransport> m_transport;
    std::unique_ptr<SimScheduler> m_scheduler;
    std::unique_ptr<client::Engine> m_engine;
};

} // namespace thidua::simulation
