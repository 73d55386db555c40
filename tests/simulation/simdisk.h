#pragma once

#include "base/random.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <vector>

struct sqlite3_file;
struct sqlite3_vfs;

namespace thidua::simulation
{

// A disk in memory under SQLite, with what real disks do: a write is only certain after a sync. It is the
// process's default VFS as long as it lives. A file belongs to the machine that its folder is named after;
// machines stop, lose power and come back one by one.
class SimDisk
{
public:
    explicit SimDisk(Random& random);
    ~SimDisk();
    SimDisk(const SimDisk&) = delete;
    SimDisk& operator=(const SimDisk&) = delete;

    using Content = std::vector<char>;
    // A machine's files by name, as a copy of its folder is: what is written, synced or not.
    using Folder = std::map<QString, Content>;
    [[nodiscard]] Folder copy(const QString& machine) const;
    // Replaces all files of the machine, which must be stopped or new; they are certain.
    void put(const QString& machine, const Folder& folder);

    // The machine stops in the midst of its n-th access from now on, counted from 1; 0: it does not.
    void stopAt(const QString& machine, qint64 access);
    // Nothing that it still does has an effect.
    void stop(const QString& machine);
    [[nodiscard]] bool stopped(const QString& machine) const;
    enum class Loss {
        Process, // what was written is there
        Power,   // of what was not synced, each write is kept, dropped or torn, as it happens
    };
    // After everything that had files of the machine open is gone.
    void restart(const QString& machine, Loss loss);

    enum class Fault { IoError, Full };
    // `count` accesses from the n-th on fail.
    void failAt(const QString& machine, qint64 access, qint64 count, Fault fault);

private:
    friend struct SimCalls;
    struct Handle;
    struct Write {
        qint64 offset = 0;
        std::vector<char> before;
        size_t sizeBefore = 0;
        std::vector<char> after;
        bool truncates = false; // to `offset`
    };
    struct Slot {
        int shared = 0;
        const Handle* exclusive = nullptr;
    };
    struct File {
        Content bytes;
        std::vector<Write> unsynced;
        int shared = 0;
        const Handle* reserved = nullptr;
        const Handle* pending = nullptr;
        const Handle* exclusive = nullptr;
        std::vector<std::unique_ptr<char[]>> regions;
        Slot slots[8];
        int mappers = 0;
    };
    struct Machine {
        std::map<QString, File> files;
        std::vector<std::map<QString, File>::node_type> removed; // until nobody has them open any more
        quint64 life = 1;
        bool stopped = false;
        qint64 stopIn = 0;
        qint64 failIn = 0;
        qint64 failCount = 0;
        Fault fault = Fault::IoError;
    };
    enum class Answer { Fine, Dead, Failed, Full };
    [[nodiscard]] Answer access(Machine& machine, quint64 life, bool takesRoom);
    [[nodiscard]] Machine& machineOf(const QString& path) { return m_machines[path.section(u'/', 0, -2)]; }
    void losePower(File& file);
    static void undo(Content& bytes, const Write& write);
    static void redo(Content& bytes, const Write& write, const std::vector<bool>& sectors);

    Random& m_random;
    std::map<QString, Machine> m_machines;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    sqlite3_vfs* m_before = nullptr;
};

} // namespace thidua::simulation
