#pragma once

#include "app/enrolment.h"
#include "app/languages.h"
#include "app/openfile.h"
#include "app/securestore.h"
#include "client/syncthread.h"
#include "viewmodels/session.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <functional>

namespace thidua::app
{

struct DeviceOptions {
    QString directory; // of the file, the settings and, where there is no keychain, the token
    std::unique_ptr<SecureStore> secrets; // null: the platform's
    QString deviceName;                   // as the administrator sees it
    viewmodels::SignIn signIn;            // with a server: signs in at once if nobody is signed in yet
    QString language;                     // empty: as remembered
    QString theme;
};

// One installation of the app, put together: the file and its thread, synchronisation and its thread, the
// session and the screens. A program has one; the tour has several.
class Device : public QObject
{
    Q_OBJECT

public:
    Device(DeviceOptions options, const Clock& clock, Random& random, QObject* parent = nullptr);
    ~Device() override;

    // Opens the file if there is one; otherwise the screen for signing in follows.
    void begin();
    // Loads the screens. False, with the reason on stderr, if that fails.
    [[nodiscard]] bool show(QSize size = {});

    [[nodiscard]] viewmodels::Session& session() { return m_session; }
    [[nodiscard]] QQuickWindow* window() const;

Q_SIGNALS:
    void statusChanged(const thidua::client::SyncStatus& status);

private:
    void connectSession();
    void connectHandover();
    void signIn(const viewmodels::SignIn& signIn);
    void enrolled(const Result<Enrolment::Enrolled>& result);
    void open(std::optional<store::Identity> identity, bool damaged = false);
    void opened(const Result<void>& result);
    void afterFirstFrame(const std::function<void()>& call);
    void painted();
    void startSync(const QString& server);
    void synced(const client::SyncStatus& status);
    void endSync();
    void repairFile();
    // Nothing of a person stays on this device.
    void wipe(ErrorCode why);
    void useLanguage(const QString& language);
    [[nodiscard]] QString file() const;
    [[nodiscard]] viewmodels::StoreThread::Opener opener(std::optional<store::Identity> identity,
                                                         bool damaged);

    DeviceOptions m_options;
    const Clock& m_clock;
    Random& m_random;
    viewmodels::DeviceSettings m_settings;
    viewmodels::ChangeFeed m_feed;
    viewmodels::StoreThread m_store;
    viewmodels::Session m_session;
    Languages m_languages;
    std::unique_ptr<Enrolment> m_enrolment;
    std::unique_ptr<client::SyncThread> m_sync;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    bool m_painted = false;
    std::function<void()> m_afterFirstFrame;
    bool m_repaired = false; // once in a life of the process: a disk that goes on failing is told as such
};

} // namespace thidua::app
