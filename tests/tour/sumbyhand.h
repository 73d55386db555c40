#pragma once

#include "tour/tablet.h"

namespace thidua::tour
{

// A unit's points of a period in hundredths, added up the long way from what a device holds: on purpose
// without the product's own scoring, so that the two can be compared.
[[nodiscard]] qint64 sumByHand(Tablet& tablet, const RecordId& unit, const QString& period);

} // namespace thidua::tour
