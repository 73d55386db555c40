#pragma once

#include "domain/inspection.h"
#include "domain/lateness.h"
#include "domain/reminder.h"
#include "services/recordedits.h"

namespace thidua::services
{

// Urging (đôn đốc): who is late, of what a device reminds its person, and inspections with their follow-up.
class UrgingService
{
public:
    UrgingService(store::LocalStore& store, RecordEdits& edits, CatalogueService& catalogue, Access& access);

    // By the block's general table of that period, from the reports that this device holds; those of an
    // observer's device hold none. NotFound without a table.
    [[nodiscard]] Result<QList<domain::LateUnit>> late(const RecordId& block, const QString& period);
    [[nodiscard]] Result<RecordId> remind(const domain::Reminder& reminder);
    // What the device should schedule for its person from today on.
    [[nodiscard]] Result<QList<domain::Notice>> notices();

    // MissingField where something is to follow without a day, or the other way round.
    [[nodiscard]] Result<RecordId> inspect(const domain::Inspection& inspection);
    [[nodiscard]] Result<void> answer(const ShownVersion& inspection, const QString& words);
    [[nodiscard]] Result<void> close(const ShownVersion& inspection, const QString& reason);
    [[nodiscard]] Result<void> reopen(const ShownVersion& inspection, const QString& reason);
    [[nodiscard]] Result<QList<domain::Inspection>> overdue();

private:
    [[nodiscard]] QDate today() const;
    store::LocalStore& m_store;
    RecordEdits& m_edits;
    CatalogueService& m_catalogue;
    Access& m_access;
};

} // namespace thidua::services
