#include "load/cases.h"
#include "load/swarm.h"

#include <algorithm>

namespace thidua::load
{

using namespace Qt::StringLiterals;

void measureReconnect(const Settings& settings, Table& table)
{
    constexpr int tabletsOfUnit = 18; // 3,000 in the 168 wards and communes of the city
    Town town(std::max(1, settings.tablets / tabletsOfUnit));
    const auto people = town.enrolOfficers(settings.tablets);
    town.start();
    Way way = town.way();
    way.realIp = "203.0.113.7"; // all of them behind one address, as a proxy tells it
    Swarm swarm(town, people, way);
    swarm.prepare();
    swarm.enter(settings.edits);
    const Usage before = town.usage();
    const Swarm::Times times = swarm.connectAll(client::Listening::Yes);
    const Usage after = town.usage();

    const QString what = u"%1 tablets come back, %2 edits each: "_s.arg(settings.tablets).arg(settings.edits);
    const double acknowledged = std::ranges::max(times.acknowledged);
    table.figure(what + u"all acknowledged"_s, acknowledged, u"s"_s, 10);
    table.figure(what + u"a push, p99"_s,
                 swarm.crowd().run([&] { return swarm.book().pushPercentile(0.99); }), u"s"_s, 1);
    table.remark(what + u"all up to date"_s,
                 QString::number(std::ranges::max(times.upToDate), 'g', 3) + u" s"_s);
    table.remark(what + u"server"_s, u"%1 s of processor, %2 MB"_s.arg(after.cpuSeconds - before.cpuSeconds)
                                         .arg(qRound(after.peakMegabytes)));
    swarm.crowd().run([&] {
        table.promise(what + u"no other error than 429 and 503 with a time"_s, swarm.book().wrong() == 0,
                      swarm.book().statuses());
        for (auto& tablet : swarm.tablets())
            tablet->disconnect();
    });
    const qint64 open = swarm.pending() + swarm.refused();
    table.promise(what + u"none without its receipt"_s, open == 0, u"%1 open"_s.arg(open));
    table.promise(what + u"`verify` finds the server sound"_s, town.isSound());
}

} // namespace thidua::load
