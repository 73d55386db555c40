#pragma once

#include "domain/ballot.h"
#include "domain/block.h"
#include "domain/scoring.h"
#include "domain/unit.h"
#include "server/serverauthor.h"

#include <QMap>
#include <QSet>

namespace thidua::server
{

// A block with everything its standings are made of, except the reports.
struct BlockSources {
    domain::Block block;
    QList<domain::Unit> units;
    std::optional<domain::ScoreTable> table;
    QList<domain::Criterion> criteria; // of that table
    QList<domain::Ballot> ballots;
};

// What standings are made of, kept between two computations because a city has some hundred thousand reports.
// A unit's reports are read again when its channel has a new revision, whoever wrote it.
class StandingSources
{
public:
    // Blocks, memberships and units; to be called again after one of them has changed.
    [[nodiscard]] Result<void> readFrame(ServerAuthor& author);

    [[nodiscard]] QList<RecordId> blocks() const { return m_blocks.keys(); }
    [[nodiscard]] QList<RecordId> blocksOf(const RecordId& unit) const { return m_blocksOfUnit.values(unit); }
    [[nodiscard]] QList<RecordId> clustersOf(int year) const;
    [[nodiscard]] const domain::Block& block(const RecordId& id) const;

    // A commit of this process has changed a record in a unit's channel.
    void noteChange(const RecordId& unit, const RecordId& record);

    // With the newest table, criteria and reports.
    [[nodiscard]] Result<BlockSources> read(ServerAuthor& author, const RecordId& block);
    // The reports of these sources in a period. read() comes first.
    [[nodiscard]] QList<domain::ScoredReport> reports(const BlockSources& sources,
                                                      const QString& period) const;
    [[nodiscard]] QSet<QString> periods(const BlockSources& sources) const;

private:
    struct UnitReports {
        qint64 revision = -1;
        QMap<QString, QList<domain::ScoredReport>> byPeriod;
    };
    // Each change takes one revision of its channel: if as many were noted as revisions were taken, nobody
    // else has written, and reading these records again is enough.
    struct Changes {
        qint64 count = 0;
        QSet<RecordId> records; // empty though count > 0: too many to remember
    };
    [[nodiscard]] Result<void> readReports(ServerAuthor& author, const RecordId& unit);
    [[nodiscard]] static Result<void> readAgain(ServerAuthor& author, const QString& channel,
                                                const QSet<RecordId>& records, UnitReports& known);

    QMap<RecordId, domain::Block> m_blocks;
    QMap<RecordId, QList<domain::Unit>> m_members;
    QMultiHash<RecordId, RecordId> m_blocksOfUnit;
    QHash<RecordId, UnitReports> m_reports;
    QHash<RecordId, Changes> m_changes; // by unit
};

} // namespace thidua::server
