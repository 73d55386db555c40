#pragma once

#include "base/id.h"

#include <QMetaType>
#include <QSet>
#include <QString>

namespace thidua::services
{

// What a commit changed of what is shown, whichever connection made it.
struct Change {
    QSet<QString> kinds;
    QSet<RecordId> records;

    void add(const Change& other)
    {
        kinds += other.kinds;
        records += other.records;
    }
    [[nodiscard]] bool touches(const QSet<QString>& wanted) const { return kinds.intersects(wanted); }
};

} // namespace thidua::services

Q_DECLARE_METATYPE(thidua::services::Change)
