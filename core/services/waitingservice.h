#pragma once

#include "services/namedvalue.h"

namespace thidua::services
{

// A record with edits that the server has not answered yet.
struct WaitingItem {
    RecordId record;
    Subject subject;
    qint64 edits = 0;
    Instant since = 0; // of the oldest one
};

struct Waiting {
    QList<WaitingItem> items; // the longest waiting first
    qint64 more = 0;          // records that are not listed
    qint64 clockOffset = 0;   // ms, server minus device: `since` is by the server's clock
};

// What is in the outbox, in the person's unit: records, not edits.
class WaitingService
{
public:
    WaitingService(store::LocalStore& store, CatalogueService& catalogue);

    [[nodiscard]] Result<Waiting> waiting(int limit);

private:
    [[nodiscard]] Result<Subject> subject(const store::OutboxEntry& entry);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
