#pragma once

#include "simulation/simdevice.h"
#include "simulation/simserver.h"

#include <QCryptographicHash>

namespace thidua::simulation
{

// What came of a run.
struct Outcome {
    quint64 seed = 0;
    QStringList failures; // empty: every promise held
    QByteArray trace;     // of everything that happened, in order
    qint64 edits = 0;     // confirmed to their people
    qint64 deaths = 0;
    qint64 conflicts = 0; // groups with siblings at the end
    qint64 requests = 0;
    qint64 hints = 0;     // that the server said
    qint64 standings = 0; // at the end
};

// An edit that a person was told is saved. It is found again by the number that stands in its text.
struct Confirmed {
    qint64 mark = 0;
    int device = 0;
    bool excused = false; // the file was exchanged for an older copy since, or the person put it aside
};

// The server, the devices and the time, put together from a seed.
class World
{
public:
    World(quint64 seed, bool tell);
    ~World();

    [[nodiscard]] Random& random() { return m_random; }
    [[nodiscard]] quint64 below(quint64 bound) { return m_random.below(bound); }
    [[nodiscard]] bool oneIn(quint64 n) { return m_random.below(n) == 0; }
    [[nodiscard]] Timeline& time() { return m_time; }
    [[nodiscard]] SimDisk& disk() { return m_disk; }
    [[nodiscard]] SimServer& server() { return m_server; }
    [[nodiscard]] std::vector<std::unique_ptr<SimDevice>>& devices() { return m_devices; }
    SimDevice& addDevice(int seat);
    // The next unused seat of the same person; -1: none is left.
    [[nodiscard]] int nextSeat(const SimDevice& device);

    // Lets time pass; who dies on the way is started again after a while.
    void pass(qint64 milliseconds);
    void buryTheDead();
    void powerCut(SimDevice& device);
    // Everything works from now on.
    void heal();
    [[nodiscard]] bool healed() const { return m_healed; }
    [[nodiscard]] client::Listening listening() const { return m_listening; }

    void tell(const QString& what);
    void fail(const QString& what);
    [[nodiscard]] qint64 newMark() { return ++m_marks; }
    void confirm(const SimDevice& device, qint64 mark);
    [[nodiscard]] std::vector<Confirmed>& confirmed() { return m_confirmed; }
    void excuse(int device, size_t fromIndex);
    [[nodiscard]] Outcome& outcome() { return m_outcome; }
    // What came of it, once everything has happened.
    [[nodiscard]] Outcome concluded();
    // Records that somebody has made, in the order in which they were made.
    std::vector<RecordId> reports;
    std::vector<RecordId> others;

private:
    [[nodiscard]] Server serverFor(int device);
    void scheduleStart(SimDevice& device);
    void startDevice(SimDevice& device);
    void startServer();
    void watch(SimDevice& device, const client::SyncStatus& status);

    Outcome m_outcome;
    bool m_tell;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
    SeededRandom m_random;
    client::Listening m_listening; // of all devices
    Timeline m_time;
    SimDisk m_disk;
    SimServer m_server;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::vector<Confirmed> m_confirmed;
    QMap<int, int> m_seatsUsed; // person -> rounds
    qint64 m_marks = 0;
    bool m_healed = false;
    bool m_serverDown = false;
    QSet<int> m_starting;
};

// Plays one schedule from its seed: people and troubles, then quiet, then the judgement.
[[nodiscard]] Outcome run(quint64 seed, bool tell = false);

} // namespace thidua::simulation
