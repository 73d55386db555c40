#include "simulation/simcalls.h"

#include <algorithm>
#include <cstring>

namespace thidua::simulation
{

// What SQLite holds for an open file.
struct SimDisk::Handle {
    sqlite3_file base;
    SimDisk* disk;
    Machine* machine;
    File* file;
    quint64 life;
    int level;
    unsigned sharedSlots;
    unsigned exclusiveSlots;
    bool mapped;
};

struct SimCalls {
    using Handle = SimDisk::Handle;
    using File = SimDisk::File;
    using Answer = SimDisk::Answer;
    static constexpr int regionSlots = 8;

    static Handle* own(sqlite3_file* file) { return reinterpret_cast<Handle*>(file); }
    static SimDisk* disk(sqlite3_vfs* vfs) { return static_cast<SimDisk*>(vfs->pAppData); }
    static bool isDead(const Handle* handle)
    {
        return handle->machine->stopped || handle->machine->life != handle->life;
    }
    static int code(Answer answer, int ioError)
    {
        return answer == Answer::Fine ? SQLITE_OK : answer == Answer::Full ? SQLITE_FULL : ioError;
    }
    static int access(Handle* handle, bool takesRoom, int ioError)
    {
        return code(handle->disk->access(*handle->machine, handle->life, takesRoom), ioError);
    }

    // --- content ---

    static int read(sqlite3_file* base, void* to, int amount, sqlite3_int64 offset)
    {
        Handle* handle = own(base);
        if (const int failure = access(handle, false, SQLITE_IOERR_READ); failure != SQLITE_OK)
            return failure;
        const auto& bytes = handle->file->bytes;
        const qint64 there = std::clamp<qint64>(qint64(bytes.size()) - offset, 0, amount);
        if (there > 0)
            std::memcpy(to, bytes.data() + offset, size_t(there));
        std::memset(static_cast<char*>(to) + there, 0, size_t(amount - there));
        return there == amount ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file* base, const void* from, int amount, sqlite3_int64 offset)
    {
        Handle* handle = own(base);
        if (const int failure = access(handle, true, SQLITE_IOERR_WRITE); failure != SQLITE_OK)
            return failure;
        auto& bytes = handle->file->bytes;
        const auto* start = static_cast<const char*>(from);
        SimDisk::Write done{offset, {}, bytes.size(), {start, start + amount}, false};
        const size_t end = size_t(offset + amount);
        if (size_t(offset) < bytes.size())
            done.before.assign(bytes.begin() + offset, bytes.begin() + qint64(std::min(end, bytes.size())));
        if (size_t(offset) == bytes.size()) {
            bytes.insert(bytes.end(), start, start + amount);
        } else {
            bytes.resize(std::max(bytes.size(), end));
            std::memcpy(bytes.data() + offset, from, size_t(amount));
        }
        handle->file->unsynced.push_back(std::move(done));
        return SQLITE_OK;
    }
    static int truncate(sqlite3_file* base, sqlite3_int64 size)
    {
        Handle* handle = own(base);
        if (const int failure = access(handle, false, SQLITE_IOERR_TRUNCATE); failure != SQLITE_OK)
            return failure;
        auto& bytes = handle->file->bytes;
        if (size_t(size) < bytes.size()) {
            handle->file->unsynced.push_back(
                {size, {bytes.begin() + size, bytes.end()}, bytes.size(), {}, true});
            bytes.resize(size_t(size));
        }
        return SQLITE_OK;
    }
    static int sync(sqlite3_file* base, int)
    {
        Handle* handle = own(base);
        if (const int failure = access(handle, false, SQLITE_IOERR_FSYNC); failure != SQLITE_OK)
            return failure;
        handle->file->unsynced.clear();
        return SQLITE_OK;
    }
    static int fileSize(sqlite3_file* base, sqlite3_int64* size)
    {
        *size = sqlite3_int64(own(base)->file->bytes.size());
        return SQLITE_OK;
    }
    static int close(sqlite3_file* base)
    {
        Handle* handle = own(base);
        if (!isDead(handle)) {
            unmap(base, 0);
            unlock(base, SQLITE_LOCK_NONE);
        }
        return SQLITE_OK;
    }

    // --- locks of the file ---

    static bool heldByAnother(const Handle* holder, const Handle* handle)
    {
        return holder && holder != handle;
    }
    static int lock(sqlite3_file* base, int level)
    {
        Handle* handle = own(base);
        if (isDead(handle))
            return SQLITE_IOERR_LOCK;
        File& file = *handle->file;
        if (handle->level >= level)
            return SQLITE_OK;
        if (level == SQLITE_LOCK_SHARED) {
            if (heldByAnother(file.pending, handle) || heldByAnother(file.exclusive, handle))
                return SQLITE_BUSY;
            ++file.shared;
        } else if (level == SQLITE_LOCK_RESERVED) {
            if (heldByAnother(file.reserved, handle))
                return SQLITE_BUSY;
            file.reserved = handle;
        } else {
            if (heldByAnother(file.pending, handle) || heldByAnother(file.reserved, handle))
                return SQLITE_BUSY;
            file.pending = handle;
            if (file.shared > 1) {
                handle->level = SQLITE_LOCK_PENDING;
                return SQLITE_BUSY;
            }
            file.exclusive = handle;
        }
        handle->level = level;
        return SQLITE_OK;
    }
    static int unlock(sqlite3_file* base, int level)
    {
        Handle* handle = own(base);
        if (isDead(handle) || handle->level <= level)
            return SQLITE_OK;
        File& file = *handle->file;
        for (const Handle** holder : {&file.reserved, &file.pending, &file.exclusive}) {
            if (*holder == handle)
                *holder = nullptr;
        }
        if (level == SQLITE_LOCK_NONE)
            --file.shared;
        handle->level = level;
        return SQLITE_OK;
    }
    static int checkReservedLock(sqlite3_file* base, int* held)
    {
        *held = own(base)->file->reserved != nullptr;
        return SQLITE_OK;
    }

    // --- shared memory of the write-ahead log ---

    static int map(sqlite3_file* base, int region, int size, int extend, void volatile** memory)
    {
        Handle* handle = own(base);
        *memory = nullptr;
        if (isDead(handle))
            return SQLITE_IOERR_SHMMAP;
        auto& regions = handle->file->regions;
        if (!handle->mapped)
            ++handle->file->mappers;
        handle->mapped = true;
        while (extend && regions.size() <= size_t(region))
            regions.push_back(std::make_unique<char[]>(size_t(size)));
        if (size_t(region) < regions.size())
            *memory = regions[size_t(region)].get();
        return SQLITE_OK;
    }
    static int lockSlots(sqlite3_file* base, int first, int count, int flags)
    {
        Handle* handle = own(base);
        if (isDead(handle))
            return SQLITE_IOERR_SHMLOCK;
        return flags & SQLITE_SHM_UNLOCK   ? (unlockSlots(handle, first, count), SQLITE_OK)
               : flags & SQLITE_SHM_SHARED ? takeShared(handle, first)
                                           : takeExclusive(handle, first, count);
    }
    static void unlockSlots(Handle* handle, int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            auto& slot = handle->file->slots[i];
            const unsigned bit = 1U << i;
            if (handle->sharedSlots & bit)
                --slot.shared;
            if (handle->exclusiveSlots & bit)
                slot.exclusive = nullptr;
            handle->sharedSlots &= ~bit;
            handle->exclusiveSlots &= ~bit;
        }
    }
    static int takeShared(Handle* handle, int index)
    {
        auto& slot = handle->file->slots[index];
        const unsigned bit = 1U << index;
        if (handle->sharedSlots & bit)
            return SQLITE_OK;
        if (slot.exclusive)
            return SQLITE_BUSY;
        ++slot.shared;
        handle->sharedSlots |= bit;
        return SQLITE_OK;
    }
    static int takeExclusive(Handle* handle, int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            const auto& slot = handle->file->slots[i];
            const int own = handle->sharedSlots & (1U << i) ? 1 : 0;
            if (heldByAnother(slot.exclusive, handle) || slot.shared > own)
                return SQLITE_BUSY;
        }
        for (int i = first; i < first + count; ++i) {
            handle->file->slots[i].exclusive = handle;
            handle->exclusiveSlots |= 1U << i;
        }
        return SQLITE_OK;
    }
    static void barrier(sqlite3_file*) {}
    static int unmap(sqlite3_file* base, int remove)
    {
        Handle* handle = own(base);
        if (isDead(handle) || !handle->mapped)
            return SQLITE_OK;
        unlockSlots(handle, 0, regionSlots);
        handle->mapped = false;
        if (--handle->file->mappers == 0 && remove)
            handle->file->regions.clear();
        return SQLITE_OK;
    }

    // --- the rest of a file ---

    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    // --- the disk ---

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* base, int flags, int* outFlags)
    {
        Handle* handle = own(base);
        std::memset(static_cast<void*>(handle), 0, sizeof *handle);
        const QString name = QString::fromUtf8(path ? path : "/nowhere/temporary");
        auto& machine = disk(vfs)->machineOf(name);
        const bool isThere = machine.files.contains(name);
        if (!isThere && !(flags & SQLITE_OPEN_CREATE))
            return SQLITE_CANTOPEN;
        const auto answer = disk(vfs)->access(machine, machine.life, !isThere);
        if (answer != Answer::Fine)
            return code(answer, SQLITE_CANTOPEN);
        handle->base.pMethods = &fileCalls;
        handle->disk = disk(vfs);
        handle->machine = &machine;
        handle->file = &machine.files[name];
        handle->life = machine.life;
        if (outFlags)
            *outFlags = flags;
        return SQLITE_OK;
    }
    // SQLite deletes its log when the last connection closes, and files that it has just made; who has them
    // open at that moment does not look at them again.
    static int remove(sqlite3_vfs* vfs, const char* path, int)
    {
        const QString name = QString::fromUtf8(path);
        auto& machine = disk(vfs)->machineOf(name);
        const auto answer = disk(vfs)->access(machine, machine.life, false);
        if (answer != Answer::Fine)
            return code(answer, SQLITE_IOERR_DELETE);
        const auto file = machine.files.find(name);
        if (file == machine.files.end())
            return SQLITE_IOERR_DELETE_NOENT;
        file->second.bytes.clear();
        file->second.unsynced.clear();
        machine.removed.push_back(machine.files.extract(file));
        return SQLITE_OK;
    }
    static int exists(sqlite3_vfs* vfs, const char* path, int, int* result)
    {
        const QString name = QString::fromUtf8(path);
        *result = disk(vfs)->machineOf(name).files.contains(name);
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs*, const char* path, int size, char* result)
    {
        sqlite3_snprintf(size, result, "%s", path);
        return SQLITE_OK;
    }
    // SQLite asks once in the life of a process; a second run must not find another world.
    static int randomness(sqlite3_vfs*, int size, char* bytes)
    {
        std::memset(bytes, 7, size_t(size));
        return size;
    }
    // Whoever waits for a lock here waits for itself: there is one thread.
    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
    static int julianDay(sqlite3_vfs*, sqlite3_int64* now)
    {
        *now = 212'000'000'000'000;
        return SQLITE_OK;
    }
    static int lastError(sqlite3_vfs*, int, char*) { return 0; }

    static const sqlite3_io_methods fileCalls;
};

const sqlite3_io_methods SimCalls::fileCalls{
    .iVersion = 2,
    .xClose = &SimCalls::close,
    .xRead = &SimCalls::read,
    .xWrite = &SimCalls::write,
    .xTruncate = &SimCalls::truncate,
    .xSync = &SimCalls::sync,
    .xFileSize = &SimCalls::fileSize,
    .xLock = &SimCalls::lock,
    .xUnlock = &SimCalls::unlock,
    .xCheckReservedLock = &SimCalls::checkReservedLock,
    .xFileControl = &SimCalls::control,
    .xSectorSize = &SimCalls::sectorSize,
    .xDeviceCharacteristics = &SimCalls::characteristics,
    .xShmMap = &SimCalls::map,
    .xShmLock = &SimCalls::lockSlots,
    .xShmBarrier = &SimCalls::barrier,
    .xShmUnmap = &SimCalls::unmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

std::unique_ptr<sqlite3_vfs> makeVfs(SimDisk& disk)
{
    auto vfs = std::make_unique<sqlite3_vfs>();
    vfs->iVersion = 2;
    vfs->szOsFile = int(sizeof(SimCalls::Handle));
    vfs->mxPathname = 512;
    vfs->zName = "simulation";
    vfs->pAppData = &disk;
    vfs->xOpen = &SimCalls::open;
    vfs->xDelete = &SimCalls::remove;
    vfs->xAccess = &SimCalls::exists;
    vfs->xFullPathname = &SimCalls::fullPathname;
    vfs->xRandomness = &SimCalls::randomness;
    vfs->xSleep = &SimCalls::sleep;
    vfs->xCurrentTimeInt64 = &SimCalls::julianDay;
    vfs->xGetLastError = &SimCalls::lastError;
    return vfs;
}

} // namespace thidua::simulation
