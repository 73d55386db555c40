#include "server/writequeue.h"

#include <algorithm>

namespace thidua::server
{

static constexpr int maxWaiting = 2000;
static constexpr size_t maxJobsInCommit = 128;
static constexpr std::chrono::milliseconds settleUnderLoad{300};
// A disk that works takes some hundredths of a second.
static constexpr std::chrono::milliseconds patience{5000};

WriteQueue::WriteQueue(Executor& executor, Writer& writer)
    : m_executor(executor)
    , m_writer(writer)
    , m_appointments(writer.clock())
{
}

bool WriteQueue::submit(WriteJob job)
{
    if (isStuck())
        return false;
    if (m_count.fetch_add(1) >= maxWaiting) {
        m_count.fetch_sub(1);
        return false;
    }
    m_executor.post([this, job = std::move(job)](int) { take(job); });
    return true;
}

bool WriteQueue::isStuck() const
{
    const qint64 since = m_commitSince;
    return since > 0 && m_writer.clock().monotonic().count() - since > patience.count();
}

// Jobs that came while a commit was being written stand in the executor before the next drain, so that it
// finds them all.
void WriteQueue::take(WriteJob job)
{
    m_jobs.push_back(std::move(job));
    if (m_drainPosted)
        return;
    m_drainPosted = true;
    m_executor.post([this](int) { drain(); });
}

void WriteQueue::drain()
{
    m_drainPosted = false;
    const size_t count = std::min(m_jobs.size(), maxJobsInCommit);
    std::vector<WriteJob> batch(std::make_move_iterator(m_jobs.begin()),
                                std::make_move_iterator(m_jobs.begin() + std::ptrdiff_t(count)));
    m_jobs.erase(m_jobs.begin(), m_jobs.begin() + std::ptrdiff_t(count));
    const auto began = m_writer.clock().monotonic();
    m_commitSince = std::max<qint64>(1, began.count());
    m_writer.commit(batch);
    m_commitSince = 0;
    m_appointments.committed(int(count), m_writer.clock().monotonic() - began);
    m_count.fetch_sub(int(count));
    if (!m_jobs.empty()) {
        m_drainPosted = true;
        m_executor.post([this](int) { drain(); });
    }
    m_executor.post([this](int) { settleWhenIdle(); });
}

void WriteQueue::settleWhenIdle()
{
    const auto now = m_writer.clock().monotonic();
    if (!m_jobs.empty() && now - m_settledAt < settleUnderLoad)
        return;
    m_settledAt = now;
    m_writer.settle();
}

} // namespace thidua::server
