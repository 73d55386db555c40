#pragma once

#include "client/api.h"
#include "client/pusher.h"

#include <optional>

namespace thidua::client
{

// A revoked device hands over what its person has worked, into the server's quarantine, before its file is
// wiped: what is unanswered, what was refused, the forms that are not finished, and, to a server that was
// restored meanwhile, what the former one had accepted. The outbox stays as it is: nothing here is a receipt.
class Rescuer
{
public:
    Rescuer(store::LocalStore& store, Api& api, TrafficListener traffic);

    // Ends without an error once the server keeps all of it.
    void run(std::function<void(StepResult)> done);

private:
    void next();
    void nextDrafts();
    void lookAgain();
    void sendEntries(const QList<store::OutboxEntry>& entries, const QString& epoch);
    void send(const protocol::PushRequest& request);
    void answered(qint64 lastSent, const Answer<protocol::PushAnswer>& answer);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    TrafficListener m_traffic;
    std::function<void(StepResult)> m_done;
    QList<store::EditState> m_states; // still to be handed over; the first is at hand
    qint64 m_from = 0;
    // Forms that are not finished, as edits of a kind that enters no record, numbered after the outbox.
    std::optional<QList<protocol::PushEdit>> m_drafts;
    qint64 m_knownSeq = 0; // the next save's number when the outbox was last read
    int m_size = 0;
};

} // namespace thidua::client
