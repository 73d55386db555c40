#pragma once

#include "services/standingservice.h"
#include "services/unitreports.h"

namespace thidua::services
{

// One line of the score table, as the person's unit stands with it.
struct DueLine {
    domain::Criterion criterion;
    QString label;
    RecordId report; // null: not begun
    domain::ReportState state = domain::ReportState::Draft;
    std::optional<qint64> value;
    QString measure;
    domain::ScoreStage stage = domain::ScoreStage::None;
    qint64 points = 0;
    bool draftKept = false; // an unfinished form
    bool pending = false;
    bool conflict = false;

    // Still the unit's turn.
    [[nodiscard]] bool isOpen() const
    {
        return state == domain::ReportState::Draft || state == domain::ReportState::Returned;
    }
};

struct HomeSummary {
    Person person;
    QString unitName;
    QString blockName;
    QString period;
    QDate dueOn;
    bool late = false;                      // the date is past
    QList<DueLine> lines;                   // of the whole table, in its order
    std::optional<domain::StandingRow> row; // of the own unit
    int ranked = 0;                         // units with a rank
    Instant standingAsOf = 0;
    // For people without a unit of their own: the newest standing of their block, or of the whole city.
    QString overviewName; // empty: the city
    std::optional<StandingView> overview;
};

// What a person sees first: their unit, what is due, where they stand.
class HomeService
{
public:
    HomeService(store::LocalStore& store, CatalogueService& catalogue, Access& access,
                StandingService& standings);
    [[nodiscard]] Result<HomeSummary> summary();
    // What a block reports for now, by its table of this year: the year, or the newest part of it.
    [[nodiscard]] QString currentPeriod(const RecordId& block, int year);
    // These criteria with the reports of the person's unit; without reports if they work for no single unit.
    [[nodiscard]] Result<QList<DueLine>> lines(const Person& person, const QString& period,
                                               const QList<domain::Criterion>& criteria);

private:
    [[nodiscard]] Result<void> addStanding(HomeSummary& summary);
    [[nodiscard]] Result<void> addOverview(HomeSummary& summary);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
    StandingService& m_standings;
};

} // namespace thidua::services
