#pragma once

#include "protocol/messages.h"
#include "server/authoriser.h"
#include "server/serverstore.h"

namespace thidua::server
{

inline constexpr qsizetype maxPageBytes = 1 << 20; // before compression

// What a device gets: pages of its channels in the order of their revisions. Reads one snapshot of the
// database; never writes.
class Pager
{
public:
    Pager(ServerStore& store, Instant now);

    // The channels that the person may read are answered, the others are told as gone. `budget` is what the
    // page may take in CBOR, roughly; a single record is sent however large.
    [[nodiscard]] Result<protocol::PullAnswer>
    page(const Author& person, const protocol::PullRequest& request, qsizetype budget = maxPageBytes);

    // Names of the channels that a device of this person holds without asking; all that have records and
    // that the person may read.
    [[nodiscard]] Result<QStringList> held(const Author& person);
    [[nodiscard]] Result<QStringList> readable(const Author& person);
    // Rows between the positions of a request and the newest revisions.
    [[nodiscard]] Result<qint64> backlog(const protocol::PullRequest& request);

private:
    struct Filling;
    [[nodiscard]] Result<void> fillFrom(Filling& filling, const QString& channel);
    [[nodiscard]] Result<void> addRow(Filling& filling, const QString& channel, const ChannelRow& row);
    [[nodiscard]] Result<void> addMoved(Filling& filling, const ChannelRow& row);
    [[nodiscard]] static Result<void> addExtras(merge::PublishedTable& table, const ChannelRow& row);

    ServerStore& m_store;
    Instant m_now;
};

} // namespace thidua::server
