#include "support/faultydisk.h"

#include <sqlite3.h>

#include <atomic>
#include <memory>

namespace thidua::test
{

// What SQLite holds for an open file: its header, then the system's own file behind it.
struct FaultyDisk::File {
    sqlite3_file base;
    FaultyDisk* disk;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct Calls {
    using File = FaultyDisk::File;
    using Fault = FaultyDisk::Fault;

    static File* own(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return own(file)->real(); }
    static FaultyDisk* disk(sqlite3_vfs* vfs) { return static_cast<FaultyDisk*>(vfs->pAppData); }
    static sqlite3_vfs* system() { return sqlite3_vfs_find("unix"); }
    static bool fails(sqlite3_file* file, bool takesRoom) { return own(file)->disk->fails(takesRoom); }
    static int failure(sqlite3_file* file, int ioError)
    {
        return own(file)->disk->m_fault == Fault::Full ? SQLITE_FULL : ioError;
    }

    static int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
    static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
    {
        if (fails(file, false))
            return SQLITE_IOERR_READ;
        return real(file)->pMethods->xRead(real(file), to, amount, offset);
    }
    static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
    {
        if (fails(file, true))
            return failure(file, SQLITE_IOERR_WRITE);
        return real(file)->pMethods->xWrite(real(file), from, amount, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        if (fails(file, false))
            return SQLITE_IOERR_TRUNCATE;
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        if (fails(file, false))
            return SQLITE_IOERR_FSYNC;
        own(file)->disk->waitWhileHeld();
        return real(file)->pMethods->xSync(real(file), flags);
    }
    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        return real(file)->pMethods->xFileSize(real(file), size);
    }
    static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
    static int unlock(sqlite3_file* file, int level)
    {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int checkReservedLock(sqlite3_file* file, int* held)
    {
        return real(file)->pMethods->xCheckReservedLock(real(file), held);
    }
    static int fileControl(sqlite3_file* file, int operation, void* argument)
    {
        return real(file)->pMethods->xFileControl(real(file), operation, argument);
    }
    static int sectorSize(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
    static int characteristics(sqlite3_file* file)
    {
        return real(file)->pMethods->xDeviceCharacteristics(real(file));
    }
    static int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
    {
        if (fails(file, extend != 0))
            return failure(file, SQLITE_IOERR_SHMMAP);
        return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
    }
    static int shmLock(sqlite3_file* file, int offset, int count, int flags)
    {
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }
    static void shmBarrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file* file, int remove)
    {
        return real(file)->pMethods->xShmUnmap(real(file), remove);
    }

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
    {
        file->pMethods = nullptr;
        own(file)->disk = disk(vfs);
        if (disk(vfs)->fails((flags & SQLITE_OPEN_CREATE) != 0))
            return disk(vfs)->m_fault == Fault::Full ? SQLITE_FULL : SQLITE_CANTOPEN;
        const int code = system()->xOpen(system(), path, real(file), flags, outFlags);
        if (code == SQLITE_OK)
            file->pMethods = &fileMethods;
        return code;
    }
    static int remove(sqlite3_vfs* vfs, const char* path, int syncDirectory)
    {
        if (disk(vfs)->fails(false))
            return SQLITE_IOERR_DELETE;
        return system()->xDelete(system(), path, syncDirectory);
    }
    static int access(sqlite3_vfs*, const char* path, int flags, int* result)
    {
        return system()->xAccess(system(), path, flags, result);
    }
    static int fullPathname(sqlite3_vfs*, const char* path, int size, char* result)
    {
        return system()->xFullPathname(system(), path, size, result);
    }

    static const sqlite3_io_methods fileMethods;
};

const sqlite3_io_methods Calls::fileMethods{
    .iVersion = 2,
    .xClose = &Calls::close,
    .xRead = &Calls::read,
    .xWrite = &Calls::write,
    .xTruncate = &Calls::truncate,
    .xSync = &Calls::sync,
    .xFileSize = &Calls::fileSize,
    .xLock = &Calls::lock,
    .xUnlock = &Calls::unlock,
    .xCheckReservedLock = &Calls::checkReservedLock,
    .xFileControl = &Calls::fileControl,
    .xSectorSize = &Calls::sectorSize,
    .xDeviceCharacteristics = &Calls::characteristics,
    .xShmMap = &Calls::shmMap,
    .xShmLock = &Calls::shmLock,
    .xShmBarrier = &Calls::shmBarrier,
    .xShmUnmap = &Calls::shmUnmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

FaultyDisk::FaultyDisk(Registered registered)
    : m_vfs(new sqlite3_vfs(*Calls::system()))
{
    static std::atomic<int> count = 0;
    m_name = "faulty" + QByteArray::number(++count);
    m_vfs->zName = m_name.constData();
    m_vfs->pAppData = this;
    m_vfs->szOsFile += int(sizeof(File));
    m_vfs->xOpen = &Calls::open;
    m_vfs->xDelete = &Calls::remove;
    m_vfs->xAccess = &Calls::access;
    m_vfs->xFullPathname = &Calls::fullPathname;
    sqlite3_vfs_register(m_vfs, registered == Registered::AsDefault ? 1 : 0);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(m_vfs);
    delete m_vfs;
}

void FaultyDisk::failAt(qint64 n, Fault fault, Lasting lasting)
{
    m_left = n;
    m_fault = fault;
    m_lasting = lasting;
    m_struck = false;
}

void FaultyDisk::repair()
{
    m_left = 0;
}

void FaultyDisk::holdSyncs()
{
    const std::lock_guard lock(m_gate);
    m_holding = true;
}

void FaultyDisk::letGo()
{
    const std::lock_guard lock(m_gate);
    m_holding = false;
    m_opened.notify_all();
}

int FaultyDisk::held() const
{
    const std::lock_guard lock(m_gate);
    return m_held;
}

void FaultyDisk::waitWhileHeld()
{
    std::unique_lock lock(m_gate);
    ++m_held;
    m_opened.wait(lock, [this] { return !m_holding; });
    --m_held;
}

bool FaultyDisk::fails(bool takesRoom)
{
    if (m_left == 0 || (m_fault == Fault::Full && !takesRoom))
        return false;
    if (m_left > 1) {
        --m_left;
        return false;
    }
    m_struck = true;
    if (m_lasting == Lasting::Once)
        m_left = 0;
    return true;
}

} // namespace thidua::test
