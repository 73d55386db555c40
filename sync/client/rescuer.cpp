#include "client/rescuer.h"

#include "client/tuning.h"

#include <algorithm>

namespace thidua::client
{

using store::EditState;

Rescuer::Rescuer(store::LocalStore& store, Api& api, TrafficListener traffic)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
{
}

void Rescuer::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    m_states = {EditState::Refused, EditState::Pending};
    m_from = store::LocalStore::allSeqs;
    m_size = tuning::maxEditsPerRescue;
    next();
}

void Rescuer::finish(const Error& error, const protocol::Problem& problem)
{
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

void Rescuer::next()
{
    if (m_states.isEmpty())
        return finish({});
    auto entries = m_store.outbox(m_states.first(), m_from, m_size);
    auto epoch = m_store.epoch();
    if (!entries || !epoch)
        return finish(entries ? epoch.error() : entries.error());
    // The first question is asked even without edits: its answer tells whether the server was restored.
    const bool first = m_states.first() == EditState::Refused && m_from == store::LocalStore::allSeqs;
    if (!entries->isEmpty() || first)
        return send(*entries, *epoch);
    m_states.removeFirst();
    m_from = store::LocalStore::allSeqs;
    next();
}

void Rescuer::send(const QList<store::OutboxEntry>& entries, const QString& epoch)
{
    protocol::PushRequest request{epoch, {}};
    for (const store::OutboxEntry& entry : entries)
        request.edits.append({entry.edit, entry.epoch, {}});
    const qint64 last = entries.isEmpty() ? m_from : entries.last().edit.seq;
    m_api.quarantine(request, [this, last](const auto& answer) { answered(last, answer); });
}

void Rescuer::answered(qint64 lastSent, const Answer<protocol::PushAnswer>& answer)
{
    m_traffic(trafficOf(answer));
    if (!answer.body) {
        if (answer.error.code != ErrorCode::TooLarge || m_size == 1)
            return finish(answer.error, answer.problem);
        m_size = std::max(1, m_size / 2);
        return next();
    }
    if (answer.body->acked < lastSent)
        return finish({ErrorCode::ServerFault, QStringLiteral("the server does not keep what it was given")});
    const bool restored = answer.body->epoch != m_store.epoch().valueOr(answer.body->epoch);
    if (restored && !m_states.contains(EditState::Accepted) && m_states.first() == EditState::Refused)
        m_states.insert(1, EditState::Accepted);
    m_from = lastSent + 1;
    next();
}

} // namespace thidua::client
