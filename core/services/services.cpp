#include "services/services.h"

namespace thidua::services
{

Services::Services(std::unique_ptr<store::LocalStore> store, const QString& path)
    : m_store(std::move(store))
    , m_catalogue(*m_store)
    , m_access(*m_store, m_catalogue)
    , m_reports(*m_store, m_catalogue, m_access)
    , m_book(*m_store, m_catalogue)
    , m_conflicts(*m_store, m_catalogue, m_access)
    , m_attention(*m_store, m_catalogue)
    , m_waiting(*m_store, m_catalogue)
    , m_standings(*m_store, m_catalogue, m_access)
    , m_home(*m_store, m_catalogue, m_access, m_standings)
    , m_movements(m_catalogue, m_access, m_home)
    , m_history(*m_store, m_catalogue)
    , m_edits(*m_store, m_catalogue, m_access)
    , m_reviews(m_edits, m_catalogue)
    , m_commendations(*m_store, m_edits, m_catalogue)
    , m_urging(*m_store, m_edits, m_catalogue, m_access)
    , m_publicity(*m_store, m_edits)
    , m_steps({m_reviews, m_commendations, m_urging, m_publicity}, m_access)
    , m_year(*m_store, m_catalogue, m_edits, m_commendations, m_steps)
    , m_yearForms(*m_store, m_catalogue, m_access, m_edits,
                  {m_reviews, m_commendations, m_urging, m_publicity})
    , m_search(*m_store, m_catalogue, m_access, path)
{
}

Result<std::unique_ptr<Services>> Services::open(const QString& path, const domain::Schema& schema,
                                                 const Clock& clock, Random& random, Listener listener)
{
    // The store is opened first and its listener needs the services, so it is told of them afterwards.
    auto hook = std::make_shared<Listener>();
    store::StoreOptions options;
    options.onChange = [hook](const QList<RecordId>& records, const QStringList& kinds) {
        if (*hook)
            (*hook)(
                {QSet<QString>(kinds.begin(), kinds.end()), QSet<RecordId>(records.begin(), records.end())});
    };
    auto store = store::LocalStore::open(path, schema, clock, random, options);
    if (!store)
        return store.error();
    if (auto identity = (*store)->identity(); !identity)
        return identity.error();
    std::unique_ptr<Services> services(new Services(std::move(*store), path));
    *hook = [opened = services.get(), listener = std::move(listener)](const Change& change) {
        opened->changed(change);
        if (listener)
            listener(change);
    };
    return services;
}

void Services::changed(const Change& change)
{
    m_catalogue.changed(change.kinds);
    m_book.changed(change.kinds, change.records);
    m_search.changed(change.records);
}

Result<qint64> Services::unsentWork()
{
    auto counts = m_store->counts();
    auto drafts = m_store->drafts();
    if (!counts || !drafts)
        return counts ? drafts.error() : counts.error();
    return counts->pendingEdits + counts->attention + drafts->size();
}

} // namespace thidua::services
