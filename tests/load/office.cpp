#include "load/office.h"

#include "load/settings.h"

namespace thidua::load
{

using std::chrono::milliseconds;

static constexpr milliseconds pause{1000};

Office::Office(const Town& town, const QList<Enrolled>& people)
    : m_swarm(town, people, town.way())
{
    m_swarm.prepare();
    m_swarm.crowd().run([this] {
        auto& tablets = m_swarm.tablets();
        for (size_t i = 0; i < tablets.size(); ++i) {
            m_clocks.push_back(std::make_unique<AsioScheduler>(m_swarm.crowd().io()));
            tablets[i]->connect(client::Listening::No, [this, i] {
                m_clocks[i]->after("work", pause * int(i) / int(m_clocks.size()), [this, i] { work(i); });
            });
        }
    });
}

Office::~Office()
{
    m_swarm.crowd().run([this] { m_clocks.clear(); });
}

void Office::work(size_t who)
{
    if (m_finishing)
        return m_ended.add();
    Tablet& tablet = *m_swarm.tablets()[who];
    tablet.enter(2, m_swarm.workload());
    tablet.sendOnly([this, who] { m_clocks[who]->after("work", pause, [this, who] { work(who); }); });
}

Book Office::takeBook()
{
    return m_swarm.crowd().run([this] { return std::exchange(m_swarm.book(), {}); });
}

bool Office::finish()
{
    m_swarm.crowd().run([this] { m_finishing = true; });
    const bool ended = m_ended.reaches(int(m_swarm.tablets().size()), patience);
    return ended && m_swarm.pending() + m_swarm.refused() == 0;
}

} // namespace thidua::load
