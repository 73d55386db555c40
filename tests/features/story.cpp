#include "features/story.h"

#include "domain/names.h"

#include <QDateTime>

namespace thidua::features
{

using namespace Qt::StringLiterals;

// The order of people in the simulation's city: three officers and a head for each ward, the leads, the
// council.
static constexpr int peopleOfWard = 4;
static constexpr int wards = 4;
static constexpr int clusters = 2;

Teller::Teller(int number, int seat, simulation::SimDisk& disk, simulation::Timeline& time, Random& random,
               const simulation::Server& server)
    : m_device(number, seat, disk, time, random, server, [](auto&, const auto&) {})
    , m_random(random)
{
    m_device.prepare();
    if (!m_device.start())
        qFatal("story: a tablet does not start");
    open();
}

// Anew after each synchronisation, because what the services keep in memory is read from another connection.
void Teller::open()
{
    m_services.reset();
    auto opened = services::Services::open(m_device.machine() + u"/device.thidua"_s,
                                           domain::Schema::current(), m_device.clock, m_random);
    if (!opened)
        qFatal("story: %s", qPrintable(opened.error().detail));
    m_services = std::move(*opened);
}

Fields Teller::sees(const RecordId& record)
{
    const auto held = store().record(record);
    return held && *held ? (*held)->values : Fields();
}

QString Teller::stateOf(const RecordId& record)
{
    const auto held = store().record(record);
    return held && *held ? domain::stateOf((*held)->kind, (*held)->values) : QString();
}

services::ShownVersion Teller::form(QLatin1String kind, const RecordId& record)
{
    const auto shown = m_services->edits().shown(kind, record);
    if (!shown)
        qFatal("story: %s", qPrintable(shown.error().detail));
    return *shown;
}

std::optional<store::GroupView> Teller::conflict(const RecordId& record, const QString& group)
{
    const auto groups = store().groups(record);
    for (const store::GroupView& view : groups.valueOr({})) {
        if (view.group == group && !view.siblings.isEmpty())
            return view;
    }
    return std::nullopt;
}

qint64 Teller::unsent()
{
    const auto counts = store().counts();
    return counts ? counts->pendingEdits : -1;
}

QList<ErrorCode> Teller::refused()
{
    QList<ErrorCode> codes;
    const auto entries = store().outbox(store::EditState::Refused);
    for (const store::OutboxEntry& entry : entries.valueOr({}))
        codes.append(entry.code);
    return codes;
}

Story::Story() = default;

Teller& Story::teller(int person, int tablet)
{
    const int seat = person + tablet * int(m_city.people.size());
    for (const auto& [taken, known] : m_tellers) {
        if (taken == seat)
            return *known;
    }
    const simulation::Server server{
        [this](const client::HttpRequest& request) { return m_server.handle(request); },
        [this](const client::HttpRequest& request, const std::weak_ptr<simulation::HintStream>& stream) {
            return m_server.follow(request, stream);
        }};
    m_tellers.emplace_back(
        seat, std::make_unique<Teller>(int(m_tellers.size()), seat, m_disk, m_time, m_random, server));
    Teller& made = *m_tellers.back().second;
    synchronise({&made});
    return made;
}

Teller& Story::officer(int ward, int which)
{
    return teller(peopleOfWard * ward + which);
}

Teller& Story::head(int ward)
{
    return teller(peopleOfWard * ward + peopleOfWard - 1);
}

Teller& Story::lead(int cluster, int tablet)
{
    return teller(peopleOfWard * wards + cluster, tablet);
}

Teller& Story::council(int tablet)
{
    return teller(peopleOfWard * wards + clusters, tablet);
}

RecordId Story::ward(int number) const
{
    return m_city.units[size_t(number)];
}

RecordId Story::cluster(int number) const
{
    return m_city.blocks[size_t(number)];
}

RecordId Story::criterion(int cluster) const
{
    return m_city.criteria[size_t(cluster)].front();
}

void Story::pass(std::chrono::milliseconds time)
{
    const Instant until = m_time.now() + time.count();
    while (m_time.step(until)) {
    }
}

void Story::synchronise(const QList<Teller*>& tellers)
{
    for (Teller* teller : tellers) {
        client::Engine& engine = teller->m_device.engine();
        engine.setOffline(false);
        engine.syncNow();
        int seconds = 0;
        do {
            pass(std::chrono::seconds(1));
        } while ((engine.running() || engine.status().phase != client::SyncStatus::Phase::UpToDate) &&
                 ++seconds < 120);
        if (seconds >= 120)
            qFatal("story: a tablet does not come to rest");
        engine.setOffline(true);
        teller->open();
    }
    pass(std::chrono::seconds(5)); // the server makes its standings
}

void Story::everybodySynchronises()
{
    QList<Teller*> all;
    for (const auto& [seat, teller] : m_tellers)
        all.append(teller.get());
    synchronise(all);
    synchronise(all);
}

QDate Story::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_time.now()).date();
}

RecordId Story::council(QLatin1String kind, const Fields& fields)
{
    const auto made = council().can().edits().create(kind, fields);
    if (!made)
        qFatal("story: %s", qPrintable(made.error().detail));
    everybodySynchronises();
    return *made;
}

bool Story::allAgreeOn(const RecordId& record)
{
    std::optional<Fields> agreed;
    for (const auto& [seat, teller] : m_tellers) {
        const Fields seen = teller->sees(record);
        if (teller->unsent() != 0)
            return false;
        if (seen.isEmpty())
            continue;
        if (agreed && *agreed != seen)
            return false;
        agreed = seen;
    }
    return agreed.has_value();
}

} // namespace thidua::features
