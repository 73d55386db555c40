#pragma once

#include "services/attentionservice.h"
#include "services/change.h"
#include "services/commendationservice.h"
#include "services/conflictservice.h"
#include "services/historyservice.h"
#include "services/homeservice.h"
#include "services/movementservice.h"
#include "services/publicityservice.h"
#include "services/reportbook.h"
#include "services/reportservice.h"
#include "services/reviewservice.h"
#include "services/searchservice.h"
#include "services/standingservice.h"
#include "services/stepservice.h"
#include "services/urgingservice.h"
#include "services/waitingservice.h"
#include "services/yearforms.h"
#include "services/yearservice.h"

#include <functional>

namespace thidua::services
{

// The device's file and everything that a person can do with it; belongs to one thread.
class Services
{
public:
    // Called after a commit of this connection, on its thread.
    using Listener = std::function<void(const Change&)>;

    // Errors: those of opening a store, and NotSignedIn for a file that belongs to nobody yet.
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const QString& path,
                                                                const domain::Schema& schema,
                                                                const Clock& clock, Random& random,
                                                                Listener listener = {});

    // What another connection has changed; what is kept in memory of it is read again.
    void changed(const Change& change);

    [[nodiscard]] Result<Person> person() { return m_access.person(); }
    [[nodiscard]] QString unitName(const RecordId& unit) const { return m_catalogue.unitName(unit); }
    // Everything that would be lost if this device were emptied now: unsent edits, refused ones, unfinished
    // forms.
    [[nodiscard]] Result<qint64> unsentWork();

    [[nodiscard]] ReportService& reports() { return m_reports; }
    [[nodiscard]] ReportBook& book() { return m_book; }
    [[nodiscard]] ConflictService& conflicts() { return m_conflicts; }
    [[nodiscard]] AttentionService& attention() { return m_attention; }
    [[nodiscard]] WaitingService& waiting() { return m_waiting; }
    [[nodiscard]] StandingService& standings() { return m_standings; }
    [[nodiscard]] HomeService& home() { return m_home; }
    [[nodiscard]] MovementService& movements() { return m_movements; }
    [[nodiscard]] HistoryService& history() { return m_history; }
    [[nodiscard]] ReviewService& reviews() { return m_reviews; }
    [[nodiscard]] CommendationService& commendations() { return m_commendations; }
    [[nodiscard]] UrgingService& urging() { return m_urging; }
    [[nodiscard]] PublicityService& publicity() { return m_publicity; }
    // What is common to the four above: their lists, their pages, the next steps of each record.
    [[nodiscard]] YearService& year() { return m_year; }
    [[nodiscard]] StepService& steps() { return m_steps; }
    [[nodiscard]] YearForms& yearForms() { return m_yearForms; }
    // The form of any record.
    [[nodiscard]] RecordEdits& edits() { return m_edits; }
    [[nodiscard]] SearchService& search() { return m_search; }

private:
    Services(std::unique_ptr<store::LocalStore> store, const QString& path);
    std::unique_ptr<store::LocalStore> m_store;
    CatalogueService m_catalogue;
    Access m_access;
    ReportService m_reports;
    ReportBook m_book;
    ConflictService m_conflicts;
    AttentionService m_attention;
    WaitingService m_waiting;
    StandingService m_standings;
    HomeService m_home;
    MovementService m_movements;
    HistoryService m_history;
    RecordEdits m_edits;
    ReviewService m_reviews;
    CommendationService m_commendations;
    UrgingService m_urging;
    PublicityService m_publicity;
    StepService m_steps;
    YearService m_year;
    YearForms m_yearForms;
    SearchService m_search;
};

} // namespace thidua::services
