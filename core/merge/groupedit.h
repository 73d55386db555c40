#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/value.h"

namespace thidua::merge
{

// What the server adds to an edit when it accepts it; never recomputed afterwards (SYNC.md section 2).
// On a device, edits that are still in the outbox carry the stamp they are expected to get.
struct Stamp {
    qint64 version = 0; // of the record: 1, 2, 3…
    DeviceId device;
    qint64 seq = 0; // of the device: 1, 2, 3…
    Instant at = 0; // corrected
    int rank = 0;   // of the author's role; 0 for an edit made against a lock that its author did not know of
    UserId author;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

// The part of an edit that concerns one field group: what the merge works on.
struct GroupEdit {
    Stamp stamp;
    qint64 epoch = 0;     // the server epoch in which it was accepted
    qint64 seen = 0;      // the version of the record that its author was shown
    qint64 seenEpoch = 0; // the epoch in which that was shown
    Fields values;        // all fields of the group

    friend bool operator==(const GroupEdit&, const GroupEdit&) = default;
};

} // namespace thidua::merge
