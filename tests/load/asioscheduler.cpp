#include "load/asioscheduler.h"

#include <boost/asio/steady_timer.hpp>

#include <QHash>

namespace thidua::load
{

using Timer = boost::asio::steady_timer;

struct AsioScheduler::Timers {
    QHash<QByteArray, std::shared_ptr<Timer>> running;
};

AsioScheduler::AsioScheduler(boost::asio::io_context& io)
    : m_io(io)
    , m_timers(std::make_shared<Timers>())
{
}

AsioScheduler::~AsioScheduler() = default;

void AsioScheduler::after(const QByteArray& purpose, std::chrono::milliseconds delay,
                          std::function<void()> call)
{
    const auto timer = std::make_shared<Timer>(m_io, delay);
    m_timers->running.insert(purpose, timer);
    timer->async_wait([purpose, timer = std::weak_ptr(timer), timers = std::weak_ptr(m_timers),
                       call = std::move(call)](const boost::system::error_code& error) {
        const auto all = timers.lock();
        const auto self = timer.lock();
        if (error || !all || !self || all->running.value(purpose) != self)
            return; // cancelled, or replaced
        all->running.remove(purpose);
        call();
    });
}

void AsioScheduler::cancel(const QByteArray& purpose)
{
    m_timers->running.remove(purpose);
}

} // namespace thidua::load
