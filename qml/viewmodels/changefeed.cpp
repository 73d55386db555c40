#include "viewmodels/changefeed.h"

#include <utility>

namespace thidua::viewmodels
{

ChangeFeed::ChangeFeed(QObject* parent)
    : QObject(parent)
{
    // The pages of a first sync follow each other quickly; screens need not follow every one.
    m_timer.setInterval(std::chrono::milliseconds(20));
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &ChangeFeed::tell);
}

void ChangeFeed::report(const services::Change& change)
{
    m_waiting.add(change);
    if (!m_timer.isActive())
        m_timer.start();
}

void ChangeFeed::reportAll()
{
    m_timer.stop();
    m_waiting = {};
    Q_EMIT everythingChanged();
}

void ChangeFeed::tell()
{
    Q_EMIT changed(std::exchange(m_waiting, {}));
}

} // namespace thidua::viewmodels
