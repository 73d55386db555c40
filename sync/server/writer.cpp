#include "server/writer.h"

#include "base/logging.h"

namespace thidua::server
{

static constexpr int attempts = 5;

Writer::Writer(std::unique_ptr<ServerStore> store, const Clock& clock, Metrics& metrics)
    : m_store(std::move(store))
    , m_clock(clock)
    , m_metrics(metrics)
{
}

// Failures that every job would meet in the same way.
static bool concernsAll(ErrorCode code)
{
    return code == ErrorCode::StorageFull || code == ErrorCode::StorageCorrupt || code == ErrorCode::Busy;
}

void Writer::commit(std::span<WriteJob> jobs)
{
    const auto done = tryCommit(jobs);
    m_metrics.storageFull = done.error().code == ErrorCode::StorageFull ? 1 : 0;
    if (!done)
        qCWarning(logServer) << "commit of" << jobs.size() << "failed:" << codeName(done.error().code)
                             << done.error().detail;
    if (done || jobs.size() == 1 || concernsAll(done.error().code)) {
        for (WriteJob& job : jobs)
            job.done(done);
        return;
    }
    for (WriteJob& job : jobs)
        job.done(tryCommit(std::span(&job, 1)));
}

Result<void> Writer::commitOne(const std::function<Result<void>(Writing&)>& run)
{
    WriteJob job{run, [](const Result<void>&) {}};
    return tryCommit(std::span(&job, 1));
}

// The whole of it again, with everything read anew, if the database undid it for the sake of others.
Result<void> Writer::tryCommit(std::span<WriteJob> jobs)
{
    auto done = tryOnce(jobs);
    for (int again = 1; !done && again < attempts && m_store->connection().mayRunAgain(); ++again) {
        m_metrics.commitRetries += 1;
        done = tryOnce(jobs);
    }
    return done;
}

Result<void> Writer::tryOnce(std::span<WriteJob> jobs)
{
    auto done = writeAndCommit(jobs);
    if (!done)
        m_store->forgetUncommitted();
    return done;
}

Result<void> Writer::writeAndCommit(std::span<WriteJob> jobs)
{
    auto transaction = sql::Transaction::begin(m_store->connection());
    if (!transaction)
        return transaction.error();
    auto epoch = m_store->epoch();
    if (!epoch)
        return epoch.error();
    auto membership = m_store->memberships.load();
    if (!membership)
        return membership.error();
    WorkingSet working(*m_store, *epoch, *membership);
    for (WriteJob& job : jobs) {
        Writing writing{*m_store, working, m_clock.now()};
        if (auto run = job.run(writing); !run)
            return run;
    }
    auto committed = working.write();
    if (!committed)
        return committed.error();
    if (auto done = transaction->commit(); !done)
        return done;
    m_metrics.commits += 1;
    m_metrics.commitJobs += qint64(jobs.size());
    announce(*committed);
    return {};
}

void Writer::announce(const Committed& committed)
{
    if (committed.touched.isEmpty())
        return;
    m_unsettled = true;
    m_knownRevs.insert(committed.channels);
    if (m_channelsChanged)
        m_channelsChanged(committed.channels);
    if (m_listener)
        m_listener->committed(committed.touched);
}

void Writer::noticeOthers()
{
    auto version = m_store->connection().dataVersion();
    if (!version || m_dataVersion == *version)
        return; // after an error the next call looks again
    const bool first = !m_dataVersion;
    m_dataVersion = *version;
    auto channels = m_store->channels.all();
    if (!channels)
        return;
    QMap<QString, qint64> changed;
    for (const ChannelEntry& channel : std::as_const(*channels)) {
        qint64& known = m_knownRevs[channel.name];
        if (known != channel.rev)
            changed.insert(channel.name, channel.rev);
        known = channel.rev;
    }
    if (first || changed.isEmpty())
        return;
    m_unsettled = true;
    if (m_listener)
        m_listener->committedElsewhere();
    if (m_channelsChanged)
        m_channelsChanged(changed);
}

void Writer::settle()
{
    if (!m_unsettled || !m_listener)
        return;
    ServerAuthor author(*this);
    const auto settled = m_listener->settle(author);
    if (!settled)
        qCWarning(logServer) << "after a commit:" << codeName(settled.error().code) << settled.error().detail;
    // What the listener has written itself needs no second round.
    m_unsettled = !settled;
}

} // namespace thidua::server
