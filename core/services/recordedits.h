#pragma once

#include "services/access.h"
#include "services/reportform.h"

namespace thidua::services
{

// One record of any kind as a form shows it, and the next edit of it: the shape and the person's right are
// checked, whole groups are completed from what was shown, and the save is durable when it returns. The
// services of the year's parts add their own rules and end here.
class RecordEdits
{
public:
    RecordEdits(store::LocalStore& store, CatalogueService& catalogue, Access& access);

    // Errors: NotFound, also for a record of another kind.
    [[nodiscard]] Result<ShownVersion> shown(QLatin1String kind, const RecordId& id);
    // All records of a kind in a channel; an empty channel means all.
    template<typename T>
    [[nodiscard]] Result<QList<T>> all(QLatin1String kind, const QString& channel = {})
    {
        auto records = m_store.records(kind, channel);
        if (!records)
            return records.error();
        QList<T> values;
        for (const store::Record& record : std::as_const(*records))
            values.append(T::fromFields(record.id, record.values));
        return values;
    }

    // Errors: Forbidden, StateLocked, IllegalMove, InvalidValue, MissingField, and those of the store.
    [[nodiscard]] Result<RecordId> create(QLatin1String kind, const Fields& set);
    // `set` may hold what was left alone; only what differs from what was shown is said.
    [[nodiscard]] Result<void> change(QLatin1String kind, const ShownVersion& shown, const Fields& set);
    // As change(), with all that the person can write of it: what is left out is emptied. States, submissions
    // and deletions are steps and stay as they are, and so do fields of a newer version.
    [[nodiscard]] Result<void> replace(QLatin1String kind, const ShownVersion& shown, const Fields& whole);
    // A step of the record's life, with what it carries.
    [[nodiscard]] Result<void> move(QLatin1String kind, const ShownVersion& shown, QLatin1String to,
                                    const Fields& carried = {});
    struct Change {
        QLatin1String kind;
        ShownVersion shown;
        Fields set;
    };
    // Accepted or refused as one.
    [[nodiscard]] Result<void> changeTogether(const QList<Change>& changes);

private:
    [[nodiscard]] Result<store::SaveRequest> request(QLatin1String kind, const ShownVersion& shown,
                                                     const Fields& set);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
};

} // namespace thidua::services
