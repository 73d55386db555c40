#include "server/standings/standingsources.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::server
{

using domain::Channel;

Result<void> StandingSources::readFrame(ServerAuthor& author)
{
    auto blocks = author.values(kind::block);
    if (!blocks)
        return blocks.error();
    auto units = author.values(kind::unit);
    if (!units)
        return units.error();
    auto memberships = author.values(kind::membership);
    if (!memberships)
        return memberships.error();
    m_blocks.clear();
    m_members.clear();
    m_blocksOfUnit.clear();
    for (const StoredRecord& stored : std::as_const(*blocks))
        m_blocks.insert(stored.record, domain::Block::fromFields(stored.record, stored.values));
    QHash<RecordId, domain::Unit> unitsById;
    for (const StoredRecord& stored : std::as_const(*units))
        unitsById.insert(stored.record, domain::Unit::fromFields(stored.record, stored.values));
    for (const StoredRecord& stored : std::as_const(*memberships)) {
        const auto membership = domain::Membership::fromFields(stored.record, stored.values);
        const auto unit = unitsById.constFind(membership.unit);
        if (unit == unitsById.constEnd() || m_blocksOfUnit.contains(membership.unit, membership.block))
            continue;
        m_members[membership.block].append(*unit);
        m_blocksOfUnit.insert(membership.unit, membership.block);
    }
    return {};
}

QList<RecordId> StandingSources::clustersOf(int year) const
{
    QList<domain::Block> clusters;
    for (const domain::Block& block : m_blocks) {
        if (block.kind == domain::BlockKind::Cluster && block.year == year)
            clusters.append(block);
    }
    // Tied units of the city stand in the order of their clusters.
    std::ranges::sort(clusters, [](const domain::Block& a, const domain::Block& b) {
        return std::make_tuple(a.code.size(), a.code, a.id) < std::make_tuple(b.code.size(), b.code, b.id);
    });
    QList<RecordId> ids;
    for (const domain::Block& cluster : clusters)
        ids.append(cluster.id);
    return ids;
}

const domain::Block& StandingSources::block(const RecordId& id) const
{
    const auto found = m_blocks.constFind(id);
    Q_ASSERT(found != m_blocks.constEnd());
    return *found;
}

template<typename T>
static Result<QList<T>> readAll(ServerAuthor& author, QLatin1String kind, const RecordId& block)
{
    auto stored = author.values(kind, Channel::block(block).name());
    if (!stored)
        return stored.error();
    QList<T> result;
    for (const StoredRecord& record : std::as_const(*stored))
        result.append(T::fromFields(record.record, record.values));
    return result;
}

Result<BlockSources> StandingSources::read(ServerAuthor& author, const RecordId& blockId)
{
    BlockSources sources{.block = block(blockId),
                         .units = m_members.value(blockId),
                         .table = {},
                         .criteria = {},
                         .ballots = {}};
    auto tables = readAll<domain::ScoreTable>(author, kind::scoreTable, blockId);
    if (!tables)
        return tables.error();
    sources.table = domain::generalTable(*tables, blockId, sources.block.year);
    auto criteria = readAll<domain::Criterion>(author, kind::criterion, blockId);
    if (!criteria)
        return criteria.error();
    for (const domain::Criterion& criterion : std::as_const(*criteria)) {
        if (sources.table && criterion.scoreTable == sources.table->id)
            sources.criteria.append(criterion);
    }
    auto ballots = readAll<domain::Ballot>(author, kind::ballot, blockId);
    if (!ballots)
        return ballots.error();
    sources.ballots = std::move(*ballots);
    for (const domain::Unit& unit : std::as_const(sources.units)) {
        if (!sources.table)
            break; // nothing is scored without one
        if (auto read = readReports(author, unit.id); !read)
            return read.error();
    }
    return sources;
}

void StandingSources::noteChange(const RecordId& unit, const RecordId& record)
{
    constexpr qsizetype most = 5'000;
    Changes& changes = m_changes[unit];
    if (changes.count++ == 0 || !changes.records.isEmpty())
        changes.records.insert(record);
    if (changes.records.size() > most)
        changes.records.clear();
}

Result<void> StandingSources::readAgain(ServerAuthor& author, const QString& channel,
                                        const QSet<RecordId>& records, UnitReports& known)
{
    for (auto& reports : known.byPeriod)
        reports.removeIf([&](const domain::ScoredReport& report) { return records.contains(report.id); });
    for (const RecordId& id : records) {
        auto record = author.record(id);
        if (!record)
            return record.error();
        if (!*record || (*record)->kind != kind::report || (*record)->channel != channel ||
            (*record)->values.value(name::deleted).toBool())
            continue;
        known.byPeriod[(*record)->values.value(name::period).toText()].append(
            domain::scoredReport(id, (*record)->values));
    }
    // In the order in which they are read as a whole.
    for (auto& reports : known.byPeriod)
        std::ranges::sort(reports, {}, &domain::ScoredReport::id);
    return {};
}

Result<void> StandingSources::readReports(ServerAuthor& author, const RecordId& unit)
{
    const QString channel = Channel::unit(unit).name();
    auto revision = author.revision(channel);
    if (!revision)
        return revision.error();
    UnitReports& known = m_reports[unit];
    const Changes changes = m_changes.take(unit);
    if (known.revision == *revision)
        return {};
    if (known.revision >= 0 && known.revision + changes.count == *revision && !changes.records.isEmpty()) {
        const auto read = readAgain(author, channel, changes.records, known);
        known.revision = read ? *revision : -1;
        return read;
    }
    auto stored = author.values(kind::report, channel);
    if (!stored)
        return stored.error();
    known.byPeriod.clear();
    for (const StoredRecord& report : std::as_const(*stored))
        known.byPeriod[report.values.value(name::period).toText()].append(
            domain::scoredReport(report.record, report.values));
    known.revision = *revision;
    return {};
}

QList<domain::ScoredReport> StandingSources::reports(const BlockSources& sources, const QString& period) const
{
    QList<domain::ScoredReport> reports;
    for (const domain::Unit& unit : sources.units)
        reports.append(m_reports.value(unit.id).byPeriod.value(period));
    return reports;
}

QSet<QString> StandingSources::periods(const BlockSources& sources) const
{
    QSet<RecordId> criteria;
    for (const domain::Criterion& criterion : sources.criteria)
        criteria.insert(criterion.id);
    QSet<QString> periods;
    for (const domain::Unit& unit : sources.units) {
        const auto byPeriod = m_reports.value(unit.id).byPeriod;
        for (auto entry = byPeriod.cbegin(); entry != byPeriod.cend(); ++entry) {
            const bool ours = std::ranges::any_of(*entry, [&](const domain::ScoredReport& report) {
                return criteria.contains(report.criterion);
            });
            if (ours)
                periods.insert(entry.key());
        }
    }
    return periods;
}

} // namespace thidua::server
