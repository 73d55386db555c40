#include "client/syncthread.h"

#include "base/logging.h"
#include "client/engine.h"
#include "client/handoverfile.h"
#include "client/networktransport.h"
#include "client/qtscheduler.h"

namespace thidua::client
{

namespace
{

// Brings one hand-over file, beside the engine: nothing that ends a cycle ends it.
struct Courier {
    Courier(const QUrl& server, const Clock& clock, const QByteArray& serverKey, const QByteArray& token)
        : transport(server)
        , api(transport, clock)
        , delivery(api, serverKey)
    {
        api.setToken(token);
    }
    NetworkTransport transport;
    Api api;
    HandoverDelivery delivery;
    bool underWay = false;
};

} // namespace

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
        m_engine->setOffline(m_setup.offline);
        m_engine->start(m_setup.token);
    }
    void end()
    {
        if (m_engine)
            m_engine->stop();
        m_engine.reset();
        m_courier.reset();
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
    [[nodiscard]] Result<qint64> saveHandover(const QString& path)
    {
        if (!m_store)
            return ErrorCode::NotSignedIn;
        auto made = makeHandover(*m_store, m_setup.token, m_random);
        if (!made)
            return made.error();
        auto written = writeHandoverFile(path, made->file);
        return written ? Result<qint64>(made->edits) : written.error();
    }
    void deliverHandover(const QString& path, const Delivered& done)
    {
        auto file = m_store ? readHandoverFile(path) : Result<QByteArray>(ErrorCode::NotSignedIn);
        if (!file || (m_courier && m_courier->underWay))
            return tell([done, error = file ? Error{ErrorCode::Busy, {}} : file.error()] {
                done({0, 0, error});
            });
        m_courier = std::make_unique<Courier>(m_setup.server, m_clock, handoverKey(*m_store), m_setup.token);
        m_courier->underWay = true;
        m_courier->delivery.run(*file, [this, done](const HandoverDelivery::Delivered& delivered) {
            m_courier->underWay = false;
            tell([done, delivered] { done(delivered); });
        });
    }
    // On the thread of whoever asked, unless they are gone.
    void tell(std::function<void()> words)
    {
        QMetaObject::invokeMethod(&m_outside, std::move(words), Qt::QueuedConnection);
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
    std::unique_ptr<Courier> m_courier;
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

// In the order of the calls, there.
template<typename Call>
void SyncThread::post(Call call)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
}

void SyncThread::syncNow()
{
    post([](Worker& worker) { worker.withEngine([](Engine& engine) { engine.syncNow(); }); });
}

void SyncThread::sendOnly()
{
    post([](Worker& worker) { worker.withEngine([](Engine& engine) { engine.sendOnly(); }); });
}

void SyncThread::localChange()
{
    post([](Worker& worker) { worker.withEngine([](Engine& engine) { engine.localChange(); }); });
}

void SyncThread::setOffline(bool offline)
{
    post([offline](Worker& worker) {
        worker.withEngine([offline](Engine& engine) { engine.setOffline(offline); });
    });
}

void SyncThread::saveHandover(const QString& path, Saved done)
{
    post([path, done = std::move(done)](Worker& worker) {
        worker.tell([done, saved = worker.saveHandover(path)] { done(saved); });
    });
}

void SyncThread::deliverHandover(const QString& path, Delivered done)
{
    post([path, done = std::move(done)](Worker& worker) { worker.deliverHandover(path, done); });
}

} // namespace thidua::client
