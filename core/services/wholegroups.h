#pragma once

#include "domain/schema.h"

namespace thidua::services
{

// A group is merged as one, so an edit that touches it carries all its fields: the others as they were shown.
[[nodiscard]] Fields withWholeGroups(const domain::Schema& schema, const QString& kind, const Fields& shown,
                                     const Fields& set);

} // namespace thidua::services
