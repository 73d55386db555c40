#include "simulation/quiet.h"

#include "client/tuning.h"

#include <algorithm>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;
using Phase = client::SyncStatus::Phase;

namespace
{

void enrolWhoMust(World& world)
{
    for (const auto& device : world.devices()) {
        if (!device->running() || device->engine().running() || device->status().phase != Phase::SignIn)
            continue;
        const int seat = world.nextSeat(*device);
        if (seat < 0)
            continue;
        world.tell(u"device %1 enrols anew"_s.arg(device->number()));
        if (const auto done = device->enrolAnew(seat); !done)
            world.fail(u"device %1 cannot enrol anew: %2"_s.arg(device->number()).arg(done.error().detail));
    }
}

bool atRest(World& world)
{
    return world.server().up() && std::ranges::all_of(world.devices(), [](const auto& device) {
               return device->wiped() || (device->running() && !device->engine().running() &&
                                          device->status().phase == Phase::UpToDate);
           });
}

} // namespace

// People ask for it every few seconds. Once everybody has come to rest, everybody asks twice more: who learns
// of a restored server by the first gives it back what others fetch by the second.
static void askForQuiet(World& world)
{
    constexpr int patience = 100;
    constexpr int enough = 3;
    int restful = 0;
    for (int round = 0; round < patience; ++round) {
        world.pass(3'000);
        enrolWhoMust(world);
        restful = atRest(world) ? restful + 1 : 0;
        if (restful == enough)
            return;
        for (const auto& device : world.devices()) {
            if (device->running())
                device->engine().syncNow();
        }
    }
}

// Nobody asks: hints, retries and the slow polls beneath them must do.
static void waitForQuiet(World& world)
{
    constexpr int patience = 100;
    const qint64 step = 20'000;
    const bool hints = world.listening() == client::Listening::Yes;
    const std::chrono::milliseconds poll = hints ? client::tuning::pollWithHints : client::tuning::poll;
    const int enough = int(poll.count() / step) + 2;
    int restful = 0;
    for (int round = 0; round < patience && restful < enough; ++round) {
        world.pass(step);
        enrolWhoMust(world);
        restful = atRest(world) ? restful + 1 : 0;
    }
}

void quiet(World& world)
{
    world.heal();
    if (world.oneIn(4))
        waitForQuiet(world);
    else
        askForQuiet(world);
    // Somebody may just be asking whether there is news.
    for (int second = 0; second < 30 && (second < 3 || !atRest(world)); ++second)
        world.pass(1'000);
    if (atRest(world))
        return;
    for (const auto& device : world.devices()) {
        if (!device->wiped() && (!device->running() || device->status().phase != Phase::UpToDate))
            world.fail(u"device %1 does not come to rest: %2 %3"_s.arg(device->number())
                           .arg(device->running() ? int(device->status().phase) : -1)
                           .arg(QString(device->running() ? codeName(device->status().lastError)
                                                          : "not running"_L1)));
    }
}

} // namespace thidua::simulation
