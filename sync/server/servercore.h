#pragma once

#include "server/eventhub.h"
#include "server/router.h"

#include <atomic>

namespace thidua::server
{

// What the core runs on.
struct ServerExecutors {
    Executor& write;    // one worker
    Executor& read;     // several
    Executor& accounts; // one worker
    Executor& disk;     // for the contents of files
    FileSystem& files;
    RequestRates rates = {};
};

// Where a server's data lie.
struct ServerPlace {
    Database database;
    QString folder;    // of the contents of files; empty: the one that the database's file lies in
    bool alone = true; // no other process serves from here, so what nobody goes on with may be swept away
};

// Everything between the edge and the database, wired together. Requests go in at the router; executors must
// be finished (accounts, disk, write, read, in this order) before this is destroyed.
class ServerCore
{
public:
    // listener: may be null; must outlive the core.
    [[nodiscard]] static Result<std::unique_ptr<ServerCore>>
    open(const ServerPlace& place, const domain::Schema& schema, const Clock& clock, Random& random,
         const ServerExecutors& executors, CommitListener* listener);

    [[nodiscard]] Router& router() { return m_router; }
    [[nodiscard]] EventHub& hub() { return m_hub; }
    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] Traffic& traffic() { return m_traffic; }
    // To be called every second or so, and when another process is known to have written: hints about it, and
    // the work that follows from it, from the last process's commits, or from one that failed. Any thread.
    void noticeOthers();

private:
    // Each has a connection of its own to the same database.
    struct Stores {
        std::vector<std::unique_ptr<ServerStore>> readers;
        std::unique_ptr<ServerStore> writing;
        std::unique_ptr<ServerStore> accounts;
    };
    ServerCore(Stores stores, FileStore files, const Clock& clock, Random& random,
               const ServerExecutors& executors, CommitListener* listener);
    // Unfinished files that the database does not know: their devices begin anew.
    [[nodiscard]] Result<void> sweepFiles();

    Metrics m_metrics;
    Traffic m_traffic;
    EventHub m_hub;
    Admission m_admission;
    Rates m_deviceRates;
    Rates m_addressRates;
    FileStore m_files;
    ServerExecutors m_executors;
    Writer m_writer;
    ReadPool m_reads;
    WriteQueue m_writes;
    Accounts m_accounts;
    Service m_service;
    Router m_router;
    std::atomic<bool> m_noticing = false; // asked for, and not begun yet
};

} // namespace thidua::server
