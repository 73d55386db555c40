#pragma once

#include "tour/tablet.h"

namespace thidua::tour
{

// The places of Shell.qml, in its order.
enum class Place {
    Home,
    Reports,
    Movements,
    Standings,
    Sync,
    Conflicts,
    Settings,
    Reviews,
    Commendation,
    Urging,
    Publicity,
    More
};

class Pictures
{
public:
    explicit Pictures(const QString& directory);

    // Goes to the place and takes its picture as NAME.png.
    [[nodiscard]] bool take(Tablet& tablet, Place place, const QString& name);
    [[nodiscard]] bool takeReport(Tablet& tablet, const RecordId& report, const QString& name);
    [[nodiscard]] bool takeMovement(Tablet& tablet, const QString& movement, const QString& name);
    // The same place, read to its end.
    [[nodiscard]] bool takeEnd(Tablet& tablet, Place place, const QString& name);
    // As it is, e.g. before somebody is signed in.
    [[nodiscard]] bool takeWindow(Tablet& tablet, const QString& name);

private:
    QString m_directory;
};

} // namespace thidua::tour
