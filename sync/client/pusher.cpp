#include "client/pusher.h"

#include "base/logging.h"

#include <algorithm>

namespace thidua::client
{

Pusher::Pusher(store::LocalStore& store, Api& api, const Clock& clock, Traffic traffic)
    : m_store(store)
    , m_api(api)
    , m_clock(clock)
    , m_traffic(std::move(traffic))
{
}

void Pusher::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    m_recoveries = 0;
    next();
}

void Pusher::finish(const Error& error, const protocol::Problem& problem)
{
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

// Rough, and on the safe side: names and values as they stand, and a frame for each edit.
static qsizetype weightOf(const merge::Edit& edit)
{
    qsizetype weight = 96;
    for (auto field = edit.set.cbegin(); field != edit.set.cend(); ++field)
        weight += field.key().size() + 16 + 3 * field->toText().size() + field->toBytes().size();
    return weight;
}

Result<protocol::PushRequest> Pusher::batch()
{
    auto pending = m_store.outbox(store::EditState::Pending, 0, m_batchSize);
    auto epoch = m_store.epoch();
    if (!pending || !epoch)
        return pending ? epoch.error() : pending.error();
    protocol::PushRequest request{*epoch, {}};
    qsizetype weight = 0;
    for (const store::OutboxEntry& entry : *pending) {
        weight += weightOf(entry.edit);
        if (weight > tuning::maxPushBytes && !request.edits.isEmpty())
            break;
        request.edits.append({entry.edit, entry.epoch == *epoch ? QString() : entry.epoch});
    }
    return request;
}

void Pusher::next()
{
    auto request = batch();
    if (!request)
        return finish(request.error());
    if (request->edits.isEmpty())
        return finish({});
    m_lastSeq = request->edits.last().edit.seq;
    m_sentAt = m_clock.monotonic();
    m_api.push(*request, [this](auto answer) { answered(std::move(answer)); });
}

void Pusher::adapt(bool failed)
{
    const auto took = m_clock.monotonic() - m_sentAt;
    if (failed || took > tuning::slowPush)
        m_batchSize = std::max(tuning::minEditsPerPush, m_batchSize / 2);
    else if (took < tuning::fastPush)
        m_batchSize = std::min(tuning::maxEditsPerPush, m_batchSize * 2);
}

void Pusher::answered(Answer<protocol::PushAnswer> answer)
{
    m_traffic(answer.sent, answer.received, answer.body ? answer.body->time : answer.problem.time);
    if (!answer.body) {
        adapt(answer.error.code == ErrorCode::Timeout || answer.error.code == ErrorCode::TooSlow ||
              answer.error.code == ErrorCode::TooLarge);
        return recover(answer) ? next() : finish(answer.error, answer.problem);
    }
    adapt(false);
    if (auto settled = settle(*answer.body); !settled)
        return finish(settled.error());
    next();
}

Result<void> Pusher::settle(const protocol::PushAnswer& answer)
{
    QList<store::Receipt> receipts;
    for (const protocol::PushResult& result : answer.results)
        receipts.append({result.seq, result.version, result.lost, result.code, result.detail});
    // A server that answers without a word about what was sent would be asked the same for ever.
    if (std::ranges::none_of(receipts, [&](const auto& receipt) { return receipt.seq <= m_lastSeq; }))
        return {ErrorCode::ServerFault, QStringLiteral("an answer to a push without results")};
    return m_store.settleReceipts(receipts);
}

// A restored server has forgotten some of what it acknowledged: it gets it again, from the number that it
// names.
bool Pusher::recover(const Answer<protocol::PushAnswer>& answer)
{
    const bool known = answer.error.code == ErrorCode::Epoch || answer.error.code == ErrorCode::Gap;
    if (answer.error.code == ErrorCode::TooLarge)
        return m_batchSize > tuning::minEditsPerPush && ++m_recoveries < 12;
    if (!known || ++m_recoveries > 3)
        return false;
    auto epoch = answer.problem.epoch.isEmpty() ? m_store.epoch() : Result<QString>(answer.problem.epoch);
    if (!epoch)
        return false;
    qCInfo(logSync) << "the server asks for edits again from" << answer.problem.expected;
    const auto offered = m_store.offerAgain(qMax<qint64>(1, answer.problem.expected), *epoch);
    return offered.ok();
}

} // namespace thidua::client
