#include "simulation/simdisk.h"

#include "simulation/simcalls.h"

#include <algorithm>

namespace thidua::simulation
{

static constexpr qint64 sector = 512;

SimDisk::SimDisk(Random& random)
    : m_random(random)
    , m_vfs(makeVfs(*this))
    , m_before(sqlite3_vfs_find(nullptr))
{
    sqlite3_vfs_register(m_vfs.get(), 1);
}

SimDisk::~SimDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(m_before, 1);
}

SimDisk::Folder SimDisk::copy(const QString& machine) const
{
    Folder folder;
    const auto known = m_machines.find(machine);
    if (known == m_machines.end())
        return folder;
    for (const auto& [path, file] : known->second.files)
        folder[path.section(u'/', -1)] = file.bytes;
    return folder;
}

void SimDisk::put(const QString& machine, const Folder& folder)
{
    Machine& owner = m_machines[machine];
    owner.files.clear();
    ++owner.life;
    for (const auto& [name, bytes] : folder)
        owner.files[machine + u'/' + name].bytes = bytes;
}

void SimDisk::stopAt(const QString& machine, qint64 access)
{
    m_machines[machine].stopIn = access;
}

void SimDisk::stop(const QString& machine)
{
    m_machines[machine].stopped = true;
}

bool SimDisk::stopped(const QString& machine) const
{
    const auto known = m_machines.find(machine);
    return known != m_machines.end() && known->second.stopped;
}

void SimDisk::restart(const QString& machine, Loss loss)
{
    Machine& owner = m_machines[machine];
    ++owner.life;
    owner.stopped = false;
    owner.removed.clear();
    owner.stopIn = owner.failIn = owner.failCount = 0;
    for (auto& [path, file] : owner.files) {
        if (loss == Loss::Power)
            losePower(file);
        file.unsynced.clear();
        file.shared = file.mappers = 0;
        file.reserved = file.pending = file.exclusive = nullptr;
        file.regions.clear();
        std::ranges::fill(file.slots, Slot());
    }
}

void SimDisk::failAt(const QString& machine, qint64 access, qint64 count, Fault fault)
{
    Machine& owner = m_machines[machine];
    owner.failIn = access;
    owner.failCount = count;
    owner.fault = fault;
}

SimDisk::Answer SimDisk::access(Machine& machine, quint64 life, bool takesRoom)
{
    if (machine.stopped || machine.life != life)
        return Answer::Dead;
    if (machine.stopIn > 0 && --machine.stopIn == 0) {
        machine.stopped = true;
        return Answer::Dead;
    }
    if (machine.failIn > 1) {
        --machine.failIn;
        return Answer::Fine;
    }
    if (machine.failIn == 1 && machine.failCount > 0) {
        if (machine.fault == Fault::Full && !takesRoom)
            return Answer::Fine;
        --machine.failCount;
        return machine.fault == Fault::Full ? Answer::Full : Answer::Failed;
    }
    return Answer::Fine;
}

void SimDisk::undo(Content& bytes, const Write& write)
{
    bytes.resize(std::max(bytes.size(), write.sizeBefore));
    std::ranges::copy(write.before, bytes.begin() + std::min(write.offset, qint64(bytes.size())));
    bytes.resize(write.sizeBefore);
}

void SimDisk::redo(Content& bytes, const Write& write, const std::vector<bool>& sectors)
{
    if (write.truncates) {
        bytes.resize(std::min(bytes.size(), size_t(write.offset)));
        return;
    }
    const qint64 size = qint64(write.after.size());
    for (qint64 at = 0; at < size; at += sector) {
        if (!sectors[size_t(at / sector)])
            continue;
        const qint64 end = std::min(size, at + sector);
        bytes.resize(std::max(bytes.size(), size_t(write.offset + end)));
        std::copy(write.after.begin() + at, write.after.begin() + end, bytes.begin() + write.offset + at);
    }
}

void SimDisk::losePower(File& file)
{
    for (auto write = file.unsynced.rbegin(); write != file.unsynced.rend(); ++write)
        undo(file.bytes, *write);
    const quint64 mood = m_random.below(4); // all lost, all kept, or each write by itself
    for (const Write& write : file.unsynced) {
        const quint64 fate = mood == 0 ? 0 : mood == 1 ? 1 : m_random.below(3);
        if (fate == 0)
            continue;
        std::vector<bool> sectors(write.after.size() / size_t(sector) + 1, true);
        if (fate == 2)
            std::generate(sectors.begin(), sectors.end(), [&] { return m_random.below(2) == 0; });
        redo(file.bytes, write, sectors);
    }
}

} // namespace thidua::simulation
