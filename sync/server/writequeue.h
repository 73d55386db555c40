#pragma once

#include "server/appointments.h"
#include "server/executor.h"
#include "server/writer.h"

#include <atomic>
#include <chrono>
#include <vector>

namespace thidua::server
{

// Writes from many requests, done by one worker: what is waiting when it is free shares one durable commit.
class WriteQueue
{
public:
    // The executor has one worker and ends before this.
    WriteQueue(Executor& executor, Writer& writer);

    // false if too much is waiting already, or nothing moves; nothing of the job is called then. Any thread.
    [[nodiscard]] bool submit(WriteJob job);
    // Zero: there is room for one more. Otherwise the time to come again at. Asked before work is put into a
    // request; what is submitted all the same is taken. Any thread.
    [[nodiscard]] std::chrono::seconds busyFor() { return m_appointments.ask(waiting()); }
    [[nodiscard]] int waiting() const { return m_count.load(std::memory_order_relaxed); }

    // A commit has run for so long that whoever asks now had better come back later.
    [[nodiscard]] bool isStuck() const;

private:
    void take(WriteJob job);
    void drain();
    void settleWhenIdle();

    Executor& m_executor;
    Writer& m_writer;
    Appointments m_appointments;
    std::atomic<int> m_count = 0;
    std::atomic<qint64> m_commitSince = 0; // monotonic, in ms; 0: none is running
    // The rest belongs to the worker.
    std::vector<WriteJob> m_jobs;
    bool m_drainPosted = false;
    std::chrono::milliseconds m_settledAt{0};
};

} // namespace thidua::server
