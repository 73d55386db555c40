#include "viewmodels/livequery.h"

namespace thidua::viewmodels
{

LiveQuery::LiveQuery(const Workplace& place, QSet<QString> kinds, std::function<void()> start)
    : m_place(place)
    , m_kinds(std::move(kinds))
    , m_start(std::move(start))
{
    connect(&m_place.feed, &ChangeFeed::everythingChanged, this, &LiveQuery::refresh);
    connect(&m_place.feed, &ChangeFeed::changed, this, [this](const services::Change& change) {
        if (change.touches(m_kinds))
            refresh();
    });
}

void LiveQuery::begin()
{
    if (!std::exchange(m_begun, true))
        refresh();
}

void LiveQuery::refresh()
{
    if (!m_begun)
        return;
    if (m_running)
        m_again = true;
    else
        m_start();
}

} // namespace thidua::viewmodels
