#pragma once

#include "domain/standing.h"
#include "server/standings/standingsources.h"

namespace thidua::server
{

// One computation of some blocks' standings and of the city's, written in one commit at its end.
class StandingRound
{
public:
    StandingRound(ServerAuthor& author, StandingSources& sources);

    [[nodiscard]] Result<void> computeBlock(const RecordId& block);
    // The city's standings of the clusters that were computed; then everything that has changed is written.
    [[nodiscard]] Result<void> finish();

private:
    using ByPeriod = QMap<QString, domain::Standing>;

    // The standings that a channel holds as records.
    [[nodiscard]] Result<ByPeriod> stored(const domain::Channel& channel);
    [[nodiscard]] domain::Standing standingOf(const BlockSources& sources, const QString& period,
                                              const ByPeriod& earlier) const;
    [[nodiscard]] Result<void> computeCity(int year, const QSet<QString>& periods);
    // Of every cluster of the year that has a table, also of those in which nobody has reported yet.
    [[nodiscard]] Result<QList<domain::Standing>> clusterStandings(int year, const QString& period);
    void keep(const domain::Standing& standing, const ByPeriod& before);

    ServerAuthor& m_author;
    StandingSources& m_sources;
    QMap<RecordId, ByPeriod> m_computed;    // by block
    QMap<int, QSet<QString>> m_cityPeriods; // by the year of the clusters
    QList<ServerEdit> m_edits;
};

} // namespace thidua::server
