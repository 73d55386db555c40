#include "server/readpool.h"

namespace thidua::server
{

ReadPool::ReadPool(Executor& executor, std::vector<std::unique_ptr<ServerStore>> stores)
    : m_executor(executor)
    , m_stores(std::move(stores))
{
}

void ReadPool::post(Work work, Lane lane)
{
    {
        const std::lock_guard lock(m_mutex);
        (lane == Lane::Fast ? m_fast : m_other).push_back(std::move(work));
    }
    m_executor.post([this](int worker) { next()(*m_stores[size_t(worker)]); });
}

ReadPool::Work ReadPool::next()
{
    constexpr int inTurn = 3;
    const std::lock_guard lock(m_mutex);
    const bool fast = !m_fast.empty() && (m_inTurn < inTurn || m_other.empty());
    m_inTurn = fast ? m_inTurn + 1 : 0;
    auto& lane = fast ? m_fast : m_other;
    Work work = std::move(lane.front());
    lane.pop_front();
    return work;
}

} // namespace thidua::server
