#pragma once

#include "domain/block.h"
#include "domain/legaldocument.h"
#include "domain/movement.h"
#include "domain/report.h"
#include "domain/role.h"
#include "domain/scoretable.h"
#include "domain/target.h"

// The words of the domain, in the language of the person. Names of values in the schema are not shown.
namespace thidua::viewmodels
{

[[nodiscard]] QString roleText(domain::Role role);
[[nodiscard]] QString
rankText(int rank); // the role of that rank; of rank 0, who had no right when it arrived
[[nodiscard]] QString reportStateText(domain::ReportState state);
[[nodiscard]] QString movementKindText(domain::MovementKind kind);
[[nodiscard]] QString movementLevelText(domain::MovementLevel level);
[[nodiscard]] QString movementModeText(domain::MovementMode mode);
[[nodiscard]] QString movementStatusText(domain::MovementStatus status);
[[nodiscard]] QLatin1String movementStatusName(domain::MovementStatus status);
[[nodiscard]] QString documentTypeText(domain::DocumentType type);
[[nodiscard]] QString blockKindText(domain::BlockKind kind);
[[nodiscard]] QString criterionKindText(domain::CriterionKind kind);
[[nodiscard]] QString scoringText(domain::Scoring scoring);
[[nodiscard]] QString comparatorText(const domain::Target& target); // "≥ 95 %"
[[nodiscard]] QString periodText(const QString& period);            // "quý I/2023"

[[nodiscard]] QString datesText(const QDate& from, const QDate& to); // "01/01/2023 – 31/12/2023"

// "at most 60 points"; empty where there is no maximum.
[[nodiscard]] QString maximumText(const domain::Criterion& criterion);
// "Criterion II.2"; the name alone for bonus and penalty lines.
[[nodiscard]] QString criterionTitle(const QString& label, const QString& name);
// A number of hundredths with its measure: "95,5 %". Empty for nothing.
[[nodiscard]] QString amountText(const std::optional<qint64>& value, const QString& measure = {});
[[nodiscard]] QString pointsText(qint64 points);

} // namespace thidua::viewmodels
