#include "simulation/judge.h"
#include "simulation/people.h"
#include "simulation/quiet.h"
#include "simulation/troubles.h"
#include "simulation/world.h"

namespace thidua::simulation
{

// Most faults need two or three people; a few need a crowd.
static int deviceCount(World& world)
{
    if (world.oneIn(150))
        return 20 + int(world.below(31));
    return 2 + int(world.below(world.oneIn(5) ? 8 : 2));
}

// Of most runs the people are of one unit or one block, so that they meet in the same records.
static bool belongs(const SimPerson& person, quint64 closeness)
{
    if (closeness == 0)
        return true;
    return person.unit <= (closeness == 1 ? 1 : 0) && person.block <= 0;
}

static void addDevices(World& world)
{
    const SimCity& city = SimCity::made();
    const quint64 closeness = world.below(4);
    const int count = std::min(deviceCount(world), closeness == 0 ? 50 : closeness == 1 ? 30 : 15);
    while (int(world.devices().size()) < count) {
        const int person = int(world.below(city.people.size()));
        if (!belongs(city.people[size_t(person)], closeness))
            continue;
        // Two tablets of one person are two seats.
        int round = 0;
        for (const auto& device : world.devices())
            round += device->identity().person == person ? 1 : 0;
        if (round >= 3)
            continue;
        SimDevice& device = world.addDevice(round * int(city.people.size()) + person);
        if (!world.oneIn(6)) // it sets itself up, and may be disturbed in it
            device.prepare();
    }
}

static void play(World& world)
{
    Troubles troubles(world);
    addDevices(world);
    world.pass(world.oneIn(4) ? 0 : 60'000);
    const int acts = 12 + int(world.below(36)) + 3 * int(world.devices().size());
    for (int i = 0; i < acts; ++i) {
        if (world.oneIn(2))
            troubles.strike();
        auto& devices = world.devices();
        SimDevice& device = *devices[size_t(world.below(devices.size()))];
        if (device.running())
            act(world, device);
        const quint64 pause = world.below(8);
        world.pass(pause < 4 ? 0 : pause < 7 ? qint64(world.below(3'000)) : qint64(world.below(90'000)));
    }
}

Outcome run(quint64 seed, bool tell)
{
    (void)SimCity::made(); // on the real disk, before there is a simulated one
    World world(seed, tell);
    play(world);
    quiet(world);
    judge(world);
    return world.concluded();
}

} // namespace thidua::simulation
