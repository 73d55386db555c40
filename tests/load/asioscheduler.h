#pragma once

#include "client/transport.h"

#include <boost/asio/io_context.hpp>

#include <memory>

namespace thidua::load
{

// The engines' timers on Asio; of the thread that runs `io`.
class AsioScheduler final : public client::Scheduler
{
public:
    explicit AsioScheduler(boost::asio::io_context& io);
    ~AsioScheduler() override;
    void after(const QByteArray& purpose, std::chrono::milliseconds delay,
               std::function<void()> call) override;
    void cancel(const QByteArray& purpose) override;

private:
    struct Timers;
    boost::asio::io_context& m_io;
    std::shared_ptr<Timers> m_timers; // a timer that has gone off already finds out by it that nobody waits
};

} // namespace thidua::load
