#pragma once

#include "client/syncstatus.h"
#include "store/localstore.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>

namespace thidua::client
{

// Synchronisation on a thread of its own with a connection of its own. All calls are safe from the thread
// that made it and return at once; statusChanged arrives there.
class SyncThread : public QObject
{
    Q_OBJECT

public:
    struct Setup {
        QString file;
        QUrl server;
        QByteArray token;
        store::ChangeListener onChange; // called on the sync thread
    };
    SyncThread(Setup setup, const Clock& clock, Random& random, QObject* parent = nullptr);
    ~SyncThread() override; // ends the thread; outstanding requests are cancelled

    void syncNow();
    void localChange();
    void setOffline(bool offline);

Q_SIGNALS:
    // A file that this thread cannot open is told as a status too: Unknown, with the reason in lastError.
    void statusChanged(const thidua::client::SyncStatus& status);

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker;
};

} // namespace thidua::client
