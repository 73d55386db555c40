#pragma once

#include "tour/parcel.h"
#include "tour/pictures.h"
#include "tour/sights.h"
#include "tour/tablet.h"

#include <functional>

namespace thidua::tour
{

// Two officers and the head of one unit, and a leader of the city, each with a device. They work without a
// network, come back, and everybody agrees, with nothing lost. Each step says what it shows and whether it
// held.
class Story
{
public:
    Story(const QString& directory, const QString& pictures);
    [[nodiscard]] int run(); // the number of steps that did not hold

private:
    void step(const QString& what, const std::function<bool()>& holds);
    void note(const QString& text) const;
    void begin();
    void workOnline();
    void goOffline();
    void workOffline();
    void comeBack();
    void compare();
    void standings();
    void takePictures();
    void seeSights();
    [[nodiscard]] bool everybody(const std::function<bool(Tablet&)>& does);
    [[nodiscard]] bool equalEverywhere();
    [[nodiscard]] bool chooseReports();
    [[nodiscard]] qint64 standingTotal(Tablet& tablet);

    QString m_directory;
    Server m_server;
    Pictures m_pictures;
    std::unique_ptr<Tablet> m_a;      // officer A, tablet
    std::unique_ptr<Tablet> m_b;      // officer B, tablet
    std::unique_ptr<Tablet> m_ahead;  // officer A's old tablet; its clock is a year ahead
    std::unique_ptr<Tablet> m_head;   // the head of the unit, desktop
    std::unique_ptr<Tablet> m_leader; // a leader of the city, phone
    std::unique_ptr<Tablet> m_lead;   // the lead of the unit's block, tablet; takes no part, only looks
    RecordId m_unit;
    QString m_period;
    QList<RecordId> m_reports; // five that are submitted and not appraised
    int m_number = 0;
    int m_failed = 0;
};

} // namespace thidua::tour
