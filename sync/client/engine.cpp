#include "client/engine.h"

#include "base/logging.h"
#include "client/handover.h"
#include "client/syncfacts.h"

#include <algorithm>

namespace thidua::client
{

using std::chrono::milliseconds;
using Phase = SyncStatus::Phase;

namespace
{

const QByteArray nextCycle = "next cycle";
const QByteArray afterHints = "after hints";
const QByteArray nextUpload = "next upload";
constexpr QLatin1String accountFact("accountAt");

Phase phaseAfter(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated:
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
    , m_api(transport, clock)
    , m_backoff(random)
    , m_pusher(store, m_api, [this](const Traffic& traffic) { travelled(traffic); })
    , m_puller(
          store, m_api, [this](const Traffic& traffic) { travelled(traffic); },
          [this](qint64 records) {
              m_status.recordsFetched += records;
              publish(Phase::Fetching);
          })
    , m_rescuer(store, m_api, [this](const Traffic& traffic) { travelled(traffic); })
    , m_forkCheck(store, m_api, [this](const Traffic& traffic) { travelled(traffic); })
    , m_fileApi(transport, clock)
    , m_uploader(
          store, m_fileApi, [this](const Traffic& traffic) { travelled(traffic); },
          [this] {
              loadCounts(m_store, m_status);
              publish(m_status.phase);
          })
    , m_fileBackoff(random)
    , m_random(random)
    , m_hints(transport, scheduler, random, [this] { hinted(); })
    , m_listener(std::move(listener))
{
}

Engine::~Engine()
{
    m_listener = [](const SyncStatus&) {};
    stop();
}

void Engine::start(const QByteArray& token, Listening listening)
{
    m_token = token;
    m_listening = listening;
    m_api.setToken(token);
    m_fileApi.setToken(token);
    m_started = true;
    auto swept = m_store.sweepFiles();
    if (swept)
        swept = m_store.retryFiles();
    if (!swept)
        qCWarning(logSync) << "files are not looked after:" << swept.error().detail;
    m_accountAt = m_store.fact(accountFact).valueOr(QString()).toLongLong();
    m_notBefore = {};
    m_filesNotBefore = {};
    loadFacts(m_store, m_status);
    publish(Phase::Unknown);
    cycle();
}

void Engine::stop()
{
    m_started = false;
    silence();
}

void Engine::silence()
{
    m_hints.stop();
    m_scheduler.cancel(nextCycle);
    m_scheduler.cancel(afterHints);
    m_scheduler.cancel(nextUpload);
    m_transport.cancelAll();
}

void Engine::syncNow()
{
    m_backoff.succeeded();
    m_fileBackoff.succeeded();
    m_filesNotBefore = m_notBefore;
    if (!m_running && m_clock.monotonic() < m_notBefore)
        return rest(tuning::afterHint);
    cycle();
}

void Engine::localChange()
{
    loadCounts(m_store, m_status);
    const bool done = m_status.phase == Phase::UpToDate || m_status.phase == Phase::Sent;
    publish(done && m_status.pendingRecords > 0 ? Phase::Waiting : m_status.phase);
    if (m_running)
        m_again = true;
    else if (mayRun() && m_status.lastError == ErrorCode::None)
        rest(tuning::afterSave); // after a failure the next try is planned already
}

void Engine::setOffline(bool offline)
{
    if (m_offline == offline)
        return;
    m_offline = offline;
    if (!offline)
        return syncNow();
    silence();
    m_status.nextTryAt = 0;
    publish(Phase::Unknown);
}

void Engine::sendOnly()
{
    // A cycle that runs sends first.
    if (!m_started || m_running || m_clock.monotonic() < m_notBefore)
        return;
    m_sendOnly = true;
    begin();
}

void Engine::cycle()
{
    if (!mayRun())
        return;
    if (m_running)
        m_again = true;
    else
        begin();
}

void Engine::begin()
{
    m_scheduler.cancel(nextCycle);
    m_running = true;
    m_again = false;
    m_uploader.giveWay();
    if (!m_sendOnly)
        m_hints.pullBegins();
    m_status.recordsFetched = 0;
    m_status.nextTryAt = 0;
    loadCounts(m_store, m_status);
    publish(m_status.pendingRecords > 0 || m_sendOnly ? Phase::Sending : Phase::Fetching);
    m_pusher.run([this](const StepResult& result) { pushed(result); });
}

void Engine::pushed(const StepResult& result)
{
    noteReceipts();
    if (result.error.code == ErrorCode::DeviceForked)
        return m_forkCheck.run(result.problem.expected, [this, result](const StepResult& checked) {
            failed(checked.ok() ? result : checked);
        });
    if (!result.ok())
        return failed(result);
    loadCounts(m_store, m_status);
    if (m_sendOnly)
        return sent();
    publish(Phase::Fetching);
    m_puller.run([this](const StepResult& pulling) { pulled(pulling); });
}

void Engine::noteReceipts()
{
    if (m_pusher.confirmed() == 0)
        return;
    m_status.lastReceipts = m_pusher.confirmed();
    m_status.lastReceiptAt = m_clock.now();
}

// What others did meanwhile is not known, so this is never "up to date".
void Engine::sent()
{
    m_backoff.succeeded();
    ended({});
    if (mayRun())
        rest(m_again ? milliseconds(tuning::afterSave) : milliseconds(tuning::pollWithHints));
    startUploads();
    publish(m_status.pendingRecords == 0 ? Phase::Sent : Phase::Waiting);
}

void Engine::pulled(const StepResult& result)
{
    if (!result.ok())
        return failed(result);
    m_status.lastFetchedAt = m_clock.now();
    // A wall clock that jumps costs a question more, never one less for long.
    const milliseconds since(m_clock.now() - m_accountAt);
    if (since >= milliseconds(0) && since < tuning::refreshAccount)
        return completed();
    refreshAccount();
}

// Grants decide what may be written here; they change seldom and are asked for seldom.
void Engine::refreshAccount()
{
    m_api.me([this](const Answer<protocol::MeAnswer>& answer) {
        travelled(trafficOf(answer));
        if (!answer.body)
            return failed({answer.error, answer.problem});
        m_accountAt = m_clock.now();
        auto kept = m_store.updateGrants(answer.body->user.grants, answer.body->user.name);
        if (kept)
            kept = keepHandoverKey(m_store, answer.body->handoverKey);
        if (kept)
            kept = m_store.setFact(accountFact, QString::number(m_accountAt));
        if (!kept)
            return failed({kept.error(), {}});
        completed();
    });
}

void Engine::completed()
{
    m_backoff.succeeded();
    loadCounts(m_store, m_status);
    const bool upToDate = m_status.pendingRecords == 0;
    if (upToDate)
        m_status.lastCompleteAt = m_clock.now();
    ended({});
    if (mayRun()) {
        if (m_listening == Listening::Yes)
            m_hints.start(m_token);
        rest(m_again || !upToDate ? milliseconds(tuning::afterSave)
             : m_hints.live()     ? milliseconds(tuning::pollWithHints)
                                  : milliseconds(tuning::poll));
    }
    startUploads();
    publish(upToDate ? Phase::UpToDate : Phase::Waiting);
    if (hasNews())
        hinted(); // it came while this cycle ran
}

// Only between two cycles: what people have entered goes first.
void Engine::startUploads()
{
    if (!mayRun() || m_running || m_status.filesWaiting == 0)
        return;
    if (m_uploader.running())
        return m_uploader.goOn();
    const milliseconds wait = m_filesNotBefore - m_clock.monotonic();
    if (wait > milliseconds(0)) {
        m_scheduler.after(nextUpload, wait, [this] { startUploads(); });
        return;
    }
    m_status.uploading = true;
    m_status.fileError = ErrorCode::None;
    m_uploader.run([this](const StepResult& result) { uploaded(result); });
}

void Engine::uploaded(const StepResult& result)
{
    m_status.uploading = false;
    m_status.fileError = result.error.code;
    if (result.ok()) {
        m_fileBackoff.succeeded();
    } else {
        qCInfo(logSync) << "files wait:" << codeName(result.error.code) << result.error.detail;
        const std::chrono::seconds retryAfter(result.problem.retryAfter);
        m_filesNotBefore = m_clock.monotonic() + m_fileBackoff.failed(retryAfter);
    }
    loadCounts(m_store, m_status);
    const bool forTheCycle =
        result.error.code == ErrorCode::Revoked || result.error.code == ErrorCode::Unauthenticated;
    if (forTheCycle && mayRun())
        rest(tuning::afterHint); // it knows what to do about it
    else if (!result.ok())
        startUploads(); // when it is time
    publish(m_status.phase);
}

// Rescue before wiping: what this device still had to send goes to a person who judges it.
void Engine::rescue()
{
    m_hints.stop();
    publish(Phase::Sending);
    m_rescuer.run([this](const StepResult& result) { rescued(result); });
}

void Engine::rescued(const StepResult& result)
{
    if (!result.ok() && result.error.code != ErrorCode::Revoked)
        return failed(result);
    ended({ErrorCode::Revoked, {}});
    m_started = false;
    silence();
    publish(result.ok() ? Phase::Rescued : Phase::SignIn);
}

void Engine::failed(const StepResult& result)
{
    if (result.error.code == ErrorCode::Revoked)
        return rescue();
    qCInfo(logSync) << "cycle ended:" << codeName(result.error.code) << result.error.detail;
    loadCounts(m_store, m_status);
    ended(result.error);
    const std::chrono::seconds retryAfter(result.problem.retryAfter);
    if (retryAfter.count() > 0)
        m_notBefore = m_clock.monotonic() + retryAfter;
    const Phase phase = phaseAfter(result.error.code);
    if (m_again && mayRun())
        rest(tuning::afterHint); // the hint came while the old connection was dying
    else if (mayRun() && phase != Phase::SignIn)
        rest(m_backoff.failed(retryAfter));
    publish(phase);
}

void Engine::ended(const Error& error)
{
    m_running = false;
    m_sendOnly = false;
    m_status.lastError = error.code;
    if (auto kept = keepFacts(m_store, m_status); !kept)
        qCWarning(logSync) << "the status is not kept:" << codeName(kept.error().code);
}

void Engine::rest(milliseconds delay)
{
    const milliseconds asked = m_notBefore - m_clock.monotonic();
    const milliseconds wait = std::max(delay, asked);
    m_status.nextTryAt = m_clock.now() + wait.count();
    m_scheduler.after(nextCycle, wait, [this] { cycle(); });
}

void Engine::travelled(const Traffic& traffic)
{
    m_status.bytesSent += traffic.sent;
    m_status.bytesReceived += traffic.received;
    if (traffic.serverTime > 0) {
        m_status.lastContactAt = m_clock.now();
        learnClock(traffic);
    }
}

// The server's time was written somewhere between asking and now; the middle is the best guess.
void Engine::learnClock(const Traffic& traffic)
{
    const qint64 half = traffic.roundTrip.count() / 2;
    const qint64 offset = traffic.serverTime - (m_clock.now() - half);
    if (qAbs(offset - m_status.clockOffset) > std::max(tuning::clockNoise, half))
        m_status.clockOffset = offset;
}

void Engine::hinted()
{
    if (!mayRun())
        return;
    m_scheduler.after(afterHints,
                      milliseconds(m_random.below(quint64(milliseconds(tuning::hintSpread).count()))),
                      [this] { followHint(); });
}

// One's own edits are hinted at as well; what is held already is no news.
bool Engine::hasNews()
{
    const auto positions = m_store.positions();
    return positions && m_hints.beyond(*positions);
}

void Engine::followHint()
{
    // Whoever asked to fetch nothing is not made to by a hint, least of all by the one at their own edits.
    if (m_running || !mayRun() || m_status.phase == Phase::Sent || !hasNews())
        return;
    if (m_clock.monotonic() < m_notBefore)
        return rest(tuning::afterHint);
    cycle();
}

void Engine::publish(Phase phase)
{
    m_status.phase = phase;
    m_listener(m_status);
}

} // namespace thidua::client
