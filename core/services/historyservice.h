#pragma once

#include "services/namedvalue.h"

namespace thidua::services
{

struct HistoryItem {
    merge::Stamp stamp;
    QString authorName;
    QList<NamedValue> values;
    store::EditState state = store::EditState::Accepted;
    bool ownDevice = false;
};

struct History {
    Subject subject;
    QList<HistoryItem> items; // newest first
};

// What this device knows of a record's past.
class HistoryService
{
public:
    HistoryService(store::LocalStore& store, CatalogueService& catalogue);
    [[nodiscard]] Result<History> of(const RecordId& record);

private:
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
