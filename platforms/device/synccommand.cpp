#include "client/engine.h"
#include "client/networktransport.h"
#include "client/qtscheduler.h"
#include "commands.h"
#include "output.h"
#include "whynot.h"

#include <QCoreApplication>
#include <QUrl>

namespace thidua
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phase = client::SyncStatus::Phase;

namespace
{

struct Wish {
    bool watch = false;              // go on until the process ends
    std::chrono::seconds timeout{0}; // 0: the first failure ends it
};

// Nothing that a person would have to do first.
bool passes(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::TooSlow:
    case ErrorCode::Busy:
    case ErrorCode::ServerFault:
        return true;
    default:
        return false;
    }
}

// One engine in this process, until it is up to date, fails, or the time is over.
class Synchronisation
{
public:
    Synchronisation(Environment& environment, store::LocalStore& store, const QUrl& server, Wish wish)
        : m_store(store)
        , m_wish(wish)
        , m_transport(server, environment.installation.authorities())
        , m_engine(store, m_transport, m_scheduler, environment.clock, environment.random,
                   [this](const client::SyncStatus& status) { changed(status); })
    {
    }

    // The device is revoked, and the server keeps what it had to send.
    [[nodiscard]] bool rescued() const { return m_rescued; }

    Result<void> run(const QByteArray& token)
    {
        m_pendingBefore = pending();
        if (m_wish.timeout > 0s)
            m_scheduler.after("time is over", m_wish.timeout, [this] { end(m_lastFailure); });
        if (m_wish.watch)
            lookForSaves();
        m_engine.start(token, m_wish.watch ? client::Listening::Yes : client::Listening::No);
        if (!m_ended)
            QCoreApplication::exec();
        m_engine.stop();
        if (!m_wish.watch || !m_upToDate)
            report();
        return m_error.code == ErrorCode::None ? Result<void>() : m_error;
    }

private:
    void changed(const client::SyncStatus& status)
    {
        m_pulled += std::max<qint64>(0, status.recordsFetched - m_fetched);
        m_fetched = status.recordsFetched;
        if (status.phase == Phase::Sending || status.phase == Phase::Fetching || m_ended)
            return;
        m_rescued = status.phase == Phase::Rescued;
        m_upToDate = status.phase == Phase::UpToDate;
        m_complete = m_upToDate && !status.uploading && status.fileError == ErrorCode::None;
        if (m_upToDate && status.uploading)
            return; // entries are through, files follow
        if (m_complete && m_wish.watch)
            report();
        else if (m_complete)
            end({});
        else if (m_upToDate)
            failed({status.fileError, whyNot(status.fileError)});
        else if (status.lastError != ErrorCode::None)
            failed({status.lastError, whyNot(status.lastError)});
    }
    void failed(const Error& error)
    {
        m_lastFailure = error;
        if (!passes(error.code) || (!m_wish.watch && m_wish.timeout == 0s))
            end(error);
    }
    void end(const Error& error)
    {
        m_ended = true;
        m_error = m_complete ? Error() : error;
        QCoreApplication::quit();
    }
    // Another process may save while this one watches.
    void lookForSaves()
    {
        m_scheduler.after("saves", 1s, [this] {
            if (pending() > 0 && !m_engine.running())
                m_engine.localChange();
            lookForSaves();
        });
    }
    qint64 pending()
    {
        const auto counts = m_store.counts();
        return counts ? counts->pendingEdits : 0;
    }
    void report()
    {
        const client::SyncStatus& status = m_engine.status();
        const qint64 left = pending();
        protocol::JsonWriter out;
        out.beginMap();
        writeField(out, "pushed", m_pendingBefore - left);
        writeField(out, "pulled", std::exchange(m_pulled, 0));
        writeField(out, "pending", left);
        writeField(out, "attention", status.attention);
        writeField(out, "filesWaiting", status.filesWaiting);
        writeField(out, "filesRefused", status.filesRefused);
        writeField(out, "epoch", m_store.epoch().valueOr(QString()));
        writeFlag(out, "upToDate", m_upToDate);
        writeFlag(out, "rescued", m_rescued);
        out.endMap();
        print(out);
        m_pendingBefore = left;
    }

    store::LocalStore& m_store;
    Wish m_wish;
    client::NetworkTransport m_transport;
    client::QtScheduler m_scheduler;
    client::Engine m_engine;
    Error m_error;
    Error m_lastFailure{ErrorCode::Timeout, u"the time was over"_s};
    qint64 m_pendingBefore = 0;
    qint64 m_pulled = 0;
    qint64 m_fetched = 0;
    bool m_upToDate = false; // entries
    bool m_complete = false; // entries and files
    bool m_rescued = false;
    bool m_ended = false;
};

} // namespace

Result<void> runSync(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"watch"_s, u"timeout"_s}); !complete)
        return complete;
    bool isNumber = true;
    const int seconds = arguments.has(u"timeout"_s) ? arguments.value(u"timeout"_s).toInt(&isNumber) : 0;
    if (!isNumber || seconds < 0)
        return {ErrorCode::Malformed, u"--timeout is not a number of seconds"_s};
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    auto token = environment.installation.token().read();
    auto identity = (*store)->identity();
    if (!token || !identity)
        return token ? identity.error() : token.error();
    const Wish wish{arguments.has(u"watch"_s), std::chrono::seconds(seconds)};
    Synchronisation synchronisation(environment, **store, QUrl(identity->server), wish);
    auto done = synchronisation.run(*token);
    if (synchronisation.rescued()) {
        store->reset();
        environment.installation.wipe();
    }
    return done;
}

} // namespace thidua
