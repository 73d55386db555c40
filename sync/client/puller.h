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
    Puller(store::LocalStore& store, Api& api, TrafficListener traffic, Progress progress);

    void run(std::function<void(StepResult)> done);

private:
    void request(const protocol::EpochName& epoch);
    void advance(const protocol::PullAnswer& page);
    void answered(const Answer<protocol::PullAnswer>& answer);
    void refused(const Answer<protocol::PullAnswer>& answer);
    void startOver();
    void adapt(const Answer<protocol::PullAnswer>& answer);
    void lastPageStored(const protocol::PullAnswer& page);
    [[nodiscard]] Result<void> store(const protocol::PullAnswer& page);
    [[nodiscard]] Result<bool> agrees(const protocol::PullAnswer& page);
    [[nodiscard]] Result<QStringList> differing(const protocol::PullAnswer& page);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    TrafficListener m_traffic;
    Progress m_progress;
    std::function<void(StepResult)> m_done;
    QMap<QString, qint64> m_positions; // of the next page
    bool m_eachDigest = false;         // asks in the plain form, which has them
    QSet<QString> m_repaired;          // in this run; a channel that differs again is an error
    int m_pageRows = 0;                // 0: as many as the server likes
    int m_readings = 0;                // of this run, each to its last page
    quint64 m_run = 0;                 // counts readings and their ends
};

} // namespace thidua::client
