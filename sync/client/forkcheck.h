#pragma once

#include "client/pusher.h"

#include <vector>

namespace thidua::client
{

// For a device whose file was copied (`device-forked`), before it enrols anew: which of its edits below
// `expected` the server holds under this device's name, and which it holds another copy's edits in place of,
// because it was restored to before it had accepted this one's. They are sent once more: the server names
// those that it does not know. These become pending, and go under the new name.
class ForkCheck
{
public:
    ForkCheck(store::LocalStore& store, Api& api, TrafficListener traffic);

    void run(qint64 expected, std::function<void(StepResult)> done);

private:
    // Of m_entries: from first on, so many, of consecutive seqs.
    struct Run {
        qsizetype first = 0;
        qsizetype count = 0;
    };
    [[nodiscard]] Result<void> collect(qint64 expected);
    void next();
    void answered(const Run& run, const Answer<protocol::PushAnswer>& answer);
    [[nodiscard]] Result<void> offer(const Run& run, const QList<qint64>& foreign);
    void askAboutPendingIn(const Run& run);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    Api& m_api;
    TrafficListener m_traffic;
    std::function<void(StepResult)> m_done;
    QList<store::OutboxEntry> m_entries;
    std::vector<Run> m_open; // still to be asked about
};

} // namespace thidua::client
