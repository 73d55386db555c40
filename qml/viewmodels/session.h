#pragma once

#include "viewmodels/attentionlist.h"
#include "viewmodels/conflictlist.h"
#include "viewmodels/devicesettings.h"
#include "viewmodels/handovermodel.h"
#include "viewmodels/historymodel.h"
#include "viewmodels/homemodel.h"
#include "viewmodels/movementlist.h"
#include "viewmodels/movementmodel.h"
#include "viewmodels/reporteditor.h"
#include "viewmodels/reportlist.h"
#include "viewmodels/searchmodel.h"
#include "viewmodels/standingsmodel.h"
#include "viewmodels/syncmodel.h"
#include "viewmodels/waitinglist.h"
#include "viewmodels/yeardesk.h"

namespace thidua::viewmodels
{

// How a person wants to sign in: with a password, or with a one-time code.
struct SignIn {
    QString server;
    QString login;
    QString password;
    QString code;
};

// The one object that the screens are given: who is here, what they may, and the models of every screen.
// What needs the network or the secure store is asked of the composition root by signals.
class Session : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    Q_PROPERTY(QString lastServer READ lastServer NOTIFY stateChanged)

    Q_PROPERTY(QString userName READ userName NOTIFY personChanged)
    Q_PROPERTY(QString roleText READ roleText NOTIFY personChanged)
    Q_PROPERTY(QString roleName READ roleName NOTIFY personChanged)
    Q_PROPERTY(QString unitId READ unitId NOTIFY personChanged)
    Q_PROPERTY(QString unitName READ unitName NOTIFY personChanged)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY personChanged)
    Q_PROPERTY(bool canEnter READ canEnter NOTIFY personChanged)
    Q_PROPERTY(bool canAppraise READ canAppraise NOTIFY personChanged)
    Q_PROPERTY(bool canDecide READ canDecide NOTIFY personChanged)
    Q_PROPERTY(bool onlyReads READ onlyReads NOTIFY personChanged)

    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY looksChanged)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY looksChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY looksChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY looksChanged)

    Q_PROPERTY(thidua::viewmodels::SyncModel* sync READ sync CONSTANT)
    Q_PROPERTY(thidua::viewmodels::HomeModel* home READ home CONSTANT)
    Q_PROPERTY(thidua::viewmodels::MovementList* movements READ movements CONSTANT)
    Q_PROPERTY(thidua::viewmodels::StandingsModel* standings READ standings CONSTANT)
    Q_PROPERTY(thidua::viewmodels::ConflictList* conflicts READ conflicts CONSTANT)
    Q_PROPERTY(thidua::viewmodels::AttentionList* attention READ attention CONSTANT)
    Q_PROPERTY(thidua::viewmodels::WaitingList* waiting READ waiting CONSTANT)
    Q_PROPERTY(thidua::viewmodels::HandoverModel* handover READ handover CONSTANT)
    Q_PROPERTY(thidua::viewmodels::ReportList* reports READ reports CONSTANT)
    Q_PROPERTY(thidua::viewmodels::SearchModel* search READ search CONSTANT)
    Q_PROPERTY(thidua::viewmodels::YearDesk* year READ year CONSTANT)

    // Something that happened to this device and that its person should know; empty: nothing.
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeTextChanged)

public:
    enum State { SignedOut, Opening, Ready, Failed };
    Q_ENUM(State)

    Session(const Workplace& place, DeviceSettings& settings, QObject* parent = nullptr);

    // --- for the composition root ---
    void setOpening();
    void setOpened(); // the store's thread has the file; Ready once it is known whose it is
    void setSignedOut(ErrorCode why = ErrorCode::None);
    // The device was revoked: the server keeps what was entered here, and the file is gone.
    void setRescued();
    void setFailed(ErrorCode why);
    void setSyncStatus(const client::SyncStatus& status);
    void setSystemDark(bool dark);
    // The device's file was damaged and replaced: so many own edits were kept, so many were not readable.
    void setSalvaged(qint64 edits, qint64 lost);
    void keepDrafts() { Q_EMIT draftsWanted(); } // the app goes to the background
    void retranslate();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString noticeText() const;
    Q_INVOKABLE void dismissNotice();
    [[nodiscard]] QString lastServer() const { return m_settings.lastServer(); }
    [[nodiscard]] QString userName() const { return m_person.name; }
    [[nodiscard]] QString roleText() const;
    [[nodiscard]] QString roleName() const;
    [[nodiscard]] QString unitId() const;
    [[nodiscard]] QString unitName() const { return m_unitName; }
    [[nodiscard]] QString deviceName() const { return m_person.deviceName; }
    [[nodiscard]] bool canEnter() const;
    [[nodiscard]] bool canAppraise() const;
    [[nodiscard]] bool canDecide() const;
    [[nodiscard]] bool onlyReads() const;
    [[nodiscard]] QString language() const { return m_settings.language(); }
    void setLanguage(const QString& language);
    [[nodiscard]] QString theme() const { return m_settings.theme(); }
    void setTheme(const QString& theme);
    [[nodiscard]] bool dark() const;
    [[nodiscard]] double textScale() const { return m_settings.textScale(); }
    void setTextScale(double scale);

    [[nodiscard]] SyncModel* sync() { return &m_sync; }
    [[nodiscard]] HomeModel* home();
    [[nodiscard]] MovementList* movements();
    [[nodiscard]] StandingsModel* standings();
    [[nodiscard]] ConflictList* conflicts();
    [[nodiscard]] AttentionList* attention();
    [[nodiscard]] WaitingList* waiting();
    [[nodiscard]] HandoverModel* handover() { return &m_handover; }
    [[nodiscard]] ReportList* reports();
    [[nodiscard]] SearchModel* search() { return &m_search; }
    [[nodiscard]] YearDesk* year() { return &m_year; }

    Q_INVOKABLE void signIn(const QString& server, const QString& login, const QString& password);
    Q_INVOKABLE void signInWithCode(const QString& server, const QString& code);
    // Refused while there is work that would be lost.
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void reopen();
    // These belong to the caller.
    Q_INVOKABLE thidua::viewmodels::ReportEditor* editReport(const QString& reportId);
    Q_INVOKABLE thidua::viewmodels::ReportEditor* newReport(const QString& criterionId,
                                                            const QString& period);
    Q_INVOKABLE thidua::viewmodels::MovementModel* movement(const QString& movementId);
    Q_INVOKABLE thidua::viewmodels::HistoryModel* history(const QString& recordId);

Q_SIGNALS:
    void stateChanged();
    void errorTextChanged();
    void noticeTextChanged();
    void personChanged();
    void looksChanged();
    void draftsWanted();
    // For the composition root.
    void signInWanted(const thidua::viewmodels::SignIn& signIn);
    void signOutWanted();
    void reopenWanted();
    void languageWanted(const QString& language);

private:
    struct Who {
        services::Person person;
        QString unitName;
    };
    void setState(State state, ErrorCode why);
    void setError(const QString& text);
    void ask(SignIn signIn);
    void loadPerson();
    void show(Result<Who> who);
    ReportEditor* attach(ReportEditor* editor);
    Workplace m_place;
    DeviceSettings& m_settings;
    State m_state = SignedOut;
    bool m_busy = false;
    std::optional<std::pair<qint64, qint64>> m_salvaged; // kept, lost
    bool m_systemDark = false;
    QString m_errorText;
    services::Person m_person;
    QString m_unitName;
    LiveQuery m_who;
    SyncModel m_sync;
    HomeModel m_home;
    MovementList m_movements;
    StandingsModel m_standings;
    ConflictList m_conflicts;
    AttentionList m_attention;
    WaitingList m_waiting;
    HandoverModel m_handover;
    ReportList m_reports;
    SearchModel m_search;
    YearDesk m_year;
};

} // namespace thidua::viewmodels
