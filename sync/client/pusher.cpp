#include "client/pusher.h"

#include "base/logging.h"
#include "client/reconcile.h"

#include <algorithm>

namespace thidua::client
{

Pusher::Pusher(store::LocalStore& store, Api& api, TrafficListener traffic)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
{
}

void Pusher::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    ++m_run;
    m_recoveries = 0;
    m_wanted = 0;
    m_confirmed = 0;
    m_next.reset();
    next();
}

void Pusher::finish(const Error& error, const protocol::Problem& problem)
{
    ++m_run; // what is still on its way is nobody's any more
    m_next.reset();
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

// One more than is sent, to see whether the last ones belong together with it; then all that could.
Result<std::optional<Pusher::Ready>> Pusher::makeReady(qint64 from, qint64 wanted)
{
    auto pending = m_store.outbox(store::EditState::Pending, from, m_batchSize + 1);
    if (pending && pending->size() > m_batchSize && !pending->last().edit.together.isNull())
        pending = m_store.outbox(store::EditState::Pending, from, tuning::maxEditsPerPush + 1);
    auto epoch = m_store.epoch();
    if (!pending || !epoch)
        return pending ? epoch.error() : pending.error();
    const Batch batch(*pending, *epoch, wanted, m_batchSize);
    if (batch.isEmpty())
        return std::optional<Ready>();
    const Seqs seqs{batch.firstSeq(), batch.lastSeq()};
    return std::optional(Ready{seqs, m_api.pushRequest(batch.request())});
}

Result<bool> Pusher::send(qint64 from)
{
    auto ready = Result(std::exchange(m_next, {}));
    if (!*ready || (*ready)->seqs.first != from)
        ready = makeReady(from, m_wanted);
    if (!ready)
        return ready.error();
    if (!*ready)
        return false;
    const Seqs sent = (*ready)->seqs;
    m_api.push((*ready)->request, [this, run = m_run, sent](const auto& answer) {
        if (run == m_run)
            answered(sent, answer);
    });
    // While that travels and is judged, the next one is made; an error will come again when it is its turn.
    m_next = makeReady(sent.last + 1, sent.last + 1).valueOr({});
    return true;
}

void Pusher::next()
{
    const auto sent = send(0);
    if (!sent)
        finish(sent.error());
    else if (!*sent)
        finish({});
}

void Pusher::adapt(std::chrono::milliseconds took)
{
    if (took > tuning::slowPush)
        m_batchSize = std::max(tuning::minEditsPerPush, m_batchSize / 2);
    else if (took < tuning::fastPush)
        m_batchSize = std::min(tuning::usualEditsPerPush, m_batchSize * 2);
}

void Pusher::answered(const Seqs& sent, const Answer<protocol::PushAnswer>& answer)
{
    m_traffic(trafficOf(answer));
    const bool alone = sent.first == sent.last || m_batchSize == 1;
    if (!answer.body && answer.error.code == ErrorCode::TooLarge && alone) {
        m_next.reset();
        auto aside = putAside(sent, answer.error);
        return aside ? next() : finish(aside.error());
    }
    if (!answer.body)
        return recover(sent, answer) ? next() : finish(answer.error, answer.problem);
    adapt(answer.roundTrip);
    const auto receipts = receiptsOf(sent, *answer.body);
    if (!receipts)
        return finish(receipts.error());
    m_wanted = answer.body->acked + 1;
    // The next edits travel while these receipts are written down. Should that fail, or the power, the same
    // edits are sent once more, and the server answers once more.
    const auto ahead = send(m_wanted);
    const auto settled = ahead ? m_store.settleReceipts(*receipts, answer.body->time) : ahead.error();
    if (!settled)
        return finish(settled.error());
    m_confirmed += std::ranges::count(*receipts, ErrorCode::None, &store::Receipt::code);
    if (!*ahead)
        next();
}

// Believes only what was asked: a result for another number, or none for the first, is no receipt.
Result<QList<store::Receipt>> Pusher::receiptsOf(const Seqs& sent, const protocol::PushAnswer& answer)
{
    QList<store::Receipt> receipts;
    bool forFirst = false;
    for (const protocol::PushResult& result : answer.results) {
        forFirst = forFirst || result.seq == sent.first;
        if (result.seq >= sent.first && result.seq <= sent.last)
            receipts.append({result.seq, result.version, result.lost, result.code, result.detail});
    }
    if (!forFirst || answer.acked < sent.first)
        return {ErrorCode::ServerFault, QStringLiteral("an answer to a push without its results")};
    return receipts;
}

// What the server cannot take even alone would hold up everything after it for ever.
Result<void> Pusher::putAside(const Seqs& sent, const Error& error)
{
    const QString detail = QStringLiteral("larger than the server takes in one push ") + error.detail;
    QList<store::Receipt> receipts;
    for (qint64 seq = sent.first; seq <= sent.last; ++seq)
        receipts.append({seq, 0, {}, error.code, detail.trimmed()});
    m_wanted = sent.first; // the server still waits for these numbers
    return m_store.settleReceipts(receipts);
}

// For the next try: what did not get through has a chance in halves.
void Pusher::shrink(const Seqs& sent)
{
    const int edits = std::min(m_batchSize, int(sent.last - sent.first + 1));
    m_batchSize = std::max(tuning::minEditsPerPush, edits / 2);
}

bool Pusher::recover(const Seqs& sent, const Answer<protocol::PushAnswer>& answer)
{
    m_next.reset();
    switch (answer.error.code) {
    case ErrorCode::Timeout:
    case ErrorCode::TooSlow:
        shrink(sent);
        return false;
    case ErrorCode::Offline:
        if (answer.roundTrip > tuning::longTransfer) // cut on the way
            shrink(sent);
        return false;
    case ErrorCode::TooLarge: {
        const bool smaller = m_batchSize > 1;
        m_batchSize = std::max(1, m_batchSize / 2);
        return smaller;
    }
    case ErrorCode::Gap:
    case ErrorCode::Epoch:
        break;
    default:
        return false;
    }
    if (++m_recoveries > tuning::maxRecoveries)
        return false;
    qCInfo(logSync) << codeName(answer.error.code) << "- sending again from" << answer.problem.expected;
    m_wanted = std::max<qint64>(1, answer.problem.expected);
    return answerRestore(m_store, answer.problem).ok();
}

} // namespace thidua::client
