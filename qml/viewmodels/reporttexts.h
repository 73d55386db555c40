#pragma once

#include "services/reportform.h"

#include <QString>

namespace thidua::viewmodels
{

// The fields of a report that are typed as text.
enum class ReportField {
    Value,
    Score,
    Explanation,
    Note,
    OccurredOn,
    Place,
    Appraisal,
    AppraisalReason,
    Council,
    CouncilReason
};
inline constexpr int reportFieldCount = 10;

[[nodiscard]] QLatin1String fieldName(ReportField field); // in the schema

// What a form holds: for each field the text as typed, and whether the person has touched it. Reads texts
// into values; knows nothing of screens or files.
class ReportTexts
{
public:
    // Texts that were not touched follow what is shown.
    void show(const Fields& fields);
    void type(ReportField field, const QString& text);
    // As they came back from a draft.
    void restore(const Fields& typed);
    void forget();                    // that anything was touched
    void forget(const Fields& typed); // what still stands as it was typed then

    [[nodiscard]] QString text(ReportField field) const { return m_texts[size_t(field)].text; }
    [[nodiscard]] bool touched() const;
    [[nodiscard]] Fields typed() const; // touched ones, for the draft

    // InvalidValue for what is no number or date, or beyond the criterion's maximum; TooLarge for too long a
    // text.
    [[nodiscard]] ErrorCode problem(ReportField field, const domain::Criterion& criterion) const;
    // The values of touched fields, of the unit's part or of the reviewers'; invalid ones are left out.
    [[nodiscard]] Fields values(const domain::Criterion& criterion) const;
    [[nodiscard]] std::optional<qint64> number(ReportField field) const;

private:
    struct Entry {
        QString text;
        bool touched = false;
    };
    [[nodiscard]] Result<Value> parsed(ReportField field) const;
    std::array<Entry, reportFieldCount> m_texts;
};

} // namespace thidua::viewmodels
