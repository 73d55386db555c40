#pragma once

#include "client/api.h"
#include "client/pusher.h"

namespace thidua::client
{

// A revoked device hands over what it still had to send, into the server's quarantine, before its file is
// wiped. The outbox stays as it is: nothing here is a receipt.
class Rescuer
{
public:
    Rescuer(store::LocalStore& store, Api& api, TrafficListener traffic);

    // Ends without an error once the server keeps every edit that is pending or was refused.
    void run(std::function<void(StepResult)> done);

private:
    // What the server has refused before is a person's work too, and nowhere else.
    void handOverRefused();
    void next();
    void answered(qint64 lastSent, const Answer<protocol::PushAnswer>& answer);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    TrafficListener m_traffic;
    std::function<void(StepResult)> m_done;
    qint64 m_from = 0;
    qint64 m_refusedFrom = 0;
};

} // namespace thidua::client
