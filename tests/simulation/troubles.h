#pragma once

#include "simulation/world.h"

namespace thidua::simulation
{

// What goes wrong in a run. Each schedule has its own mixture.
class Troubles
{
public:
    explicit Troubles(World& world);
    // Perhaps one of them.
    void strike();

private:
    void changeWeather(SimDevice& device);
    void stopSomewhere(SimDevice& device);
    void spoilDisk(SimDevice& device);
    void troubleServer();
    void setClock(SimDevice& device);
    void copyDevice(SimDevice& device);
    void putOldFileBack(SimDevice& device);
    void revoke(SimDevice& device);
    void changeGrants();
    [[nodiscard]] SimDevice& someDevice();

    World& m_world;
    bool m_networks;
    bool m_disks;
    bool m_servers;
    bool m_clocks;
    bool m_copies;
    bool m_revoked = false;   // from then on the server is not restored
    SimDisk::Folder m_backup; // of the server
    struct OldFile {
        int device = -1;
        int seat = 0;
        size_t confirmed = 0;
        SimDisk::Folder folder;
    };
    OldFile m_oldFile;
};

} // namespace thidua::simulation
