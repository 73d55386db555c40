#include "services/waitingservice.h"

#include <algorithm>

namespace thidua::services
{

WaitingService::WaitingService(store::LocalStore& store, CatalogueService& catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

Result<Waiting> WaitingService::waiting(int limit)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    auto pending = m_store.outbox(store::EditState::Pending);
    if (!pending)
        return pending.error();
    Waiting waiting;
    waiting.clockOffset = m_store.correctedNow() - m_store.clock().now();
    QHash<RecordId, qsizetype> places;
    QSet<RecordId> unlisted;
    for (const store::OutboxEntry& entry : std::as_const(*pending)) {
        if (const auto place = places.constFind(entry.edit.record); place != places.cend()) {
            WaitingItem& item = waiting.items[*place];
            ++item.edits;
            item.since = std::min(item.since, entry.edit.at);
        } else if (waiting.items.size() >= limit) {
            unlisted.insert(entry.edit.record);
        } else {
            auto about = subject(entry);
            if (!about)
                return about.error();
            places.insert(entry.edit.record, waiting.items.size());
            waiting.items.append({entry.edit.record, std::move(*about), 1, entry.edit.at});
        }
    }
    waiting.more = unlisted.size();
    return waiting;
}

// As it is shown: what stands, with the own edits on top.
Result<Subject> WaitingService::subject(const store::OutboxEntry& entry)
{
    auto record = m_store.record(entry.edit.record);
    if (!record)
        return record.error();
    return subjectOf(m_catalogue, entry.edit.kind, *record ? (*record)->values : entry.edit.set);
}

} // namespace thidua::services
