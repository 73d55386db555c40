#include "load/crowd.h"

#include <boost/asio/steady_timer.hpp>

#include <sys/resource.h>
#include <unistd.h>

namespace thidua::load
{

void Tally::add()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    m_changed.notify_all();
}

int Tally::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

bool Tally::reaches(int count, std::chrono::seconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return m_count >= count; });
}

Crowd::Crowd(Place place)
    : m_networkWork(boost::asio::make_work_guard(m_network))
    , m_work(boost::asio::make_work_guard(m_io))
    , m_networkThread([this] { m_network.run(); })
    , m_thread([this, place] {
        constexpr int last = 19;
        if (place == Place::Behind)
            setpriority(PRIO_PROCESS, id_t(gettid()), last);
        m_io.run();
    })
{
}

Crowd::~Crowd()
{
    m_io.stop();
    m_network.stop();
    m_thread.join();
    m_networkThread.join();
}

void letPass(std::chrono::milliseconds time)
{
    boost::asio::io_context io;
    boost::asio::steady_timer(io, time).wait();
}

} // namespace thidua::load
