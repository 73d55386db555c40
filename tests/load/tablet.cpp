#include "load/tablet.h"

#include "bench/must.h"
#include "domain/names.h"

#include <QDir>

namespace thidua::load
{

using namespace Qt::StringLiterals;
using bench::must;
using Phase = client::SyncStatus::Phase;

Tablet::Tablet(const Home& home, const Enrolled& who, Witness witness)
    : m_who(who)
    , m_transport(home.threads, home.way, std::move(witness))
    , m_scheduler(home.threads.asker)
{
    const QDir folder(home.folder);
    must(folder.mkdir(who.device.toText()), "a tablet's folder");
    auto opened = store::LocalStore::open(folder.filePath(who.device.toText() + u"/tablet.db"_s),
                                          domain::Schema::current(), m_clock, m_random);
    must(opened, "a tablet's file");
    m_store = std::move(*opened);
    must(m_store->enrol({home.url, who.device, who.user, who.name, u"Máy"_s, who.grants}), "enrolment");
    m_engine =
        std::make_unique<client::Engine>(*m_store, m_transport, m_scheduler, m_clock, m_random,
                                         [this](const client::SyncStatus& status) { changed(status); });
}

void Tablet::enter(int edits, bench::Workload& workload)
{
    for (int i = 0; i < edits; i += 2) {
        bench::WardRow row = workload.next();
        row.unit = m_who.unit;
        row.reporter = m_who.user;
        auto saved = m_store->save({kind::report, {}, 0, bench::entered(row), {}});
        must(saved, "a save");
        if (i + 1 < edits)
            must(m_store->save({kind::report, saved->record, 0, {{name::note, row.note}}, {}}), "a save");
    }
}

void Tablet::connect(client::Listening listening, std::function<void()> done,
                     std::function<void()> acknowledged)
{
    m_done = std::move(done);
    m_acknowledged = std::move(acknowledged);
    m_engine->start(m_who.token, listening);
}

void Tablet::disconnect()
{
    m_engine->stop();
}

void Tablet::sendOnly(std::function<void()> done)
{
    m_done = std::move(done);
    m_sending = true;
    m_engine->sendOnly();
}

void Tablet::changed(const client::SyncStatus& status)
{
    if (m_acknowledged && status.phase == Phase::Fetching && status.pendingEdits == 0)
        std::exchange(m_acknowledged, {})();
    const bool ended = m_sending ? status.phase == Phase::Sent : status.phase == Phase::UpToDate;
    if (m_done && ended)
        std::exchange(m_done, {})();
}

MemoryFolder::MemoryFolder()
    : m_folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/thidua-load-XXXXXX"_s
                                            : QDir::tempPath() + u"/thidua-load-XXXXXX"_s)
{
    must(m_folder.isValid(), "a folder in memory");
}

} // namespace thidua::load
