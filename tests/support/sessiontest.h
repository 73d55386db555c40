#pragma once

#include "support/sampledevice.h"
#include "viewmodels/session.h"

#include "services/services.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace thidua::test
{

// The app without its windows and without a network: the threads, the file and the models as the app makes
// them. `server` is the connection of the synchronisation, through which decisions arrive.
class App
{
public:
    explicit App(const QString& file, const TestClock& time)
        : clock(time)
        , settings(file + u".ini"_s)
        , store(feed)
        , path(file)
        , session({store, feed, clock}, settings)
    {
    }
    [[nodiscard]] bool open()
    {
        session.setOpening();
        store
            .open([this] {
                return services::Services::open(
                    path, domain::Schema::current(), clock, random,
                    [this](const services::Change& change) { store.reportOwnChange(change); });
            })
            .then(&store, [this](const Result<void>& opened) {
                if (opened)
                    session.setOpened();
                else
                    session.setFailed(opened.error().code);
            });
        return QTest::qWaitFor([this] { return session.state() != viewmodels::Session::Opening; }) &&
               session.state() == viewmodels::Session::Ready;
    }

    const TestClock& clock;
    SeededRandom random{3};
    viewmodels::DeviceSettings settings;
    viewmodels::ChangeFeed feed;
    viewmodels::StoreThread store;
    QString path;
    viewmodels::Session session;
};

// A device with the sample on it, and the app running on it. restart() is the death of the process: nothing
// is left but the file.
class SampleApp
{
public:
    explicit SampleApp(const QList<domain::Grant>& grants = officerOf(unitA))
    {
        clock.wall = QDateTime(QDate(2025, 11, 20), QTime(10, 42)).toMSecsSinceEpoch();
        store::StoreOptions options;
        options.onChange = [this](const QList<RecordId>& records, const QStringList& kinds) {
            if (app) {
                app->store.reportChange({QSet<QString>(kinds.begin(), kinds.end()),
                                         QSet<RecordId>(records.begin(), records.end())});
            }
        };
        server =
            std::move(*store::LocalStore::open(path(), domain::Schema::current(), clock, random, options));
        const auto enrolled = server->enrol(identity(grants));
        const auto applied = server->applyPage(catalogue(decisions));
        Q_ASSERT(enrolled && applied);
    }
    [[nodiscard]] bool start()
    {
        app.reset();
        app = std::make_unique<App>(path(), clock);
        return app->open();
    }
    void arrive()
    {
        const auto applied = server->applyPage(decisions.take());
        Q_ASSERT(applied);
    }
    [[nodiscard]] viewmodels::Session& session() const { return app->session; }
    [[nodiscard]] QString path() const { return m_dir.filePath(u"device.db"_s); }
    [[nodiscard]] QList<store::OutboxEntry> pending() const
    {
        return *server->outbox(store::EditState::Pending);
    }

    TestClock clock;
    SeededRandom random{7};
    Decisions decisions;
    std::unique_ptr<store::LocalStore> server;
    std::unique_ptr<App> app;

private:
    QTemporaryDir m_dir;
};

// The value of a role by its name.
inline QVariant cell(const QAbstractItemModel& model, int row, const char* role)
{
    return model.data(model.index(row, 0), model.roleNames().key(role));
}

} // namespace thidua::test
