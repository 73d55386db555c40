#pragma once

#include "base/random.h"
#include "domain/role.h"
#include "simulation/simdisk.h"
#include "store/localstore.h"

#include <vector>

namespace thidua::simulation
{

struct SimPerson {
    UserId user;
    domain::Role role;
    domain::Channel scope;
    int unit = -1;  // of Officer and UnitHead
    int block = -1; // of BlockLead
};

// A device that the server knows, and its token.
struct SimSeat {
    int person = 0;
    DeviceId device;
    QByteArray token;
};

// The city in which every run begins: two clusters of two units with a score table each, their people, and
// more enrolled devices than a run has, since some must enrol a second time. Made once in a process.
struct SimCity {
    [[nodiscard]] static const SimCity& made();

    QByteArray database;  // the server's file
    QByteArray emptyFile; // a device's, that nobody has signed in on
    QString epoch;
    std::vector<RecordId> blocks;
    std::vector<RecordId> units; // 0 and 1 are of block 0
    std::vector<SimPerson> people;
    std::vector<SimSeat> seats;                  // in rounds: everybody's first, everybody's second…
    std::vector<std::vector<RecordId>> criteria; // by block: base points, a bonus, a penalty

    [[nodiscard]] store::Identity identityOf(const SimSeat& seat) const;
    // Channels that the person may hold, by SYNC.md section 3.
    [[nodiscard]] bool mayHold(const SimPerson& person, const QString& channel) const;
    [[nodiscard]] QString unitChannel(int unit) const;
};

inline constexpr int seatRounds = 14;

} // namespace thidua::simulation
