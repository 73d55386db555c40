#include "server/postgres/listener.h"

#include "base/logging.h"
#include "server/postgres/session.h"

#include <libpq-fe.h>

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace thidua::server::postgres
{

static constexpr int tryAgainAfter = 1000; // ms

Listener::Listener(const Address& address, std::function<void()> heard)
    : m_session(std::make_unique<Session>(address, sql::OpenOptions()))
    , m_heard(std::move(heard))
    , m_end(::eventfd(0, EFD_CLOEXEC))
    , m_thread([this] { run(); })
{
}

Listener::~Listener()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_end, &one, sizeof one);
    m_thread.join();
    ::close(m_end);
}

// The two numbers of the lock: any one for this program, and the city. Restoring asks for it alone.
bool Listener::begin()
{
    auto connected = m_session->connect();
    if (!connected) {
        qCWarning(logServer) << "listening:" << connected.error().detail;
        return false;
    }
    auto listening = m_session->execute(
        "SELECT pg_advisory_lock_shared(1413763926, hashtext(current_setting('search_path')))");
    if (listening)
        listening = m_session->execute("LISTEN \"" + m_session->address().city.toUtf8() + '"');
    if (!listening)
        qCWarning(logServer) << "listening:" << listening.error().detail;
    return listening.ok();
}

void Listener::run()
{
    bool listening = false;
    while (!m_isEnding) {
        if (!listening) {
            listening = begin();
            if (listening)
                m_heard(); // whatever came before
        }
        wait(listening);
        if (listening && hasHeard())
            m_heard();
        listening = listening && !m_session->isLost();
    }
}

void Listener::wait(bool listening)
{
    std::array<pollfd, 2> sources{pollfd{m_end, POLLIN, 0},
                                  pollfd{listening ? PQsocket(m_session->handle()) : -1, POLLIN, 0}};
    ::poll(sources.data(), sources.size(), listening ? -1 : tryAgainAfter);
    m_isEnding = sources[0].revents != 0;
}

bool Listener::hasHeard()
{
    PQconsumeInput(m_session->handle());
    bool heard = false;
    for (;;) {
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> news(PQnotifies(m_session->handle()),
                                                                   PQfreemem);
        if (!news)
            return heard;
        heard = heard || QByteArrayView(news->extra) != Session::thisProcess();
    }
}

} // namespace thidua::server::postgres
