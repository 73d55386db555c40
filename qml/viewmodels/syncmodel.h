#pragma once

#include "base/clock.h"
#include "client/syncstatus.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// What is said about synchronisation, in words that never promise more than is known: without contact the
// server's state is unknown, not "synced".
class SyncModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(QString phaseName READ phaseName NOTIFY changed) // "upToDate"
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(
        QString receiptText READ receiptText NOTIFY changed) // empty: the server has confirmed nothing yet
    Q_PROPERTY(bool ageing READ ageing NOTIFY changed)
    Q_PROPERTY(int pending READ pending NOTIFY changed)
    Q_PROPERTY(int pendingChanges READ pendingChanges NOTIFY changed)
    Q_PROPERTY(int attention READ attention NOTIFY changed)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(bool offline READ offline NOTIFY changed)
    Q_PROPERTY(bool safeToHandIn READ safeToHandIn NOTIFY changed)
    Q_PROPERTY(QString lastCompleteText READ lastCompleteText NOTIFY changed)
    Q_PROPERTY(QString lastSentText READ lastSentText NOTIFY changed)
    Q_PROPERTY(QString lastFetchedText READ lastFetchedText NOTIFY changed)
    Q_PROPERTY(QString clockWarning READ clockWarning NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString dataUsedText READ dataUsedText NOTIFY changed)
    Q_PROPERTY(bool workOffline READ workOffline WRITE setWorkOffline NOTIFY workOfflineChanged)

public:
    enum Phase { Unknown, Waiting, Sending, Fetching, UpToDate, Sent, Attention, SignIn, Portal };
    Q_ENUM(Phase)

    static constexpr qint64 ageingAfter = 24LL * 60 * 60 * 1000; // ms

    explicit SyncModel(const Clock& clock, QObject* parent = nullptr);

    void setStatus(const client::SyncStatus& status);
    // Without the ones that the person has agreed to, which the store goes on counting.
    void setConflicts(int count);
    void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString phaseName() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString receiptText() const;
    [[nodiscard]] bool ageing() const; // the oldest unsent entry is more than a day old
    [[nodiscard]] int pending() const { return int(m_status.pendingRecords); }
    [[nodiscard]] int pendingChanges() const { return int(m_status.pendingEdits); }
    [[nodiscard]] int attention() const { return int(m_status.attention); }
    [[nodiscard]] int conflicts() const { return m_conflicts; }
    [[nodiscard]] bool offline() const;
    [[nodiscard]] bool safeToHandIn() const { return m_status.safeToHandIn(); }
    [[nodiscard]] QString lastCompleteText() const; // "17:05"; empty: never
    [[nodiscard]] QString lastSentText() const;     // "17:05"; "Not yet"
    [[nodiscard]] QString lastFetchedText() const;
    [[nodiscard]] QString clockWarning() const;
    [[nodiscard]] double progress() const; // 0..1; -1: not known
    [[nodiscard]] QString dataUsedText() const;
    [[nodiscard]] bool workOffline() const { return m_workOffline; }
    void setWorkOffline(bool offline);

    Q_INVOKABLE void syncNow() { Q_EMIT syncWanted(); }
    Q_INVOKABLE void sendOnly() { Q_EMIT sendWanted(); }

Q_SIGNALS:
    void changed();
    void workOfflineChanged();
    // For the composition root.
    void syncWanted();
    void sendWanted();
    void offlineWanted(bool offline);

private:
    [[nodiscard]] QString pendingText() const;
    [[nodiscard]] QString lastText() const;
    [[nodiscard]] QString momentText(Instant instant) const;
    [[nodiscard]] QString waitingText() const;
    const Clock& m_clock;
    client::SyncStatus m_status;
    int m_conflicts = 0;
    qint64 m_sendingOf = 0; // records when sending began
    bool m_workOffline = false;
    QTimer m_minute; // ages and "today" move on without news
};

} // namespace thidua::viewmodels
