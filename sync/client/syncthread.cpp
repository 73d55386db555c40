#include "client/syncthread.h"

#include "base/logging.h"
#include "client/engine.h"
#include "client/networktransport.h"
#include "client/qtscheduler.h"

namespace thidua::client
{

// Lives on the thread; everything it owns is made there.
class SyncThread::Worker : public QObject
{
public:
    Worker(Setup setup, const Clock& clock, Random& random, SyncThread& outside)
        : m_setup(std::move(setup))
        , m_clock(clock)
        , m_random(random)
        , m_outside(outside)
    {
    }

    void begin()
    {
        store::StoreOptions options;
        options.onChange = m_setup.onChange;
        auto opened =
            store::LocalStore::open(m_setup.file, domain::Schema::current(), m_clock, m_random, options);
        if (!opened) {
            qCWarning(logSync) << "the file was not opened:" << opened.error().detail;
            SyncStatus failed;
            failed.lastError = opened.error().code;
            Q_EMIT m_outside.statusChanged(failed);
            return;
        }
        m_store = std::move(*opened);
        m_transport = std::make_unique<NetworkTransport>(m_setup.server);
        m_scheduler = std::make_unique<QtScheduler>();
        m_engine = std::make_unique<Engine>(
            *m_store, *m_transport, *m_scheduler, m_clock, m_random,
            [this](const SyncStatus& status) { Q_EMIT m_outside.statusChanged(status); });
        m_engine->start(m_setup.token);
    }
    void end()
    {
        if (m_engine)
            m_engine->stop();
        m_engine.reset();
        m_scheduler.reset();
        m_transport.reset();
        m_store.reset();
    }
    template<typename Call>
    void withEngine(Call call)
    {
        if (m_engine)
            call(*m_engine);
    }

private:
    Setup m_setup;
    const Clock& m_clock;
    Random& m_random;
    SyncThread& m_outside;
    std::unique_ptr<store::LocalStore> m_store;
    std::unique_ptr<NetworkTransport> m_transport;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<Engine> m_engine;
};

SyncThread::SyncThread(Setup setup, const Clock& clock, Random& random, QObject* parent)
    : QObject(parent)
    , m_worker(new Worker(std::move(setup), clock, random, *this))
{
    qRegisterMetaType<SyncStatus>();
    m_thread.setObjectName(QStringLiteral("thidua-sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, [worker = m_worker] { worker->begin(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

SyncThread::~SyncThread()
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, thread = &m_thread] {
            worker->end();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void SyncThread::syncNow()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->withEngine([](Engine& engine) { engine.syncNow(); }); },
        Qt::QueuedConnection);
}

void SyncThread::localChange()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->withEngine([](Engine& engine) { engine.localChange(); }); },
        Qt::QueuedConnection);
}

void SyncThread::setOffline(bool offline)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, offline] {
            worker->withEngine([=](Engine& engine) { engine.setOffline(offline); });
        },
        Qt::QueuedConnection);
}

} // namespace thidua::client
