#include "load/swarm.h"

#include "bench/measure.h"
#include "bench/must.h"
#include "load/settings.h"

#include <boost/asio/post.hpp>

namespace thidua::load
{

using bench::must;

Swarm::Swarm(const Town& town, const QList<Enrolled>& people, const Way& way, Crowd::Place place)
    : m_crowd(place)
{
    m_crowd.run([&] {
        const Tablet::Home home{m_crowd.threads(), m_folder.path(), way, town.url()};
        for (const Enrolled& who : people)
            m_tablets.push_back(std::make_unique<Tablet>(home, who, m_book.witness()));
    });
}

Swarm::~Swarm()
{
    m_crowd.run([this] { m_tablets.clear(); });
}

void Swarm::prepareNext(Tally& done)
{
    if (m_prepared == m_tablets.size())
        return;
    Tablet& tablet = *m_tablets[m_prepared++];
    tablet.connect(client::Listening::No, [this, &tablet, &done] {
        // Not from within its own call.
        boost::asio::post(m_crowd.io(), [this, &tablet, &done] {
            tablet.disconnect();
            prepareNext(done);
            done.add();
        });
    });
}

void Swarm::prepare()
{
    constexpr int atOnce = 8;
    Tally done;
    m_crowd.run([&] {
        for (int i = 0; i < atOnce; ++i)
            prepareNext(done);
    });
    must(done.reaches(int(m_tablets.size()), patience), "preparing the tablets");
    m_crowd.run([this] { m_book.clear(); });
}

void Swarm::enter(int editsEach)
{
    m_crowd.run([&] {
        for (auto& tablet : m_tablets)
            tablet->enter(editsEach, m_workload);
    });
}

Swarm::Times Swarm::connectAll(client::Listening listening)
{
    Times times;
    Tally done;
    m_crowd.run([&] {
        const bench::Stopwatch watch;
        for (auto& tablet : m_tablets)
            tablet->connect(
                listening,
                [&times, &done, watch] {
                    times.upToDate.push_back(watch.seconds());
                    done.add();
                },
                [&times, watch] { times.acknowledged.push_back(watch.seconds()); });
    });
    must(done.reaches(int(m_tablets.size()), patience), "everybody being up to date");
    return times;
}

qint64 Swarm::pending()
{
    return m_crowd.run([this] {
        qint64 sum = 0;
        for (auto& tablet : m_tablets)
            sum += tablet->status().pendingEdits;
        return sum;
    });
}

qint64 Swarm::refused()
{
    return m_crowd.run([this] {
        qint64 sum = 0;
        for (auto& tablet : m_tablets)
            sum += tablet->status().attention;
        return sum;
    });
}

} // namespace thidua::load
