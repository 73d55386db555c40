#include "services/historyservice.h"

namespace thidua::services
{

HistoryService::HistoryService(store::LocalStore& store, CatalogueService& catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

Result<History> HistoryService::of(const RecordId& id)
{
    auto ready = m_catalogue.refresh();
    auto self = m_store.identity();
    auto record = m_store.record(id);
    auto entries = m_store.history(id);
    if (!ready || !self || !record || !entries)
        return !ready ? ready.error() : !self ? self.error() : !record ? record.error() : entries.error();
    History history;
    const QString kind = *record ? (*record)->kind : QString();
    history.subject = subjectOf(m_catalogue, kind, *record ? (*record)->values : Fields());
    for (const store::HistoryEntry& entry : std::as_const(*entries)) {
        history.items.append({entry.stamp, m_catalogue.personName(entry.stamp.author),
                              namedValues(m_store.schema(), m_catalogue, kind, entry.values), entry.state,
                              entry.stamp.device == self->device});
    }
    return history;
}

} // namespace thidua::services
