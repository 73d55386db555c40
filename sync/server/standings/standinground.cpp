#include "server/standings/standinground.h"

#include "domain/ballotresult.h"
#include "domain/names.h"
#include "domain/period.h"

namespace thidua::server
{

using domain::Channel;
using domain::Standing;

StandingRound::StandingRound(ServerAuthor& author, StandingSources& sources)
    : m_author(author)
    , m_sources(sources)
{
}

Result<StandingRound::ByPeriod> StandingRound::stored(const Channel& channel)
{
    auto records = m_author.values(kind::standing, channel.name());
    if (!records)
        return records.error();
    ByPeriod standings;
    for (const StoredRecord& record : std::as_const(*records)) {
        const Standing standing = Standing::fromFields(record.record, record.values);
        standings.insert(standing.period, standing);
    }
    return standings;
}

Standing StandingRound::standingOf(const BlockSources& sources, const QString& period,
                                   const ByPeriod& earlier) const
{
    domain::StandingInput input;
    input.block = sources.block.id;
    input.period = period;
    input.table = *sources.table;
    input.criteria = sources.criteria;
    input.units = sources.units;
    input.reports = m_sources.reports(sources, period);
    input.tieBreak = sources.block.tieBreak.isEmpty() ? domain::defaultTieBreak() : sources.block.tieBreak;
    input.previousRanks = earlier.value(domain::previousPeriod(period)).ranks();
    input.votes = domain::tieBreakVotes(sources.ballots, period);
    input.asOf = m_author.clock().now();
    return domain::standingOf(input);
}

Result<void> StandingRound::computeBlock(const RecordId& block)
{
    auto sources = m_sources.read(m_author, block);
    if (!sources)
        return sources.error();
    if (!sources->table)
        return {};
    auto before = stored(Channel::block(block));
    if (!before)
        return before.error();
    // Periods that were shown once stay right even when nobody reports in them any more.
    QSet<QString> periods = m_sources.periods(*sources);
    for (const QString& period : before->keys())
        periods.insert(period);
    ByPeriod& computed = m_computed[block];
    QStringList ordered(periods.begin(), periods.end());
    ordered.sort(); // earlier periods of a span come first
    for (const QString& period : ordered) {
        computed.insert(period, standingOf(*sources, period, computed));
        keep(computed.value(period), *before);
        if (sources->block.kind == domain::BlockKind::Cluster &&
            domain::yearOfPeriod(period) == sources->block.year)
            m_cityPeriods[sources->block.year].insert(period);
    }
    return {};
}

void StandingRound::keep(const Standing& standing, const ByPeriod& before)
{
    const auto known = before.constFind(standing.period);
    if (known == before.constEnd() || !known->equalsExceptTime(standing))
        m_edits.append({standing.id, kind::standing, standing.toFields(), {}});
}

Result<QList<Standing>> StandingRound::clusterStandings(int year, const QString& period)
{
    QList<Standing> standings;
    for (const RecordId& cluster : m_sources.clustersOf(year)) {
        if (const auto computed = m_computed.value(cluster); computed.contains(period)) {
            standings.append(computed.value(period));
            continue;
        }
        auto before = stored(Channel::block(cluster));
        if (!before)
            return before.error();
        if (before->contains(period)) {
            standings.append(before->value(period));
            continue;
        }
        auto sources = m_sources.read(m_author, cluster);
        if (!sources)
            return sources.error();
        if (!sources->table)
            continue;
        standings.append(standingOf(*sources, period, *before));
        keep(standings.last(), *before);
    }
    return standings;
}

Result<void> StandingRound::computeCity(int year, const QSet<QString>& periods)
{
    auto before = stored(Channel::city());
    if (!before)
        return before.error();
    ByPeriod earlier = *before;
    QStringList ordered(periods.begin(), periods.end());
    ordered.sort();
    for (const QString& period : ordered) {
        auto clusters = clusterStandings(year, period);
        if (!clusters)
            return clusters.error();
        const Standing city = domain::cityStandingOf(
            period, *clusters, earlier.value(domain::previousPeriod(period)).ranks(), m_author.clock().now());
        earlier.insert(period, city);
        keep(city, *before);
    }
    return {};
}

Result<void> StandingRound::finish()
{
    for (auto entry = m_cityPeriods.cbegin(); entry != m_cityPeriods.cend(); ++entry) {
        if (auto computed = computeCity(entry.key(), entry.value()); !computed)
            return computed;
    }
    return m_edits.isEmpty() ? Result<void>() : m_author.author(m_edits);
}

} // namespace thidua::server
