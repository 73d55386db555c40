#include "bench/tablet.h"

#include "bench/device.h"
#include "bench/must.h"

#include <QCoreApplication>
#include <QUrl>

namespace thidua::bench
{

using namespace Qt::StringLiterals;
using Phase = client::SyncStatus::Phase;

void waitUntil(const std::function<bool()>& done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

Tablet::Tablet(const QString& path, const City& city, const QString& login)
    : m_store(newFile(path, m_clock, m_random))
    , m_transport(QUrl(city.url()))
    , m_api(m_transport, m_clock)
{
    enrol(city, login);
    m_engine =
        std::make_unique<client::Engine>(*m_store, m_transport, m_scheduler, m_clock, m_random,
                                         [this](const client::SyncStatus& status) { changed(status); });
}

void Tablet::enrol(const City& city, const QString& login)
{
    bool answered = false;
    const QString password = QString::fromLatin1(test::ServerProcess::password());
    m_api.enrol({login, password, {}, u"Máy đo"_s}, [&](const client::Answer<protocol::EnrolAnswer>& answer) {
        answered = true;
        if (!answer.body)
            return must(Result<void>(answer.error), "enrolment");
        const protocol::User& user = answer.body->user;
        must(m_store->enrol({city.url(), answer.body->device, user.id, user.name, u"Máy đo"_s, user.grants}),
             "enrolment");
        m_token = answer.body->token.toLatin1();
        m_api.setToken(m_token);
    });
    waitUntil([&] { return answered; });
}

void Tablet::begin(std::function<void()> done)
{
    m_done = std::move(done);
    m_pushed = 0;
    m_watch.emplace();
    if (std::exchange(m_started, true))
        m_engine->syncNow();
    else
        m_engine->start(m_token, client::Listening::No);
}

void Tablet::changed(const client::SyncStatus& status)
{
    if (!m_done)
        return;
    if (status.phase == Phase::Fetching && m_pushed == 0)
        m_pushed = m_watch->seconds();
    if (status.lastError != ErrorCode::None && status.phase != Phase::Sending &&
        status.phase != Phase::Fetching)
        must(Result<void>(status.lastError), "synchronisation");
    if (status.phase == Phase::UpToDate)
        std::exchange(m_done, {})();
}

double Tablet::sync()
{
    double seconds = 0;
    bool done = false;
    begin([&] {
        seconds = m_watch->seconds();
        done = true;
    });
    waitUntil([&] { return done; });
    return seconds;
}

} // namespace thidua::bench
