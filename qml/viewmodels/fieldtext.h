#pragma once

#include "services/namedvalue.h"

namespace thidua::viewmodels
{

// Fields and their values as people know them.
[[nodiscard]] QString fieldText(const QString& field); // "Result"; the name itself for an unknown field
[[nodiscard]] QString valueText(const services::NamedValue& value, const QString& measure = {});
// "Result: 95,5 % · Self-score: 180"
[[nodiscard]] QString valuesText(const QList<services::NamedValue>& values, const QString& measure = {});
// "Criterion II.2 — Phường Sài Gòn"
[[nodiscard]] QString subjectText(const services::Subject& subject);

} // namespace thidua::viewmodels
