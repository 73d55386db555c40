#include "load/cases.h"

#include "bench/measure.h"
#include "bench/must.h"
#include "client/api.h"
#include "client/hints.h"
#include "domain/names.h"
#include "load/asioscheduler.h"
#include "load/crowd.h"
#include "load/town.h"

namespace thidua::load
{

using namespace Qt::StringLiterals;
using bench::must;

namespace
{

// One tablet that waits for hints: the product's listener, without the rest of a tablet.
class Ear
{
public:
    Ear(const Threads& threads, const Way& way, Random& random, std::function<void()> heard)
        : m_transport(threads, way)
        , m_scheduler(threads.asker)
        , m_hints(m_transport, m_scheduler, random, std::move(heard))
    {
    }
    [[nodiscard]] client::Hints& hints() { return m_hints; }

private:
    AsioTransport m_transport;
    AsioScheduler m_scheduler;
    client::Hints m_hints;
};

// All of them, on one thread.
class Audience
{
public:
    Audience(const Way& way, const QList<Enrolled>& people)
        : m_people(people)
    {
        constexpr qsizetype ofAddress = 5'000; // an address of ours has some 28,000 ports
        m_crowd.run([&] {
            for (qsizetype i = 0; i < people.size(); ++i) {
                Way own = way;
                own.from = boost::asio::ip::address_v4(0x7f00'0001 + std::uint32_t(i / ofAddress));
                m_ears.push_back(
                    std::make_unique<Ear>(m_crowd.threads(), own, m_random, [this, i] { heard(size_t(i)); }));
            }
        });
    }
    ~Audience()
    {
        m_crowd.run([this] { m_ears.clear(); });
    }
    Audience(const Audience&) = delete;
    Audience& operator=(const Audience&) = delete;

    // The first `open` is heard when the stream lives. Seconds.
    double openAll()
    {
        const bench::Stopwatch watch;
        m_crowd.run([this] {
            constexpr size_t atOnce = 500;
            for (size_t i = 0; i < atOnce; ++i)
                openNext();
        });
        must(m_live.reaches(int(m_people.size()), patience), "all streams");
        return watch.seconds();
    }
    // Everybody has heard of the city's change. Seconds from `said`.
    [[nodiscard]] double heardBy(const bench::Stopwatch& said)
    {
        must(m_told.reaches(int(m_people.size()), patience), "a hint to all");
        return said.seconds();
    }
    void attend()
    {
        m_crowd.run([this] {
            m_attending = true;
            for (auto& ear : m_ears)
                ear->hints().pullBegins();
        });
    }
    [[nodiscard]] int alive()
    {
        return m_crowd.run([this] {
            return int(std::ranges::count_if(m_ears, [](auto& ear) { return ear->hints().live(); }));
        });
    }
    [[nodiscard]] Crowd& crowd() { return m_crowd; }

private:
    void openNext()
    {
        if (m_opened < m_ears.size()) {
            m_ears[m_opened]->hints().start(m_people[qsizetype(m_opened)].token);
            ++m_opened;
        }
    }
    void heard(size_t who)
    {
        if (!m_attending) {
            m_live.add();
            return openNext();
        }
        if (m_ears[who]->hints().beyond({{u"city"_s, 0}})) {
            m_ears[who]->hints().pullBegins();
            m_told.add();
        }
    }

    QList<Enrolled> m_people;
    SystemRandom m_random;
    Crowd m_crowd;
    std::vector<std::unique_ptr<Ear>> m_ears;
    Tally m_live;
    Tally m_told;
    size_t m_opened = 0;
    bool m_attending = false;
};

// Somebody of the city changes a unit, which everybody holds.
class Voice
{
public:
    Voice(Crowd& crowd, const Way& way, const Enrolled& administrator)
        : m_crowd(crowd)
        , m_transport(crowd.threads(), way)
        , m_api(m_transport, m_clock)
        , m_unit(administrator.unit)
    {
        m_api.setToken(administrator.token);
    }
    void say()
    {
        Tally done;
        m_crowd.run([&] {
            m_api.pull({}, [&](const client::Answer<protocol::PullAnswer>& page) {
                must(page.body.has_value(), "a pull");
                push(page.body->epoch, done);
            });
        });
        must(done.reaches(1, patience), "a push");
    }

private:
    void push(const protocol::EpochName& epoch, Tally& done)
    {
        protocol::PushEdit change;
        change.edit.seq = 1;
        change.edit.at = m_clock.now();
        change.edit.seen = 1;
        change.edit.record = m_unit;
        change.edit.kind = kind::unit;
        change.edit.set = {{name::code, u"1"_s}, {name::name, u"Phường Tân Định"_s}, {name::type, u"ward"_s}};
        m_api.push(m_api.pushRequest({epoch, {change}}),
                   [&done](const client::Answer<protocol::PushAnswer>& answer) {
                       must(answer.body && answer.body->results.first().code == ErrorCode::None, "a push");
                       done.add();
                   });
    }
    SystemClock m_clock;
    Crowd& m_crowd;
    AsioTransport m_transport;
    client::Api m_api;
    RecordId m_unit;
};

} // namespace

void measureStreams(const Settings& settings, Table& table)
{
    Town town(Town::unitsOfCluster);
    const auto people = town.enrolOfficers(settings.streams);
    const auto administrator = town.enrolAdministrator();
    town.start();
    Audience audience(town.way(), people);
    const double opening = audience.openAll();
    const Usage open = town.usage();
    letPass(settings.window);
    const Usage later = town.usage();
    const double idle = 100 * (later.cpuSeconds - open.cpuSeconds) / double(settings.window.count());

    Voice voice(audience.crowd(), town.way(), administrator);
    audience.attend();
    const bench::Stopwatch watch;
    voice.say();
    const double heard = audience.heardBy(watch);

    const QString what = u"%1 idle streams: "_s.arg(settings.streams);
    table.figure(what + u"memory of the server"_s, later.megabytes, u"MB"_s, 300);
    table.figure(what + u"one core, while nothing happens"_s, idle, u"%"_s, 2);
    table.figure(what + u"a change is heard by all"_s, heard, u"s"_s, 1);
    table.remark(what + u"all opened"_s, QString::number(opening, 'g', 3) + u" s"_s);
    table.promise(what + u"none was cut"_s, audience.alive() == settings.streams,
                  u"%1 live"_s.arg(audience.alive()));
}

} // namespace thidua::load
