#pragma once

#include "server/postgres/address.h"

#include <functional>
#include <memory>
#include <thread>

namespace thidua::server::postgres
{

class Session;

// Hears of the commits of other processes as they happen (LISTEN), on a connection and a thread of its own,
// and tells PostgreSQL as long as it lives that the city is served. A lost connection is made again; what was
// announced meanwhile is taken as heard.
class Listener
{
public:
    // heard: called on the listener's thread; several commits may come as one call.
    Listener(const Address& address, std::function<void()> heard);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    void run();
    [[nodiscard]] bool begin();
    // Until something comes, or it is time to try again.
    void wait(bool listening);
    [[nodiscard]] bool hasHeard();

    std::unique_ptr<Session> m_session;
    std::function<void()> m_heard;
    int m_end; // an event descriptor: written to when it is time to end
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace thidua::server::postgres
