#include "load/cases.h"
#include "load/office.h"

#include "bench/must.h"
#include "client/api.h"

namespace thidua::load
{

using namespace Qt::StringLiterals;

namespace
{

// A device that asks again the moment it is answered, whatever the answer is, many times at once.
class MadDevice
{
public:
    MadDevice(const Way& way, const Enrolled& who)
        : m_transport(m_crowd.threads(), way, m_book.witness())
        , m_api(m_transport, m_clock)
    {
        m_api.setToken(who.token);
        m_crowd.run([this] {
            constexpr int atOnce = 32;
            for (int i = 0; i < atOnce; ++i)
                ask();
        });
    }
    ~MadDevice() { (void)end(); }
    MadDevice(const MadDevice&) = delete;
    MadDevice& operator=(const MadDevice&) = delete;

    [[nodiscard]] bool isHeldBack() { return m_held.reaches(1, patience); }
    [[nodiscard]] Book end()
    {
        return m_crowd.run([this] {
            m_ending = true;
            m_transport.cancelAll();
            return m_book;
        });
    }

private:
    void ask()
    {
        m_api.pull(m_position, [this](const client::Answer<protocol::PullAnswer>& answer) {
            if (m_ending)
                return;
            if (answer.body)
                m_position = {answer.body->epoch, answer.body->channels, 0};
            else if (answer.error.code == ErrorCode::Busy)
                m_held.add();
            ask();
        });
    }
    SystemClock m_clock;
    Book m_book;
    Crowd m_crowd{Crowd::Place::Behind};
    AsioTransport m_transport;
    client::Api m_api;
    protocol::PullRequest m_position;
    Tally m_held;
    bool m_ending = false;
};

} // namespace

void measureMadDevice(const Settings& settings, Table& table)
{
    Town town(Town::unitsOfCluster);
    town.addReports(settings.records / 10, 0);
    const auto workers = town.enrolOfficers(settings.office);
    const auto mad = town.enrolOfficers(1);
    town.start();
    Office office(town, workers);
    letPass(settings.window);
    const Book quiet = office.takeBook();
    MadDevice device(town.way(), mad.first());
    const bool held = device.isHeldBack();
    (void)office.takeBook(); // from here on it lives by what comes back to its bucket
    letPass(settings.window);
    const Book busy = office.takeBook();
    const Book answers = device.end();

    const QString what = u"a device gone mad: "_s;
    table.remark(what + u"its requests in %1 s"_s.arg(settings.window.count()), answers.statuses());
    table.remark(what + u"others' push while it is quiet, p99 of %1"_s.arg(quiet.pushes()),
                 QString::number(1000 * quiet.pushPercentile(0.99), 'g', 3) + u" ms"_s);
    table.figure(what + u"others' push meanwhile, p99 of %1"_s.arg(busy.pushes()),
                 1000 * busy.pushPercentile(0.99), u"ms"_s, 2000 * quiet.pushPercentile(0.99));
    table.promise(what + u"it is held back"_s, held && answers.wrong() == 0);
    table.promise(what + u"nobody else is"_s, busy.wrong() + busy.putOff() == 0 && busy.pushes() > 0,
                  busy.statuses());
    table.promise(what + u"all that others did is acknowledged"_s, office.finish());
}

} // namespace thidua::load
