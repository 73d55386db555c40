#pragma once

#include "protocol/messages.h"
#include "server/authoriser.h"
#include "server/workingset.h"

#include <variant>

namespace thidua::server
{

inline constexpr qsizetype maxEditsInPush = 1000;

// The answer to a push: results, or the reason why none of it was looked at (gap, epoch, device-forked).
using PushOutcome = std::variant<protocol::PushAnswer, protocol::Problem>;

// A push with what follows from its bytes alone, so that the one writer need not work it out.
struct ReadPush {
    ReadPush(protocol::PushRequest received); // NOLINT(google-explicit-constructor): a push is one
    protocol::PushRequest request;
    struct Content {
        QByteArray set;  // encoded
        QByteArray hash; // SHA-256 of the edit
    };
    QList<Content> contents; // of each edit
};

// The way by which every edit enters: each is judged once, stamped once, and its answer is kept
// (SYNC.md sections 2 to 4). Works inside one write transaction. Errors are failures of the store alone;
// what is wrong with an edit is part of its result.
class Acceptor
{
public:
    Acceptor(ServerStore& store, WorkingSet& working);

    [[nodiscard]] Result<PushOutcome> push(const DeviceId& device, const ReadPush& push, Instant now);

    // What a revoked device had left in quarantine, once a person has decided that it counts: judged like any
    // push, by the rights that its person has now.
    [[nodiscard]] Result<PushOutcome> pushFromQuarantine(const DeviceId& device, const ReadPush& push,
                                                         Instant now);

private:
    struct Pusher {
        Device device;
        Author author;
    };
    struct Delivery {
        merge::Edit edit;
        ReadPush::Content content;
        Error fault; // what kept its values from being read
    };
    [[nodiscard]] Result<PushOutcome> pushOf(const Device& device, const ReadPush& push, Instant now);
    [[nodiscard]] Result<PushOutcome> pushAs(const Pusher& pusher, const ReadPush& push, Instant now);
    [[nodiscard]] QList<Delivery> deliveries(const Pusher& pusher, const ReadPush& push) const;
    // Results of edits that were answered before. `foreign`: the seqs under which another edit was.
    [[nodiscard]] Result<QList<protocol::PushResult>>
    replay(const Pusher& pusher, std::span<const Delivery> old, QList<qint64>& foreign);
    [[nodiscard]] Result<QList<protocol::PushResult>> enter(const Pusher& pusher,
                                                            std::span<const Delivery> fresh, Instant now);
    [[nodiscard]] Result<QList<protocol::PushResult>>
    enterTogether(const Pusher& pusher, std::span<const Delivery> run, Instant now);
    [[nodiscard]] Result<protocol::PushResult> enterOne(const Pusher& pusher, const Delivery& delivery,
                                                        Instant now);

    ServerStore& m_store;
    WorkingSet& m_working;
};

} // namespace thidua::server
