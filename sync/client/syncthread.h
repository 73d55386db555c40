#pragma once

#include "client/handover.h"
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
        bool offline = false;           // a person's wish, as by setOffline
    };
    SyncThread(Setup setup, const Clock& clock, Random& random, QObject* parent = nullptr);
    ~SyncThread() override; // ends the thread; outstanding requests are cancelled

    void syncNow();
    void sendOnly();
    void localChange();
    void setOffline(bool offline);

    // Hand-over; what came of it arrives on this object's thread. NotSignedIn while no file is open there.
    using Saved = std::function<void(Result<qint64> edits)>;
    void saveHandover(const QString& path, Saved done);
    // Also while a person works offline: they have asked for it. Busy while another file is on its way.
    using Delivered = std::function<void(HandoverDelivery::Delivered)>;
    void deliverHandover(const QString& path, Delivered done);

Q_SIGNALS:
    // A file that this thread cannot open is told as a status too: Unknown, with the reason in lastError.
    void statusChanged(const thidua::client::SyncStatus& status);

private:
    class Worker;
    template<typename Call>
    void post(Call call);
    QThread m_thread;
    Worker* m_worker;
};

} // namespace thidua::client
