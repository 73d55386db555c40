#include "client/rescuer.h"

#include "client/tuning.h"
#include "protocol/draft.h"

#include <algorithm>

namespace thidua::client
{

using namespace Qt::StringLiterals;
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
    m_drafts.reset();
    m_knownSeq = m_store.nextSeq().valueOr(0);
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
        return nextDrafts();
    auto entries = m_store.outbox(m_states.first(), m_from, m_size);
    auto epoch = m_store.epoch();
    if (!entries || !epoch)
        return finish(entries ? epoch.error() : entries.error());
    // The first question is asked even without edits: its answer tells whether the server was restored.
    const bool first = m_states.first() == EditState::Refused && m_from == store::LocalStore::allSeqs;
    if (!entries->isEmpty() || first)
        return sendEntries(*entries, *epoch);
    m_states.removeFirst();
    m_from = store::LocalStore::allSeqs;
    next();
}

// What a person had not finished is theirs as well: somebody can read it in the quarantine and enter it.
static Result<QList<protocol::PushEdit>> draftsAsEdits(store::LocalStore& store)
{
    auto drafts = store.drafts();
    auto seq = store.nextSeq();
    if (!drafts || !seq)
        return drafts ? seq.error() : drafts.error();
    QList<protocol::PushEdit> edits;
    for (const store::Draft& draft : std::as_const(*drafts)) {
        protocol::PushEdit one;
        one.edit.seq = (*seq)++;
        one.edit.at = draft.changedAt;
        one.edit.seen = draft.seen;
        one.edit.record = draft.record;
        one.edit.kind = protocol::draftKind;
        one.edit.set = draft.fields;
        one.edit.set.insert(u"form"_s, draft.key);
        edits.append(std::move(one));
    }
    return edits;
}

void Rescuer::nextDrafts()
{
    if (!m_drafts) {
        auto drafts = draftsAsEdits(m_store);
        if (!drafts)
            return finish(drafts.error());
        m_drafts = std::move(*drafts);
        m_from = store::LocalStore::allSeqs;
    }
    protocol::PushRequest request{m_store.epoch().valueOr(QString()), {}};
    for (const protocol::PushEdit& draft : std::as_const(*m_drafts)) {
        if (draft.edit.seq >= m_from && request.edits.size() < m_size)
            request.edits.append(draft);
    }
    return request.edits.isEmpty() ? lookAgain() : send(request);
}

// What was saved while the last answer was on its way must not be wiped with the file.
void Rescuer::lookAgain()
{
    auto next = m_store.nextSeq();
    if (!next || *next == m_knownSeq)
        return finish(next.error());
    m_states = {EditState::Pending};
    m_from = std::exchange(m_knownSeq, *next);
    m_drafts.reset();
    this->next();
}

void Rescuer::sendEntries(const QList<store::OutboxEntry>& entries, const QString& epoch)
{
    protocol::PushRequest request{epoch, {}};
    for (const store::OutboxEntry& entry : entries)
        request.edits.append({entry.edit, entry.epoch, {}});
    send(request);
}

void Rescuer::send(const protocol::PushRequest& request)
{
    const qint64 last = request.edits.isEmpty() ? m_from : request.edits.last().edit.seq;
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
    const bool restored =
        !m_states.isEmpty() && answer.body->epoch != m_store.epoch().valueOr(answer.body->epoch);
    if (restored && !m_states.contains(EditState::Accepted) && m_states.first() == EditState::Refused)
        m_states.insert(1, EditState::Accepted);
    m_from = lastSent + 1;
    next();
}

} // namespace thidua::client
