#include "app/device.h"

#include "app/qmlguard.h"
#include "base/logging.h"
#include "services/services.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QSysInfo>
#include <QTimer>

namespace thidua::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto tokenKey = "token"_L1;
constexpr std::chrono::milliseconds longestWaitForFrame{250};

QString ensured(const QString& directory)
{
    QDir().mkpath(directory);
    return directory;
}

services::Change changeOf(const QList<RecordId>& records, const QStringList& kinds)
{
    return {QSet<QString>(kinds.begin(), kinds.end()), QSet<RecordId>(records.begin(), records.end())};
}

} // namespace

Device::Device(DeviceOptions options, const Clock& clock, Random& random, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_random(random)
    , m_settings(QDir(ensured(m_options.directory)).filePath(u"settings.ini"_s))
    , m_store(m_feed)
    , m_session({m_store, m_feed, m_clock}, m_settings)
{
    if (!m_options.secrets)
        m_options.secrets = platformSecrets(m_options.directory);
    if (m_options.deviceName.isEmpty())
        m_options.deviceName = QSysInfo::machineHostName();
    if (!m_options.language.isEmpty())
        m_settings.setLanguage(m_options.language);
    if (!m_options.theme.isEmpty())
        m_settings.setTheme(m_options.theme);
    m_session.setSystemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
    useLanguage(m_settings.language());
    connectSession();
}

Device::~Device()
{
    // The screens first: their last words are drafts for the store's thread, which is still there.
    m_engine.reset();
    m_sync.reset();
}

void Device::connectSession()
{
    using viewmodels::Session;
    connect(&m_session, &Session::signInWanted, this, &Device::signIn);
    connect(&m_session, &Session::signOutWanted, this, [this] { wipe(ErrorCode::None); });
    connect(&m_session, &Session::reopenWanted, this, [this] { open(std::nullopt); });
    connect(&m_session, &Session::languageWanted, this, &Device::useLanguage);
    connect(m_session.sync(), &viewmodels::SyncModel::syncWanted, this, [this] {
        if (m_sync)
            m_sync->syncNow();
    });
    connect(m_session.sync(), &viewmodels::SyncModel::sendWanted, this, [this] {
        if (m_sync)
            m_sync->sendOnly();
    });
    connect(m_session.sync(), &viewmodels::SyncModel::offlineWanted, this, [this](bool offline) {
        if (m_sync)
            m_sync->setOffline(offline);
    });
    connectHandover();
    connect(m_session.attention(), &viewmodels::AttentionList::copyWanted, this,
            [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_session,
            [this](Qt::ApplicationState state) {
                if (state != Qt::ApplicationActive)
                    m_session.keepDrafts();
            });
}

// A file that another app offers has no path of its own; its address is what Qt opens it by.
static QString placeOf(const QUrl& file)
{
    return file.isLocalFile() ? file.toLocalFile() : file.toString();
}

void Device::connectHandover()
{
    using viewmodels::HandoverModel;
    HandoverModel* handover = m_session.handover();
    connect(handover, &HandoverModel::saveWanted, this, [this, handover](const QUrl& file) {
        if (!m_sync)
            return handover->setSaved(0, ErrorCode::NotSignedIn);
        m_sync->saveHandover(placeOf(file), [handover](const Result<qint64>& edits) {
            handover->setSaved(edits.valueOr(0), edits.error().code);
        });
    });
    connect(handover, &HandoverModel::deliverWanted, this, [this, handover](const QUrl& file) {
        if (!m_sync)
            return handover->setDelivered(0, 0, ErrorCode::NotSignedIn);
        m_sync->deliverHandover(placeOf(file), [handover](const auto& delivered) {
            handover->setDelivered(delivered.edits, delivered.quarantined, delivered.error.code);
        });
    });
}

QString Device::file() const
{
    return QDir(m_options.directory).filePath(u"device.thidua"_s);
}

void Device::begin()
{
    if (QFileInfo::exists(file())) {
        m_session.setOpening();
        open(std::nullopt);
    } else if (!m_options.signIn.server.isEmpty()) {
        m_session.setOpening();
        signIn(m_options.signIn);
    } else {
        m_session.setSignedOut();
    }
}

void Device::signIn(const viewmodels::SignIn& wanted)
{
    const QUrl server(wanted.server, QUrl::StrictMode);
    if (!server.isValid() || server.host().isEmpty())
        return m_session.setSignedOut(ErrorCode::Offline);
    m_settings.setLastServer(wanted.server);
    m_enrolment = std::make_unique<Enrolment>(server, m_clock);
    m_enrolment->start({wanted.login, wanted.password, wanted.code, m_options.deviceName},
                       [this](const auto& result) { enrolled(result); });
}

void Device::enrolled(const Result<Enrolment::Enrolled>& result)
{
    if (!result)
        return m_session.setSignedOut(result.error().code);
    m_options.secrets->write(tokenKey, result->token,
                             [this, identity = result->identity](const auto& written) {
                                 if (!written)
                                     return m_session.setSignedOut(written.error().code);
                                 open(identity);
                             });
}

viewmodels::StoreThread::Opener Device::opener(std::optional<store::Identity> identity, bool damaged)
{
    // Runs on the store's thread.
    return [this, path = file(), identity = std::move(identity),
            damaged]() -> Result<std::unique_ptr<services::Services>> {
        const auto onChange = [this](const services::Change& change) {
            m_store.reportOwnChange(change);
            QMetaObject::invokeMethod(this, [this] {
                if (m_sync)
                    m_sync->localChange();
            });
        };
        auto file = openFile(path, identity, damaged, m_clock, m_random, onChange);
        if (!file)
            return file.error();
        if (file->salvaged) {
            QMetaObject::invokeMethod(this, [this, salvaged = *file->salvaged] {
                m_session.setSalvaged(salvaged.edits, salvaged.lost);
            });
        }
        return std::move(file->services);
    };
}

void Device::open(std::optional<store::Identity> identity, bool damaged)
{
    m_store.open(opener(std::move(identity), damaged)).then(this, [this](const Result<void>& result) {
        opened(result);
    });
}

void Device::opened(const Result<void>& result)
{
    if (!result) {
        const ErrorCode code = result.error().code;
        qCWarning(logApp) << "the file was not opened:" << result.error().detail;
        return code == ErrorCode::NotSignedIn || code == ErrorCode::AnotherUser ? m_session.setSignedOut(code)
                                                                                : m_session.setFailed(code);
    }
    // What a person waits for first is the window; what it shows then is built once it is there.
    afterFirstFrame([this] { m_session.setOpened(); });
    m_store.run(
        this, [](services::Services& services) { return services.person(); },
        [this](const Result<services::Person>& person) {
            if (person)
                startSync(person->server);
        });
}

void Device::afterFirstFrame(const std::function<void()>& call)
{
    if (m_painted || !window() || !window()->isVisible())
        return call();
    m_afterFirstFrame = call;
    // A window that nobody sees paints nothing.
    QTimer::singleShot(longestWaitForFrame, this, &Device::painted);
}

void Device::painted()
{
    m_painted = true;
    if (const auto call = std::exchange(m_afterFirstFrame, {}))
        call();
}

void Device::startSync(const QString& server)
{
    m_options.secrets->read(tokenKey, [this, server](const Result<QByteArray>& token) {
        client::SyncThread::Setup setup{file(), QUrl(server), token.valueOr(QByteArray()),
                                        [this](const QList<RecordId>& records, const QStringList& kinds) {
                                            m_store.reportChange(changeOf(records, kinds));
                                        },
                                        m_session.sync()->workOffline()};
        m_sync = std::make_unique<client::SyncThread>(std::move(setup), m_clock, m_random);
        connect(m_sync.get(), &client::SyncThread::statusChanged, this,
                [this](const client::SyncStatus& status) { synced(status); });
    });
}

void Device::synced(const client::SyncStatus& status)
{
    m_session.setSyncStatus(status);
    Q_EMIT statusChanged(status);
    if (status.phase == client::SyncStatus::Phase::Rescued)
        QMetaObject::invokeMethod(
            this, [this] { wipe(ErrorCode::Revoked); }, Qt::QueuedConnection);
    else if (status.lastError == ErrorCode::StorageCorrupt && !m_repaired)
        repairFile();
}

// A page deep in the file is damaged: it opens, and fails when it is read.
void Device::repairFile()
{
    m_repaired = true;
    // Not from within a call of its own.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_session.keepDrafts();
            endSync();
            m_session.setOpening();
            m_store.close().then(this, [this](const Result<void>&) { open(std::nullopt, true); });
        },
        Qt::QueuedConnection);
}

// What it was still asked for gets no answer any more.
void Device::endSync()
{
    m_sync.reset();
    if (m_session.handover()->busy())
        m_session.handover()->setDelivered(0, 0, ErrorCode::Cancelled);
}

void Device::wipe(ErrorCode why)
{
    endSync();
    m_afterFirstFrame = {};
    m_store.close().then(this, [this, why](const Result<void>&) {
        // Also what a salvage has put aside.
        QDir directory(m_options.directory);
        for (const QString& name : directory.entryList({QFileInfo(file()).fileName() + u'*'}, QDir::Files))
            directory.remove(name);
        store::SearchIndex::removeBeside(file());
        QDir(directory.filePath(u"files"_s)).removeRecursively();
        m_options.secrets->remove(tokenKey, [this, why](const auto&) {
            if (why == ErrorCode::Revoked)
                m_session.setRescued();
            else
                m_session.setSignedOut(why);
        });
    });
}

void Device::useLanguage(const QString& language)
{
    m_languages.choose(language);
    m_session.retranslate();
    if (m_engine)
        m_engine->retranslate();
}

bool Device::show(QSize size)
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    guard(*m_engine);
    m_engine->addImportPath(u":/qt/qml"_s);
    m_engine->setInitialProperties({{u"session"_s, QVariant::fromValue(&m_session)}});
    m_engine->load(QUrl(u"qrc:/qt/qml/ThiDua/Screens/Main.qml"_s));
    if (!window())
        return false;
    if (size.isValid())
        window()->resize(size);
    connect(window(), &QQuickWindow::frameSwapped, this, &Device::painted,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    return true;
}

QQuickWindow* Device::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty()
               ? qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst())
               : nullptr;
}

} // namespace thidua::app
