#pragma once

#include "services/homeservice.h"

namespace thidua::services
{

struct MovementSheet {
    domain::Movement movement;
    QList<domain::LegalDocument> legalBasis;
    QList<domain::Target> targets;
    QString period; // of the criteria's reports
    QList<DueLine> criteria;
};

// Movements, what they rest on, what they aim at and what a unit reports for them.
class MovementService
{
public:
    MovementService(CatalogueService& catalogue, Access& access, HomeService& home);
    [[nodiscard]] Result<QList<MovementSheet>> all(); // newest first; criteria left out
    [[nodiscard]] Result<MovementSheet> sheet(const RecordId& movement);

private:
    [[nodiscard]] MovementSheet describe(const domain::Movement& movement) const;
    CatalogueService& m_catalogue;
    Access& m_access;
    HomeService& m_home;
};

} // namespace thidua::services
