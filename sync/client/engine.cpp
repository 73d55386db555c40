#include "client/engine.h"

#include "base/logging.h"

namespace thidua::client
{

using namespace Qt::StringLiterals;
using Phase = SyncStatus::Phase;

namespace
{

constexpr auto offsetFact = "clockOffset"_L1;
constexpr auto completeFact = "lastCompleteAt"_L1;
constexpr auto sentFact = "bytesSent"_L1;
constexpr auto receivedFact = "bytesReceived"_L1;
const QByteArray nextCycle = "next cycle";

Phase phaseAfter(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated:
    case ErrorCode::Revoked:
    case ErrorCode::DeviceForked:
        return Phase::SignIn;
    case ErrorCode::NotOurServer:
        return Phase::Portal;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::TlsFailure:
    case ErrorCode::Cancelled:
        return Phase::Unknown;
    default:
        return Phase::Waiting;
    }
}

} // namespace

Engine::Engine(store::LocalStore& store, Transport& transport, Scheduler& scheduler, const Clock& clock,
               Random& random, Listener listener)
    : m_store(store)
    , m_transport(transport)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_api(transport)
    , m_backoff(random)
    , m_pusher(store, m_api, clock, [this](auto... values) { traffic(values...); })
    , m_puller(
          store, m_api, [this](auto... values) { traffic(values...); },
          [this](qint64 records) {
              m_status.recordsFetched += records;
              publish(Phase::Fetching);
          })
    , m_listener(std::move(listener))
{
}

void Engine::start(const QByteArray& token)
{
    m_api.setToken(token);
    m_started = true;
    m_accountAt.reset();
    loadFacts();
    publish(Phase::Unknown);
    cycle();
}

void Engine::stop()
{
    m_started = false;
    m_scheduler.cancel(nextCycle);
    m_transport.cancelAll();
}

void Engine::syncNow()
{
    m_backoff.succeeded();
    cycle();
}

void Engine::localChange()
{
    updateCounts();
    publish(m_running                                                          ? m_status.phase
            : m_status.phase == Phase::UpToDate && m_status.pendingRecords > 0 ? Phase::Waiting
                                                                               : m_status.phase);
    if (m_running)
        m_again = true;
    else if (m_status.phase == Phase::Waiting || m_status.phase == Phase::UpToDate)
        rest(tuning::afterSave);
}

void Engine::setOffline(bool offline)
{
    m_offline = offline;
    if (offline) {
        m_scheduler.cancel(nextCycle);
        m_transport.cancelAll();
        publish(Phase::Unknown);
    } else {
        syncNow();
    }
}

void Engine::cycle()
{
    if (!m_started || m_offline)
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_scheduler.cancel(nextCycle);
    m_running = true;
    m_again = false;
    m_status.recordsFetched = 0;
    m_status.nextTryAt = 0;
    m_askedAt = m_clock.monotonic();
    updateCounts();
    publish(m_status.pendingRecords > 0 ? Phase::Sending : Phase::Fetching);
    m_pusher.run([this](const StepResult& result) { pushed(result); });
}

void Engine::pushed(const StepResult& result)
{
    if (!result.ok())
        return failed(result);
    updateCounts();
    publish(Phase::Fetching);
    m_askedAt = m_clock.monotonic();
    m_puller.run([this](const StepResult& pullResult) { pulled(pullResult); });
}

void Engine::pulled(const StepResult& result)
{
    if (!result.ok())
        return failed(result);
    refreshAccount([this] { completed(); });
}

// Grants decide what may be written here; they change seldom and are asked for seldom.
void Engine::refreshAccount(std::function<void()> then)
{
    const auto now = m_clock.monotonic();
    if (m_accountAt && now - *m_accountAt < tuning::refreshAccount)
        return then();
    m_api.me([this, now, then = std::move(then)](const Answer<protocol::MeAnswer>& answer) {
        if (!answer.body)
            return failed({answer.error, answer.problem});
        if (auto kept = m_store.updateGrants(answer.body->user.grants, answer.body->user.name); !kept)
            return failed({kept.error(), {}});
        m_accountAt = now;
        then();
    });
}

void Engine::completed()
{
    m_running = false;
    m_backoff.succeeded();
    m_status.lastError = ErrorCode::None;
    updateCounts();
    if (m_status.pendingRecords == 0) {
        m_status.lastCompleteAt = m_clock.now();
        (void)m_store.setFact(completeFact, QString::number(m_status.lastCompleteAt));
    }
    (void)m_store.setFact(sentFact, QString::number(m_status.bytesSent));
    (void)m_store.setFact(receivedFact, QString::number(m_status.bytesReceived));
    publish(m_status.pendingRecords == 0 ? Phase::UpToDate : Phase::Waiting);
    if (m_started && !m_offline)
        rest(m_again || m_status.pendingRecords > 0 ? std::chrono::milliseconds(tuning::afterSave)
                                                    : std::chrono::milliseconds(tuning::poll));
}

void Engine::failed(const StepResult& result)
{
    m_running = false;
    m_status.lastError = result.error.code;
    qCInfo(logSync) << "cycle ended:" << codeName(result.error.code) << result.error.detail;
    updateCounts();
    const auto delay = m_backoff.failed(std::chrono::seconds(result.problem.retryAfter));
    const Phase phase = phaseAfter(result.error.code);
    if (m_started && !m_offline && phase != Phase::SignIn) {
        m_status.nextTryAt = m_clock.now() + delay.count();
        rest(delay);
    }
    publish(phase);
}

void Engine::rest(std::chrono::milliseconds delay)
{
    m_scheduler.after(nextCycle, delay, [this] { cycle(); });
}

void Engine::traffic(qint64 sent, qint64 received, Instant serverTime)
{
    m_status.bytesSent += sent;
    m_status.bytesReceived += received;
    if (serverTime > 0) {
        m_status.lastContactAt = m_clock.now();
        learnClock(serverTime);
    }
    m_askedAt = m_clock.monotonic();
}

// The server's time was written somewhere between asking and now; the middle is the best guess.
void Engine::learnClock(Instant serverTime)
{
    const qint64 roundTrip = (m_clock.monotonic() - m_askedAt).count();
    const qint64 offset = serverTime - (m_clock.now() - roundTrip / 2);
    const qint64 known = m_status.clockOffset;
    if (qAbs(offset - known) <= qMax(tuning::clockNoise, roundTrip / 2))
        return;
    m_status.clockOffset = offset;
    if (auto kept = m_store.setFact(offsetFact, QString::number(offset)); !kept)
        qCWarning(logSync) << "clock offset not kept:" << kept.error().detail;
}

void Engine::loadFacts()
{
    const auto number = [&](QLatin1String key) { return m_store.fact(key).valueOr(QString()).toLongLong(); };
    m_status.clockOffset = number(offsetFact);
    m_status.lastCompleteAt = number(completeFact);
    m_status.bytesSent = number(sentFact);
    m_status.bytesReceived = number(receivedFact);
    updateCounts();
}

void Engine::updateCounts()
{
    const auto counts = m_store.counts();
    if (!counts)
        return;
    m_status.pendingRecords = counts->pendingRecords;
    m_status.attention = counts->attention;
    m_status.conflicts = counts->conflicts;
    m_status.oldestPendingAt = counts->oldestPendingAt;
}

void Engine::publish(Phase phase)
{
    m_status.phase = phase;
    m_listener(m_status);
}

} // namespace thidua::client
