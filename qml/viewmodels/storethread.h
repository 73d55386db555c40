#pragma once

#include "base/result.h"
#include "services/change.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace thidua::services
{
class Services;
}

namespace thidua::viewmodels
{

class ChangeFeed;

// The thread that owns the device's file and all that is done with it. Work is handed over and answers later;
// nobody waits for it. The object itself lives on the GUI thread.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<services::Services>>()>;
    template<typename Work>
    using ResultOf = std::invoke_result_t<Work, services::Services&>; // a Result<T>

    explicit StoreThread(ChangeFeed& feed, QObject* parent = nullptr);
    // Finishes what was handed over, then closes the file.
    ~StoreThread() override;

    QFuture<Result<void>> open(Opener opener);
    QFuture<Result<void>> close();

    // Runs the work there, in order. NotSignedIn while no file is open.
    template<typename Work>
    QFuture<ResultOf<Work>> run(Work work);
    // The same; `done` gets the result on this object's thread, unless `context` is gone by then.
    template<typename Work, typename Done>
    void run(const QObject* context, Work work, Done done);

    // From any thread: another connection has changed the file.
    void reportChange(const services::Change& change);
    // On the store's thread, for the listener of its own connection.
    void reportOwnChange(const services::Change& change);

private:
    using Job = std::function<void(services::Services*)>;
    void post(Job job);

    ChangeFeed& m_feed;
    QThread m_thread;
    QObject* m_place;                               // lives on the thread; what is posted to it runs there
    std::unique_ptr<services::Services> m_services; // touched on the thread only
};

template<typename Work>
QFuture<StoreThread::ResultOf<Work>> StoreThread::run(Work work)
{
    using Outcome = ResultOf<Work>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    post([promise, work = std::move(work)](services::Services* services) mutable {
        promise->addResult(services ? work(*services) : Outcome(ErrorCode::NotSignedIn));
        promise->finish();
    });
    return promise->future();
}

template<typename Work, typename Done>
void StoreThread::run(const QObject* context, Work work, Done done)
{
    // Not .then(context, …): in Qt 6.4 that asserts when the context has gone meanwhile.
    run(std::move(work))
        .then(this, [guard = QPointer<const QObject>(context),
                     done = std::move(done)](ResultOf<Work> result) mutable {
            if (guard)
                done(std::move(result));
        });
}

} // namespace thidua::viewmodels
