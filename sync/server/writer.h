#pragma once

#include "server/acceptor.h"
#include "server/metrics.h"

#include <functional>
#include <span>

namespace thidua::server
{

// What a write job may use, inside the transaction of a commit.
struct Writing {
    ServerStore& store;
    WorkingSet& working;
    Instant now = 0;
};

// A part of a durable commit. `run` may be called again: if the commit of several jobs failed, and if the
// database undid the transaction for the sake of others.
struct WriteJob {
    std::function<Result<void>(Writing&)> run;
    std::function<void(const Result<void>&)> done; // after the commit, or with the reason why there is none
};

// The one way into the database for writes: each call is one durable commit. Belongs to one thread; other
// processes may write to the same file at other moments.
class Writer
{
public:
    // Called after each commit, on the writing thread, with the channels that have new revisions.
    using ChannelsChanged = std::function<void(const QMap<QString, qint64>&)>;

    Writer(std::unique_ptr<ServerStore> store, const Clock& clock, Metrics& metrics);

    void setListener(CommitListener* listener) { m_listener = listener; } // must outlive the writer
    void setChannelsChanged(ChannelsChanged call) { m_channelsChanged = std::move(call); }

    // All jobs in one commit. If that fails for a reason that one of them may be to blame for, each gets a
    // commit of its own.
    void commit(std::span<WriteJob> jobs);
    [[nodiscard]] Result<void> commitOne(const std::function<Result<void>(Writing&)>& run);
    // Lets the listener do what follows from the commits so far, those of an earlier process among them.
    void settle();
    // Announces the channels that another process has written to since the last call, and tells the listener;
    // the first call only looks.
    void noticeOthers();

    [[nodiscard]] ServerStore& store() { return *m_store; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }

private:
    [[nodiscard]] Result<void> tryCommit(std::span<WriteJob> jobs);
    [[nodiscard]] Result<void> tryOnce(std::span<WriteJob> jobs);
    [[nodiscard]] Result<void> writeAndCommit(std::span<WriteJob> jobs);
    void announce(const Committed& committed);

    std::unique_ptr<ServerStore> m_store;
    const Clock& m_clock;
    Metrics& m_metrics;
    CommitListener* m_listener = nullptr;
    ChannelsChanged m_channelsChanged;
    bool m_unsettled = true;
    std::optional<qint64> m_dataVersion; // changes when another connection has committed
    QMap<QString, qint64> m_knownRevs;
};

} // namespace thidua::server
