#pragma once

#include <QByteArray>
#include <QString>

#include <condition_variable>
#include <mutex>

struct sqlite3_file;
struct sqlite3_vfs;

namespace thidua::test
{

// The system's disk with a fault: an SQLite VFS whose n-th access fails, once or from then on. Registered
// under a name of its own as long as it lives; connections choose it by OpenOptions::vfs.
class FaultyDisk
{
public:
    enum class Fault {
        IoError, // any access fails: opening, reading, writing, syncing, truncating, deleting
        Full,    // only what takes room fails: opening a new file, writing
    };
    enum class Lasting {
        Once,
        UntilRepaired,
    };

    enum class Registered {
        ByName,
        AsDefault, // for connections that do not choose
    };

    explicit FaultyDisk(Registered registered = Registered::ByName);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    [[nodiscard]] QString name() const { return QString::fromLatin1(m_name); }
    // The n-th access from now on fails, counted from 1.
    void failAt(qint64 n, Fault fault, Lasting lasting = Lasting::UntilRepaired);
    void repair();
    // Whether the fault has been met since failAt.
    [[nodiscard]] bool struck() const { return m_struck; }

    // A disk that is slow to make anything durable: whoever asks for it waits until letGo().
    void holdSyncs();
    void letGo();
    [[nodiscard]] int held() const; // who wait now

private:
    struct File;
    friend struct Calls;
    // Counts an access; true: it must fail.
    bool fails(bool takesRoom);
    QByteArray m_name;
    sqlite3_vfs* m_vfs;
    qint64 m_left = 0; // accesses until the fault; 0: none is set
    Fault m_fault = Fault::IoError;
    Lasting m_lasting = Lasting::Once;
    bool m_struck = false;

    void waitWhileHeld();
    mutable std::mutex m_gate;
    std::condition_variable m_opened;
    bool m_holding = false;
    int m_held = 0;
};

} // namespace thidua::test
