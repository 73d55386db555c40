#include "load/cases.h"
#include "load/office.h"

#include "bench/measure.h"
#include "bench/must.h"

#include <algorithm>

namespace thidua::load
{

using namespace Qt::StringLiterals;

void measureFirstSyncs(const Settings& settings, Table& table)
{
    Town town(2 * Town::unitsOfCluster);
    town.addReports(settings.records, 1);
    const auto workers = town.enrolLeads(settings.office, 0);
    const auto newcomers = town.enrolLeads(settings.firstSyncs, 1);
    town.start();
    Office office(town, workers);
    letPass(settings.window);
    const Book quiet = office.takeBook();
    // What a tablet does with the pages is work of its own processor.
    Swarm swarm(town, newcomers, town.way(), Crowd::Place::Behind);
    (void)office.takeBook();
    const Swarm::Times times = swarm.connectAll(client::Listening::No);
    const Book busy = office.takeBook();

    const QString what = u"%1 first syncs of %2 records: "_s.arg(settings.firstSyncs).arg(settings.records);
    table.remark(what + u"all complete"_s,
                 QString::number(std::ranges::max(times.upToDate), 'g', 3) + u" s"_s);
    table.remark(what + u"others' push while it is quiet, p99 of %1"_s.arg(quiet.pushes()),
                 QString::number(1000 * quiet.pushPercentile(0.99), 'g', 3) + u" ms"_s);
    table.figure(what + u"others' push meanwhile, p99 of %1"_s.arg(busy.pushes()),
                 1000 * busy.pushPercentile(0.99), u"ms"_s, 2000 * quiet.pushPercentile(0.99));
    table.promise(what + u"others are never turned away"_s, busy.wrong() + busy.putOff() == 0,
                  busy.statuses());
    const int wrong = swarm.crowd().run([&] { return swarm.book().wrong(); });
    table.promise(what + u"newcomers are told when to come again"_s, wrong == 0,
                  swarm.crowd().run([&] { return swarm.book().statuses(); }));
    const int complete = swarm.crowd().run([&] {
        return int(std::ranges::count_if(swarm.tablets(), [&](auto& tablet) {
            const auto count = tablet->store().count(u"report"_s);
            bench::must(count, "counting");
            return *count == settings.records;
        }));
    });
    table.promise(what + u"each has all of them"_s, complete == settings.firstSyncs,
                  u"%1 have"_s.arg(complete));
    table.promise(what + u"all that others did is acknowledged"_s, office.finish());
}

} // namespace thidua::load
