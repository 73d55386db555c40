#include "server/executor.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace thidua::server
{

struct ThreadExecutor::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Work> queue;
    bool ending = false;
    int running = 0; // pieces of work
    std::vector<std::thread> threads;
};

ThreadExecutor::ThreadExecutor(int workers)
    : m_shared(std::make_unique<Shared>())
{
    for (int worker = 0; worker < workers; ++worker)
        m_shared->threads.emplace_back([this, worker] { run(worker); });
}

ThreadExecutor::~ThreadExecutor()
{
    finish();
}

void ThreadExecutor::finish()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->ending = true;
    }
    m_shared->changed.notify_all();
    for (std::thread& thread : m_shared->threads) {
        if (thread.joinable())
            thread.join();
    }
}

void ThreadExecutor::post(Work work)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->ending && m_shared->queue.empty() && m_shared->running == 0)
            return;
        m_shared->queue.push_back(std::move(work));
    }
    m_shared->changed.notify_one();
}

int ThreadExecutor::workers() const
{
    return int(m_shared->threads.size());
}

int ThreadExecutor::waiting() const
{
    const std::lock_guard lock(m_shared->mutex);
    return int(m_shared->queue.size());
}

void ThreadExecutor::run(int worker)
{
    std::unique_lock lock(m_shared->mutex);
    for (;;) {
        m_shared->changed.wait(lock, [this] { return m_shared->ending || !m_shared->queue.empty(); });
        if (m_shared->queue.empty())
            return;
        Work work = std::move(m_shared->queue.front());
        m_shared->queue.pop_front();
        m_shared->running += 1;
        lock.unlock();
        work(worker);
        work = nullptr; // what it held is let go outside the lock
        lock.lock();
        m_shared->running -= 1;
    }
}

} // namespace thidua::server
