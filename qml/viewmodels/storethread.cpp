#include "viewmodels/storethread.h"

#include "services/services.h"
#include "viewmodels/changefeed.h"

namespace thidua::viewmodels
{

StoreThread::StoreThread(ChangeFeed& feed, QObject* parent)
    : QObject(parent)
    , m_feed(feed)
    , m_place(new QObject)
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_place->moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // The last job; everything handed over before it is done. The one wait for this thread, at the very end.
    post([this](services::Services*) {
        m_services.reset();
        m_place->deleteLater(); // done as the thread ends
        m_thread.quit();
    });
    m_thread.wait();
}

QFuture<Result<void>> StoreThread::open(Opener opener)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    post([this, promise, opener = std::move(opener)](services::Services*) {
        m_services.reset();
        auto opened = opener();
        if (opened)
            m_services = std::move(*opened);
        promise->addResult(opened ? Result<void>() : Result<void>(opened.error()));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> StoreThread::close()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    post([this, promise](services::Services*) {
        m_services.reset();
        promise->addResult(Result<void>());
        promise->finish();
    });
    return promise->future();
}

void StoreThread::reportChange(const services::Change& change)
{
    // By way of the store's thread: what is read there after the screens have heard of it is never stale.
    post([this, change](services::Services* services) {
        if (services)
            services->changed(change);
        reportOwnChange(change);
    });
}

void StoreThread::reportOwnChange(const services::Change& change)
{
    QMetaObject::invokeMethod(&m_feed, [feed = &m_feed, change] { feed->report(change); });
}

void StoreThread::post(Job job)
{
    QMetaObject::invokeMethod(
        m_place, [this, job = std::move(job)] { job(m_services.get()); }, Qt::QueuedConnection);
}

} // namespace thidua::viewmodels
