#pragma once

#include "load/asiotransport.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace thidua::load
{

// Counts on one thread for whoever waits on another.
class Tally
{
public:
    void add();
    [[nodiscard]] int count() const;
    // False if it did not come to `count` in time.
    [[nodiscard]] bool reaches(int count, std::chrono::seconds patience);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

// A thread on which many tablets live, and one for their network. Those whose own work is not measured,
// because in truth each has a processor of its own, stand behind everybody else (nice 19).
class Crowd
{
public:
    enum class Place { Beside, Behind };
    explicit Crowd(Place place = Place::Beside);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    [[nodiscard]] boost::asio::io_context& io() { return m_io; }
    [[nodiscard]] Threads threads() { return {m_io, m_network}; }
    // There; returns when it is done.
    template<typename Work>
    auto run(Work work)
    {
        std::packaged_task<decltype(work())()> task(std::move(work));
        auto done = task.get_future();
        boost::asio::post(m_io, [&task] { task(); });
        return done.get();
    }

private:
    using Guard = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;
    boost::asio::io_context m_network{1}; // outlives what m_io still holds
    boost::asio::io_context m_io{1};
    Guard m_networkWork;
    Guard m_work;
    std::thread m_networkThread;
    std::thread m_thread;
};

// Lets time pass in which others do what is measured.
void letPass(std::chrono::milliseconds time);

} // namespace thidua::load
