#pragma once

#include "server/accounts.h"
#include "server/admission.h"
#include "server/filestore.h"
#include "server/metrics.h"
#include "server/rates.h"
#include "server/readpool.h"
#include "server/traffic.h"
#include "server/writequeue.h"

namespace thidua::server
{

// What the handlers work with; made by the composition root.
struct Service {
    const domain::Schema& schema;
    const Clock& clock;
    Random& random; // used on the writing thread alone
    ReadPool& reads;
    WriteQueue& writes;
    Accounts& accounts;
    Admission& admission;
    Metrics& metrics;
    Traffic& traffic;
    Rates& deviceRates;
    Rates& addressRates;
    FileStore& files; // used by `disk` alone but for questions
    Executor& disk;
};

// The person and the device behind a request.
struct Caller {
    Device device;
    Author author;
};

} // namespace thidua::server
