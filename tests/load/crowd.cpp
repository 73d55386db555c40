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
    : m_work(boost::asio::make_work_guard(m_io))
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
    m_work.reset();
    m_io.stop();
    m_thread.join();
}

void letPass(std::chrono::milliseconds time)
{
    boost::asio::io_context io;
    boost::asio::steady_timer(io, time).wait();
}

} // namespace thidua::load
