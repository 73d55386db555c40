#pragma once

#include "tour/pictures.h"

namespace thidua::tour
{

// What people meet on days that are not ordinary, each in the sizes and looks in which it may be met: a
// phone, a tablet in the dark, a desktop in the sun, and at twice the text size.
class Sights
{
public:
    explicit Sights(Pictures& pictures);

    [[nodiscard]] bool leader(Tablet& lead);
    // The file is being opened; it was damaged.
    [[nodiscard]] bool device(Tablet& tablet);
    // The server really refuses what an officer has no right to.
    [[nodiscard]] bool refused(Tablet& officer, const RecordId& report);
    // Three records that the network keeps from the server, for two days.
    [[nodiscard]] bool waiting(Tablet& officer, const QList<RecordId>& reports);
    // Words without marks find what has them.
    [[nodiscard]] bool search(Tablet& tablet);

private:
    using Take = bool (Pictures::*)(Tablet&, Place, const QString&);
    [[nodiscard]] bool everywhere(Tablet& tablet, Place place, const QString& name,
                                  Take take = &Pictures::take);
    [[nodiscard]] bool handover(Tablet& tablet);
    Pictures& m_pictures;
};

} // namespace thidua::tour
