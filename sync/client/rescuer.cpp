#include "client/rescuer.h"

#include "client/batch.h"

namespace thidua::client
{

Rescuer::Rescuer(store::LocalStore& store, Api& api, TrafficListener traffic)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
{
}

void Rescuer::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    m_from = 0;
    m_refusedFrom = store::LocalStore::allSeqs;
    handOverRefused();
}

void Rescuer::handOverRefused()
{
    auto refused = m_store.outbox(store::EditState::Refused, m_refusedFrom, tuning::minEditsPerPush);
    auto epoch = m_store.epoch();
    if (!refused || !epoch)
        return finish(refused ? epoch.error() : refused.error());
    if (refused->isEmpty())
        return next();
    protocol::PushRequest request{*epoch, {}};
    for (const store::OutboxEntry& entry : std::as_const(*refused))
        request.edits.append({entry.edit, entry.epoch, {}});
    m_api.quarantine(request, [this, last = refused->last().edit.seq](const auto& answer) {
        m_traffic(trafficOf(answer));
        if (!answer.body)
            return finish(answer.error, answer.problem);
        m_refusedFrom = last + 1;
        handOverRefused();
    });
}

void Rescuer::finish(const Error& error, const protocol::Problem& problem)
{
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

void Rescuer::next()
{
    auto pending = m_store.outbox(store::EditState::Pending, m_from, tuning::maxEditsPerPush + 1);
    auto epoch = m_store.epoch();
    if (!pending || !epoch)
        return finish(pending ? epoch.error() : pending.error());
    const Batch batch(*pending, *epoch, 0, tuning::maxEditsPerPush);
    if (batch.isEmpty())
        return finish({});
    m_api.quarantine(batch.request(),
                     [this, last = batch.lastSeq()](const auto& answer) { answered(last, answer); });
}

void Rescuer::answered(qint64 lastSent, const Answer<protocol::PushAnswer>& answer)
{
    m_traffic(trafficOf(answer));
    if (!answer.body)
        return finish(answer.error, answer.problem);
    if (answer.body->acked < lastSent)
        return finish({ErrorCode::ServerFault, QStringLiteral("the server does not keep what it was given")});
    m_from = lastSent + 1;
    next();
}

} // namespace thidua::client
