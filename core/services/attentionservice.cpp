#include "services/attentionservice.h"

#include <algorithm>

namespace thidua::services
{

AttentionService::AttentionService(store::LocalStore& store, CatalogueService& catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

Result<QList<AttentionItem>> AttentionService::items()
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    auto refused = m_store.outbox(store::EditState::Refused);
    if (!refused)
        return refused.error();
    QList<AttentionItem> items;
    for (const store::OutboxEntry& entry : std::as_const(*refused)) {
        auto record = m_store.record(entry.edit.record);
        if (!record)
            return record.error();
        Fields known = *record ? (*record)->values : Fields();
        known.insert(entry.edit.set);
        items.append({entry.edit.seq, subjectOf(m_catalogue, entry.edit.kind, known),
                      namedValues(m_store.schema(), m_catalogue, entry.edit.kind, entry.edit.set), entry.code,
                      entry.detail, entry.edit.at});
    }
    std::ranges::reverse(items);
    return items;
}

Result<void> AttentionService::sendAgain(qint64 seq)
{
    auto saved = m_store.sendAgain(seq);
    return saved ? Result<void>() : saved.error();
}

Result<void> AttentionService::putAside(qint64 seq)
{
    return m_store.putAside(seq);
}

} // namespace thidua::services
