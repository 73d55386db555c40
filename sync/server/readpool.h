#pragma once

#include "server/executor.h"
#include "server/serverstore.h"

#include <deque>
#include <mutex>
#include <vector>

namespace thidua::server
{

// Reading work, each worker with a connection of its own.
class ReadPool
{
public:
    using Work = std::function<void(ServerStore&)>;
    // What is short and waited for goes first; three of it for one of the rest, if both wait, so that neither
    // stands still.
    enum class Lane { Fast, Other };

    // One store for each worker of the executor, which must end before this.
    ReadPool(Executor& executor, std::vector<std::unique_ptr<ServerStore>> stores);

    void post(Work work, Lane lane = Lane::Other);
    [[nodiscard]] int waiting() const { return m_executor.waiting(); }

private:
    [[nodiscard]] Work next();

    Executor& m_executor;
    std::vector<std::unique_ptr<ServerStore>> m_stores;
    std::mutex m_mutex;
    std::deque<Work> m_fast; // as many as there are pieces of work in the executor, together
    std::deque<Work> m_other;
    int m_inTurn = 0; // of m_fast since the last of m_other
};

} // namespace thidua::server
