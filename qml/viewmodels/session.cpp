#include "viewmodels/session.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::Role;

Session::Session(const Workplace& place, DeviceSettings& settings, QObject* parent)
    : QObject(parent)
    , m_place(place)
    , m_settings(settings)
    , m_who(place, {kind::unit, kind::membership, kind::block}, [this] { loadPerson(); })
    , m_sync(place.clock)
    , m_home(place)
    , m_movements(place)
    , m_standings(place)
    , m_conflicts(place)
    , m_attention(place)
    , m_waiting(place)
    , m_handover(place.clock)
    , m_reports(place)
    , m_search(place, settings)
    , m_year(place)
{
    connect(&m_conflicts, &ConflictList::countChanged, &m_sync,
            [this] { m_sync.setConflicts(m_conflicts.count()); });
}

void Session::setState(State state, ErrorCode why)
{
    m_busy = state == Opening;
    m_state = state;
    Q_EMIT stateChanged();
    setError(viewmodels::errorText(why));
}

void Session::setError(const QString& text)
{
    if (std::exchange(m_errorText, text) != text)
        Q_EMIT errorTextChanged();
}

void Session::setSalvaged(qint64 edits, qint64 lost)
{
    m_salvaged = {edits, lost};
    Q_EMIT noticeTextChanged();
}

void Session::dismissNotice()
{
    m_salvaged.reset();
    Q_EMIT noticeTextChanged();
}

QString Session::noticeText() const
{
    if (!m_salvaged)
        return {};
    const auto [edits, lost] = *m_salvaged;
    const QString kept =
        tr("The data file on this device was damaged and has been made anew. %1 of your changes "
           "were saved; everything else is being fetched again.")
            .arg(domain::number(edits));
    return lost == 0 ? kept
                     : kept + u' ' + tr("%1 changes could not be read any more.").arg(domain::number(lost));
}

void Session::setOpening()
{
    setState(Opening, ErrorCode::None);
}

void Session::setOpened()
{
    m_who.begin();
    m_conflicts.begin();
    m_attention.begin();
    m_place.feed.reportAll();
}

void Session::setSignedOut(ErrorCode why)
{
    m_person = {};
    m_unitName.clear();
    m_search.forget();
    Q_EMIT personChanged();
    setState(SignedOut, why);
}

void Session::setRescued()
{
    setSignedOut();
    setError(
        tr("This device was withdrawn by the administrator. What had been entered on it, unfinished forms "
           "included, is with the server now, where somebody responsible decides about it; nothing is left "
           "on this device."));
}

void Session::setFailed(ErrorCode why)
{
    setState(Failed, why);
}

void Session::setSyncStatus(const client::SyncStatus& status)
{
    m_sync.setStatus(status);
    // Grants come with a synchronisation and are not records.
    if (status.phase == client::SyncStatus::Phase::UpToDate && m_state == Ready)
        m_who.refresh();
}

void Session::loadPerson()
{
    m_who.read(
        [](services::Services& services) -> Result<Who> {
            auto person = services.person();
            if (!person)
                return person.error();
            return Who{*person, services.unitName(person->unit)};
        },
        [this](Result<Who> who) { show(std::move(who)); });
}

void Session::show(Result<Who> who)
{
    if (!who) {
        if (m_state == Opening)
            setFailed(who.error().code);
        return;
    }
    const bool other = m_state == Ready && !(who->person == m_person);
    m_person = std::move(who->person);
    m_unitName = std::move(who->unitName);
    m_handover.setDeviceName(m_person.deviceName);
    Q_EMIT personChanged();
    if (m_state == Opening) {
        m_settings.setLastServer(m_person.server);
        setState(Ready, ErrorCode::None);
    }
    if (other)
        m_place.feed.reportAll();
}

void Session::signIn(const QString& server, const QString& login, const QString& password)
{
    ask({server, login.trimmed(), password, {}});
}

void Session::signInWithCode(const QString& server, const QString& code)
{
    ask({server, {}, {}, code.trimmed()});
}

// People leave out the scheme; what is typed without one is meant to be secure.
static QString serverAddress(const QString& typed)
{
    QString address = typed.trimmed();
    while (address.endsWith(u'/'))
        address.chop(1);
    return address.isEmpty() || address.contains(u"://"_s) ? address : u"https://"_s + address;
}

void Session::ask(SignIn signIn)
{
    if (m_busy)
        return;
    signIn.server = serverAddress(signIn.server);
    const bool complete = !signIn.code.isEmpty() || (!signIn.login.isEmpty() && !signIn.password.isEmpty());
    if (signIn.server.isEmpty() || !complete) {
        setError(tr("Please fill in every field."));
        return;
    }
    setOpening();
    Q_EMIT signInWanted(signIn);
}

void Session::signOut()
{
    if (m_busy || m_state != Ready)
        return;
    m_place.store.run(
        this, [](services::Services& services) { return services.unsentWork(); },
        [this](const Result<qint64>& unsent) {
            if (!unsent)
                setError(viewmodels::errorText(unsent.error().code));
            else if (*unsent > 0)
                setError(tr("There is work on this device that the server does not have yet. Please "
                            "synchronise first, and finish or discard open drafts."));
            else
                Q_EMIT signOutWanted();
        });
}

void Session::reopen()
{
    if (m_state != Failed)
        return;
    setOpening();
    Q_EMIT reopenWanted();
}

ReportEditor* Session::attach(ReportEditor* editor)
{
    connect(this, &Session::draftsWanted, editor, &ReportEditor::keepDraft);
    return editor;
}

ReportEditor* Session::editReport(const QString& reportId)
{
    const auto id = RecordId::fromText(reportId);
    return id ? attach(new ReportEditor(m_place, *id)) : nullptr;
}

ReportEditor* Session::newReport(const QString& criterionId, const QString& period)
{
    const auto id = RecordId::fromText(criterionId);
    return id ? attach(new ReportEditor(m_place, *id, period)) : nullptr;
}

MovementModel* Session::movement(const QString& movementId)
{
    const auto id = RecordId::fromText(movementId);
    return id ? new MovementModel(m_place, *id) : nullptr;
}

HistoryModel* Session::history(const QString& recordId)
{
    const auto id = RecordId::fromText(recordId);
    return id ? new HistoryModel(m_place, *id) : nullptr;
}

// A model begins to read when a screen first asks for it.
HomeModel* Session::home()
{
    m_home.begin();
    return &m_home;
}

MovementList* Session::movements()
{
    m_movements.begin();
    return &m_movements;
}

StandingsModel* Session::standings()
{
    m_standings.begin();
    return &m_standings;
}

ConflictList* Session::conflicts()
{
    m_conflicts.begin();
    return &m_conflicts;
}

AttentionList* Session::attention()
{
    m_attention.begin();
    return &m_attention;
}

WaitingList* Session::waiting()
{
    m_waiting.begin();
    return &m_waiting;
}

ReportList* Session::reports()
{
    m_reports.begin();
    return &m_reports;
}

QString Session::roleText() const
{
    return m_state == Ready ? viewmodels::roleText(m_person.role) : QString();
}

QString Session::roleName() const
{
    return m_state == Ready ? QString(domain::roleName(m_person.role)) : QString();
}

QString Session::unitId() const
{
    return m_person.unit.isNull() ? QString() : m_person.unit.toText();
}

bool Session::canEnter() const
{
    return m_person.role == Role::Officer || m_person.role == Role::UnitHead;
}

bool Session::canAppraise() const
{
    return m_person.role == Role::BlockLead || m_person.role == Role::Admin;
}

bool Session::canDecide() const
{
    return m_person.role >= Role::Council;
}

bool Session::onlyReads() const
{
    return m_person.role == Role::Observer;
}

void Session::retranslate()
{
    m_sync.retranslate();
    m_handover.retranslate();
    Q_EMIT noticeTextChanged();
    m_place.feed.reportAll();
    Q_EMIT personChanged();
    Q_EMIT looksChanged();
}

void Session::setLanguage(const QString& language)
{
    if (language == m_settings.language())
        return;
    m_settings.setLanguage(language);
    Q_EMIT languageWanted(m_settings.language());
    retranslate();
}

void Session::setTheme(const QString& theme)
{
    m_settings.setTheme(theme);
    Q_EMIT looksChanged();
}

bool Session::dark() const
{
    return theme() == u"dark"_s || (theme() == u"system"_s && m_systemDark);
}

void Session::setSystemDark(bool dark)
{
    if (std::exchange(m_systemDark, dark) != dark)
        Q_EMIT looksChanged();
}

void Session::setTextScale(double scale)
{
    m_settings.setTextScale(scale);
    Q_EMIT looksChanged();
}

} // namespace thidua::viewmodels
