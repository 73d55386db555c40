#include "viewmodels/yeardesk.h"

namespace thidua::viewmodels
{

using services::YearPart;

YearDesk::YearDesk(const Workplace& place, QObject* parent)
    : QObject(parent)
    , m_place(place)
    , m_reviews(place, YearPart::Reviews)
    , m_dossiers(place, YearPart::Commendation)
    , m_inspections(place, YearPart::Urging)
    , m_publicity(place, YearPart::Publicity)
{
}

YearList* YearDesk::begun(YearList& list)
{
    list.begin();
    return &list;
}

YearPage* YearDesk::page(const QString& kind, const QString& recordId)
{
    const auto known = services::yearKind(kind);
    const auto id = RecordId::fromText(recordId);
    return known && id ? new YearPage(m_place, *known, *id) : nullptr;
}

} // namespace thidua::viewmodels
