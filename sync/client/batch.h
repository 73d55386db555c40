#pragma once

#include "client/tuning.h"
#include "protocol/messages.h"
#include "store/localstore.h"

namespace thidua::client
{

// The next edits to send: in seq order, without holes, no more than the server takes, and never a part of
// what must be accepted or refused as one.
//
// A hole is a number whose edit is not pending: refused earlier, or older than the 90 days that accepted ones
// are kept. A restored server asks for it all the same. It gets an edit that sets nothing: that is refused,
// and the number is taken.
class Batch
{
public:
    // pending: the oldest unsent edits in seq order. from: the number that the server wants next; 0: that of
    // the first pending edit.
    Batch(const QList<store::OutboxEntry>& pending, const QString& epoch, qint64 from, int size);

    [[nodiscard]] const protocol::PushRequest& request() const { return m_request; }
    [[nodiscard]] bool isEmpty() const { return m_request.edits.isEmpty(); }
    [[nodiscard]] qint64 firstSeq() const { return m_request.edits.first().edit.seq; }
    [[nodiscard]] qint64 lastSeq() const { return m_request.edits.last().edit.seq; }

private:
    void fillHole(qint64 from, qint64 to);
    void add(const QList<store::OutboxEntry>& entries);
    protocol::PushRequest m_request;
};

} // namespace thidua::client
