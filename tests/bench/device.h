#pragma once

#include "base/clock.h"
#include "bench/workload.h"
#include "store/localstore.h"

#include <memory>

namespace thidua::bench
{

// An empty store in a new file.
[[nodiscard]] std::unique_ptr<store::LocalStore> newFile(const QString& path, const Clock& clock,
                                                         Random& random);

// A tablet of the cluster's lead, without a network: a file with the app's store on it.
class Device
{
public:
    explicit Device(const QString& path); // made anew
    [[nodiscard]] store::LocalStore& store() { return *m_store; }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<store::LocalStore> m_store;
};

// The workload as pages of about 1 MiB, as the server answers a first sync: channel by channel, one table for
// each set of fields, what the block judged under a stamp of its own.
[[nodiscard]] QList<store::Page> pagesOf(const QList<WardRow>& rows);

} // namespace thidua::bench
