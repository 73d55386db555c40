#pragma once

#include "domain/publicity.h"
#include "services/recordedits.h"

namespace thidua::services
{

// What is made known (tuyên truyền): announcements, model examples, emulation works, entries for the
// Creativity Award. Units propose, the block or the council recognises.
class PublicityService
{
public:
    PublicityService(store::LocalStore& store, RecordEdits& edits);

    [[nodiscard]] Result<RecordId> draft(const domain::Announcement& announcement);
    [[nodiscard]] Result<void> publish(const ShownVersion& announcement);
    // What the person's device shows today.
    [[nodiscard]] Result<QList<domain::Announcement>> announcements();

    [[nodiscard]] Result<RecordId> propose(const domain::Example& example);
    // InvalidValue for progress beyond the whole.
    [[nodiscard]] Result<RecordId> registerWork(const domain::Work& work);
    [[nodiscard]] Result<void> reportProgress(const ShownVersion& work, qint64 progress);
    [[nodiscard]] Result<RecordId> enter(const domain::CreativityEntry& entry);

    // Of an example or a work.
    [[nodiscard]] Result<void> recognise(QLatin1String kind, const ShownVersion& shown);
    // Of an announcement, an example or a work; with a reason.
    [[nodiscard]] Result<void> withdraw(QLatin1String kind, const ShownVersion& shown, const QString& reason);

    [[nodiscard]] Result<void> accept(const ShownVersion& entry);
    [[nodiscard]] Result<void> reject(const ShownVersion& entry, const QString& reason);
    // "first", "second", "third"
    [[nodiscard]] Result<void> award(const ShownVersion& entry, const QString& prize);

private:
    store::LocalStore& m_store;
    RecordEdits& m_edits;
};

} // namespace thidua::services
