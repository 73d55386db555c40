#pragma once

#include "services/catalogueservice.h"

namespace thidua::services
{

// Where a record is seen in full: a report, a movement, the standings of a block, or the entry of a result
// for a criterion. Null: no screen shows it.
struct SeenAt {
    QString kind; // report, movement, block or criterion
    RecordId record;

    friend bool operator==(const SeenAt&, const SeenAt&) = default;
};

// reporting: the unit whose results the person enters; null for those who enter none.
[[nodiscard]] SeenAt seenAt(const CatalogueService& catalogue, const RecordId& reporting, const QString& kind,
                            const RecordId& id, const Fields& values);

} // namespace thidua::services
