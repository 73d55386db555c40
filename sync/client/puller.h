#pragma once

#include "client/pusher.h"

#include <QSet>

namespace thidua::client
{

// Brings the device up to the server's decisions: page after page, each stored with its positions in one
// transaction; then compares digests, and reads again from the start what differs.
class Puller
{
public:
    using Progress = std::function<void(qint64 records)>;
    Puller(store::LocalStore& store, Api& api, Pusher::Traffic traffic, Progress progress);

    void run(std::function<void(StepResult)> done);

private:
    void request(const protocol::PullRequest& request);
    void answered(Answer<protocol::PullAnswer> answer);
    void startOver();
    void pageStored(const protocol::PullAnswer& page);
    [[nodiscard]] Result<void> store(const protocol::PullAnswer& page);
    [[nodiscard]] Result<QStringList> differing(const protocol::PullAnswer& page);
    [[nodiscard]] Result<void> beginRepair(const QStringList& channels);
    [[nodiscard]] Result<void> finishRepairs();
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    Pusher::Traffic m_traffic;
    Progress m_progress;
    std::function<void(StepResult)> m_done;
    QSet<QString> m_repaired; // in this run; a channel that differs again is an error
    int m_restarts = 0;
    quint64 m_run = 0; // counts runs and their ends
};

} // namespace thidua::client
