#pragma once

#include "services/access.h"
#include "services/reportform.h"

namespace thidua::services
{

// What people do with reports: enter, submit, return, appraise, decide, publish. Every step checks the shape,
// the points and the person's right, completes the field groups from what the form showed, and is one
// durable edit.
class ReportService
{
public:
    ReportService(store::LocalStore& store, CatalogueService& catalogue, Access& access);

    // Errors: NotFound.
    [[nodiscard]] Result<ReportForm> form(const RecordId& report);
    // The form for a criterion that the person's unit has not reported on yet; the existing report if it has.
    [[nodiscard]] Result<ReportForm> newForm(const RecordId& criterion, const QString& period);
    // Nothing when the form still shows what stands.
    [[nodiscard]] Result<std::optional<NewerVersion>> newerThan(const ShownVersion& shown);

    // changed: the fields that the person changed, by name. Saving nothing is no error.
    // Errors: Forbidden, StateLocked, InvalidValue, and those of the store.
    [[nodiscard]] Result<void> save(const ShownVersion& shown, const Fields& changed);
    // Saves and hands in. Also MissingField.
    [[nodiscard]] Result<void> submit(const ShownVersion& shown, const Fields& changed);

    struct Review {
        std::optional<qint64> score; // hundredths; not for a return
        QString reason;
    };
    [[nodiscard]] Result<void> returnReport(const ShownVersion& shown, const QString& reason);
    [[nodiscard]] Result<void> appraise(const ShownVersion& shown, const Review& review);
    [[nodiscard]] Result<void> decide(const ShownVersion& shown, const Review& review);
    [[nodiscard]] Result<void> publish(const ShownVersion& shown);

    // Drafts are kept as the person types and end with save, submit or drop.
    [[nodiscard]] Result<void> keepDraft(const ShownVersion& shown, const Fields& typed);
    [[nodiscard]] Result<void> dropDraft(const RecordId& report);

private:
    [[nodiscard]] Result<ReportForm> fill(ShownVersion shown);
    void addTargets(ReportForm& form);
    [[nodiscard]] Result<void> addPrevious(ReportForm& form);
    void addRights(ReportForm& form);
    [[nodiscard]] bool isOfUnit(const RecordId& unit, const Fields& fields);
    [[nodiscard]] Result<void> checkPoints(const ShownVersion& shown, const Fields& set);
    [[nodiscard]] Result<void> write(const ShownVersion& shown, Fields set);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
};

// The key under which the draft of a report's form is kept.
[[nodiscard]] QString draftKeyOf(const RecordId& report);
// What a draft remembers: the texts as typed, and what the form showed when it was opened.
[[nodiscard]] Fields typedIn(const store::Draft& draft);
[[nodiscard]] ShownVersion shownIn(const store::Draft& draft);

} // namespace thidua::services
