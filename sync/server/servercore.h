#pragma once

#include "server/eventhub.h"
#include "server/router.h"

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

// Everything between the edge and the file, wired together. Requests go in at the router; executors must be
// finished (accounts, disk, write, read, in this order) before this is destroyed.
class ServerCore
{
public:
    // listener: may be null; must outlive the core.
    [[nodiscard]] static Result<std::unique_ptr<ServerCore>>
    open(const QString& path, const domain::Schema& schema, const Clock& clock, Random& random,
         const ServerExecutors& executors, CommitListener* listener);

    [[nodiscard]] Router& router() { return m_router; }
    [[nodiscard]] EventHub& hub() { return m_hub; }
    [[nodiscard]] Metrics& metrics() { return m_metrics; }
    [[nodiscard]] Traffic& traffic() { return m_traffic; }
    // To be called every second or so: hints about what other processes have written, and the work that
    // follows from it, from the last process's commits, or from one that failed.
    void noticeOthers();

private:
    // Each has a connection of its own to the same file.
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
};

} // namespace thidua::server
