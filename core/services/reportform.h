#pragma once

#include "domain/report.h"
#include "domain/role.h"
#include "domain/scoretable.h"
#include "domain/target.h"
#include "services/namedvalue.h"
#include "store/localstore.h"

namespace thidua::services
{

// The state of a record that a form shows, and against which it is saved.
struct ShownVersion {
    RecordId id;
    qint64 version = 0; // becomes `seen` of an edit
    QString epoch;      // in which it was read; a version of another epoch counts as not seen
    Fields fields;      // winning values, own unsent edits included; empty: a record to be created
    bool exists = false;
};

// Everything that the form of one report shows.
struct ReportForm {
    ShownVersion shown;
    domain::Report report;
    domain::Criterion criterion;
    QString label; // "II.2"
    domain::ScoreTable table;
    QString unitName;
    QList<domain::Target> targets;       // of the criterion's movement
    std::optional<qint64> previousValue; // of the period before
    QString previousPeriod;
    bool canEnter = false;
    bool canAppraise = false;
    bool canReturn = false;
    bool canDecide = false;
    ErrorCode locked = ErrorCode::None; // why canEnter is false
    bool pending = false;
    bool conflict = false;
    bool late = false; // after the table's date and not submitted
    std::optional<store::Draft> draft;
};

// What has changed meanwhile in a report that a form shows.
struct NewerVersion {
    ShownVersion shown;
    QString group;            // that changed last; empty: no value is another one
    QList<NamedValue> values; // of the group
    UserId author;
    QString authorName;
    int rank = 0;
    Instant at = 0;
    bool ownDevice = false;
};

// What a report still lacks before it can be submitted.
enum class Missing { Value, Score };
[[nodiscard]] QList<Missing> missingForSubmission(const domain::Criterion& criterion, const Fields& report);

} // namespace thidua::services
