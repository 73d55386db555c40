#include "viewmodels/yeardesk.h"

#include "domain/names.h"

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

YearEditor* YearDesk::edit(const QString& kind, const QString& recordId)
{
    const auto known = services::yearKind(kind);
    const auto id = RecordId::fromText(recordId);
    return known && id ? new YearEditor(m_place, YearEditor::Edit, *known, *id) : nullptr;
}

YearEditor* YearDesk::count(const QString& ballotId)
{
    const auto id = RecordId::fromText(ballotId);
    return id ? new YearEditor(m_place, YearEditor::Count, kind::ballot, *id) : nullptr;
}

YearEditor* YearDesk::begin(const QString& kind, const QString& aboutId)
{
    const auto known = services::yearKind(kind);
    const RecordId about = RecordId::fromText(aboutId).value_or(RecordId());
    return known ? new YearEditor(m_place, YearEditor::Blank, *known, about) : nullptr;
}

} // namespace thidua::viewmodels
