#pragma once

#include "server/executor.h"
#include "server/serverstore.h"

#include <vector>

namespace thidua::server
{

// Reading work, each worker with a connection of its own.
class ReadPool
{
public:
    using Work = std::function<void(ServerStore&)>;

    // One store for each worker of the executor, which must end before this.
    ReadPool(Executor& executor, std::vector<std::unique_ptr<ServerStore>> stores)
        : m_executor(executor)
        , m_stores(std::move(stores))
    {
    }

    void post(Work work)
    {
        m_executor.post([this, work = std::move(work)](int worker) { work(*m_stores[size_t(worker)]); });
    }
    [[nodiscard]] int waiting() const { return m_executor.waiting(); }

private:
    Executor& m_executor;
    std::vector<std::unique_ptr<ServerStore>> m_stores;
};

} // namespace thidua::server
