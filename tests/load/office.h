#pragma once

#include "load/swarm.h"

namespace thidua::load
{

// Tablets that go on working: two edits a second each, sent at once. Their pushes show what others feel of
// whatever else is done to the server.
class Office
{
public:
    Office(const Town& town, const QList<Enrolled>& people);
    ~Office();
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    // What was noted since the last call, of the thread.
    [[nodiscard]] Book takeBook();
    // Nobody goes on; true if everything was acknowledged.
    [[nodiscard]] bool finish();

private:
    void work(size_t who);
    Swarm m_swarm;
    std::vector<std::unique_ptr<AsioScheduler>> m_clocks;
    Tally m_ended;
    bool m_finishing = false;
};

} // namespace thidua::load
