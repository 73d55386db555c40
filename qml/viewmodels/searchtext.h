#pragma once

#include "services/searchservice.h"

// The words around what was found.
namespace thidua::viewmodels
{

[[nodiscard]] QString kindHeading(const QString& kind); // "Movements"
// Whose the record is, and of when: "Criterion II.2 · Phường Sài Gòn · year 2025"; may be empty.
[[nodiscard]] QString hitDetail(const services::SearchHit& hit);

} // namespace thidua::viewmodels
