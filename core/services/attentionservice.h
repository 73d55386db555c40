#pragma once

#include "services/namedvalue.h"

namespace thidua::services
{

// An edit that the server refused. Its content stays on the device until the person has decided about it.
struct AttentionItem {
    qint64 seq = 0;
    Subject subject;
    QList<NamedValue> values;
    ErrorCode code = ErrorCode::None;
    QString detail;
    Instant at = 0;
};

class AttentionService
{
public:
    AttentionService(store::LocalStore& store, CatalogueService& catalogue);

    [[nodiscard]] Result<QList<AttentionItem>> items(); // newest first
    // As a new edit, having seen what stands now. Errors: NotFound, those of a save.
    [[nodiscard]] Result<void> sendAgain(qint64 seq);
    [[nodiscard]] Result<void> putAside(qint64 seq); // stays in the history

private:
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
