#pragma once

#include "domain/standing.h"
#include "services/access.h"

namespace thidua::services
{

struct StandingView {
    domain::Standing standing;
    QHash<RecordId, QString> unitNames;
    RecordId lead;  // the block's lead unit of the year; null for the city
    int unsent = 0; // own reports that are included and that the server does not know yet
};

// Where a person can look: a block or cluster, or the whole city (null id).
struct BlockChoice {
    RecordId id;
    QString name;
    domain::BlockKind kind = domain::BlockKind::Block;
    QStringList periods; // newest first
};

// The tables that the server makes, with the own unsent reports added by the same function.
class StandingService
{
public:
    StandingService(store::LocalStore& store, CatalogueService& catalogue, Access& access);

    [[nodiscard]] Result<QList<BlockChoice>> choices(); // the own block first, then by name; the city last
    // NotFound when the server has made none and the reports are not held.
    [[nodiscard]] Result<StandingView> standing(const RecordId& block, const QString& period);

private:
    // unit -> the unsent reports of the period
    [[nodiscard]] Result<QHash<RecordId, int>> unsentOf(const RecordId& block, const QString& period);
    [[nodiscard]] Result<std::optional<domain::StandingInput>> inputFor(const RecordId& block,
                                                                        const QString& period);
    // Votes by unit, in the block's ballots on ties.
    [[nodiscard]] Result<QHash<RecordId, qint64>> votesOn(const RecordId& block, const QString& period);
    [[nodiscard]] Result<void> addReports(domain::StandingInput& input);
    [[nodiscard]] Result<domain::Standing> withOwnReports(const domain::Standing& made,
                                                          const QList<RecordId>& units);
    [[nodiscard]] Result<domain::Standing> computed(const RecordId& block, const QString& period);
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
};

} // namespace thidua::services
