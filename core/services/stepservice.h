#pragma once

#include "domain/lifecycle.h"
#include "services/commendationservice.h"
#include "services/publicityservice.h"
#include "services/reviewservice.h"
#include "services/urgingservice.h"

namespace thidua::services
{

// What can be done next with a record of the year's parts, and what stands in the way of it.
struct Step {
    QString to;                      // the state it leads to
    domain::Role role;               // who takes it, at least
    QStringList asks;                // fields that the person says with it: a reason, a decision, a prize
    QStringList missing;             // fields of the record that must be filled in before
    ErrorCode why = ErrorCode::None; // why this person cannot take it now

    [[nodiscard]] bool isPossible() const { return why == ErrorCode::None && missing.isEmpty(); }
};

// The steps of reviews, ballots, dossiers, inspections and publicity. Which there are says the domain's table
// of moves; the service of the part takes them, by its own rules.
class StepService
{
public:
    struct Parts {
        ReviewService& reviews;
        CommendationService& commendations;
        UrgingService& urging;
        PublicityService& publicity;
    };
    StepService(const Parts& parts, Access& access);

    [[nodiscard]] QList<Step> steps(QLatin1String kind, const ShownVersion& shown);
    // `said` holds what the step asks for. Errors: IllegalMove for a state that no step leads to, and those
    // of the part's service.
    [[nodiscard]] Result<void> take(QLatin1String kind, const ShownVersion& shown, const QString& to,
                                    const Fields& said);

private:
    [[nodiscard]] ErrorCode refusal(QLatin1String kind, const ShownVersion& shown, const Step& step);
    [[nodiscard]] Result<void> takeDossier(const ShownVersion& shown, const QString& to, const Fields& said);
    [[nodiscard]] Result<void> takePublicity(QLatin1String kind, const ShownVersion& shown, const QString& to,
                                             const Fields& said);
    Parts m_parts;
    Access& m_access;
};

} // namespace thidua::services
