#include "client/forkcheck.h"

#include "base/logging.h"
#include "client/tuning.h"

#include <algorithm>
#include <limits>

namespace thidua::client
{

using store::EditState;

ForkCheck::ForkCheck(store::LocalStore& store, Api& api, TrafficListener traffic)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
{
}

void ForkCheck::run(qint64 expected, std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    if (auto collected = collect(expected); !collected)
        return finish(collected.error());
    next();
}

void ForkCheck::finish(const Error& error, const protocol::Problem& problem)
{
    m_entries.clear();
    m_open.clear();
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

// Numbers below 1 are of earlier names of this device.
Result<void> ForkCheck::collect(qint64 expected)
{
    constexpr int all = std::numeric_limits<int>::max();
    auto accepted = m_store.outbox(EditState::Accepted, 1, all);
    auto pending = m_store.outbox(EditState::Pending, 1, all);
    if (!accepted || !pending)
        return accepted ? pending.error() : accepted.error();
    m_entries = *accepted + *pending;
    m_entries.removeIf([&](const store::OutboxEntry& entry) { return entry.edit.seq >= expected; });
    std::ranges::sort(m_entries, {}, [](const store::OutboxEntry& entry) { return entry.edit.seq; });
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const bool follows = i > 0 && m_entries[i].edit.seq == m_entries[i - 1].edit.seq + 1;
        if (!follows || m_open.back().count == tuning::maxEditsPerRescue)
            m_open.push_back({i, 0});
        ++m_open.back().count;
    }
    return {};
}

void ForkCheck::next()
{
    if (m_open.empty())
        return finish({});
    const Run run = m_open.back();
    m_open.pop_back();
    auto epoch = m_store.epoch();
    if (!epoch)
        return finish(epoch.error());
    protocol::PushRequest request{*epoch, {}};
    for (const store::OutboxEntry& entry : m_entries.sliced(run.first, run.count))
        request.edits.append({entry.edit, entry.epoch == *epoch ? QString() : entry.epoch, {}});
    m_api.push(m_api.pushRequest(request), [this, run](const auto& answer) { answered(run, answer); });
}

void ForkCheck::answered(const Run& run, const Answer<protocol::PushAnswer>& answer)
{
    m_traffic(trafficOf(answer));
    Result<void> done;
    if (answer.body) {
        QList<store::Receipt> receipts; // of those that were pending; the others have theirs
        for (const protocol::PushResult& result : answer.body->results)
            receipts.append({result.seq, result.version, result.lost, result.code, result.detail});
        done = m_store.settleReceipts(receipts, answer.body->time);
    } else if (answer.error.code == ErrorCode::DeviceForked && !answer.problem.foreign.isEmpty()) {
        done = offer(run, answer.problem.foreign);
    } else {
        return finish(answer.error, answer.problem);
    }
    return done ? next() : finish(done.error());
}

Result<void> ForkCheck::offer(const Run& run, const QList<qint64>& foreign)
{
    Run between{run.first, 0};
    for (qsizetype i = run.first; i < run.first + run.count; ++i) {
        const store::OutboxEntry& entry = m_entries[i];
        if (!foreign.contains(entry.edit.seq)) {
            ++between.count;
            continue;
        }
        askAboutPendingIn(between);
        between = {i + 1, 0};
        if (entry.state != EditState::Accepted)
            continue;
        qCInfo(logSync) << "edit" << entry.edit.seq
                        << "is offered again: the server has a copy's in its place";
        if (auto done = m_store.offerOneAgain(entry.edit.seq); !done)
            return done;
    }
    askAboutPendingIn(between);
    return {};
}

// Of what the server has, that which was accepted once is at rest; the others wait for its result.
void ForkCheck::askAboutPendingIn(const Run& run)
{
    const auto entries = m_entries.sliced(run.first, run.count);
    if (std::ranges::any_of(entries, [](const auto& entry) { return entry.state == EditState::Pending; }))
        m_open.push_back(run);
}

} // namespace thidua::client
