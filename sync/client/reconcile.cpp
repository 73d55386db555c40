#include "client/reconcile.h"

#include <algorithm>

namespace thidua::client
{

using namespace Qt::StringLiterals;

static constexpr auto repairingFact = "repairing"_L1; // names, joined by commas

static Result<void> keepRepairing(store::LocalStore& store, const QStringList& channels)
{
    auto known = store.fact(repairingFact);
    if (!known)
        return known.error();
    QStringList all = known->split(u',', Qt::SkipEmptyParts);
    for (const QString& channel : channels) {
        if (!all.contains(channel))
            all.append(channel);
    }
    return store.setFact(repairingFact, all.join(u','));
}

// The fact comes first: repairing a channel that turns out to be whole does no harm.
Result<void> answerRestore(store::LocalStore& store, const protocol::Problem& problem)
{
    auto epoch = problem.epoch.isEmpty() ? store.epoch() : Result<QString>(problem.epoch);
    auto positions = store.positions();
    if (!epoch || !positions)
        return epoch ? positions.error() : epoch.error();
    if (auto kept = keepRepairing(store, positions->keys()); !kept)
        return kept;
    return store.offerAgain(std::max<qint64>(1, problem.expected), *epoch);
}

Result<void> beginRepairs(store::LocalStore& store, const QStringList& channels)
{
    if (auto kept = keepRepairing(store, channels); !kept)
        return kept;
    for (const QString& channel : channels) {
        if (auto begun = store.beginRepair(channel); !begun)
            return begun;
    }
    return {};
}

Result<void> finishRepairs(store::LocalStore& store)
{
    auto channels = store.fact(repairingFact);
    if (!channels || channels->isEmpty())
        return channels ? Result<void>() : channels.error();
    for (const QString& channel : channels->split(u',', Qt::SkipEmptyParts)) {
        if (auto finished = store.finishRepair(channel); !finished)
            return finished;
    }
    return store.setFact(repairingFact, u""_s);
}

} // namespace thidua::client
