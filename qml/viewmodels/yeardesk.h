#pragma once

#include "viewmodels/yeareditor.h"
#include "viewmodels/yearlist.h"
#include "viewmodels/yearpage.h"

namespace thidua::viewmodels
{

// The parts of the emulation year beside movements and reports. A list begins to read when a screen first
// asks for it.
class YearDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(thidua::viewmodels::YearList* reviews READ reviews CONSTANT)
    Q_PROPERTY(thidua::viewmodels::YearList* dossiers READ dossiers CONSTANT)
    Q_PROPERTY(thidua::viewmodels::YearList* inspections READ inspections CONSTANT)
    Q_PROPERTY(thidua::viewmodels::YearList* publicity READ publicity CONSTANT)

public:
    explicit YearDesk(const Workplace& place, QObject* parent = nullptr);

    [[nodiscard]] YearList* reviews() { return begun(m_reviews); }
    [[nodiscard]] YearList* dossiers() { return begun(m_dossiers); }
    [[nodiscard]] YearList* inspections() { return begun(m_inspections); }
    [[nodiscard]] YearList* publicity() { return begun(m_publicity); }

    // These belong to the caller; null for a kind that no part lists.
    Q_INVOKABLE thidua::viewmodels::YearPage* page(const QString& kind, const QString& recordId);
    Q_INVOKABLE thidua::viewmodels::YearEditor* edit(const QString& kind, const QString& recordId);
    Q_INVOKABLE thidua::viewmodels::YearEditor* count(const QString& ballotId);
    // `aboutId`: the review or the dossier that a ballot is for; may be empty.
    Q_INVOKABLE thidua::viewmodels::YearEditor* begin(const QString& kind, const QString& aboutId);

private:
    static YearList* begun(YearList& list);
    Workplace m_place;
    YearList m_reviews;
    YearList m_dossiers;
    YearList m_inspections;
    YearList m_publicity;
};

} // namespace thidua::viewmodels
