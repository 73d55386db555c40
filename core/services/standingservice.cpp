#include "services/standingservice.h"

#include "domain/ballotresult.h"
#include "domain/names.h"
#include "domain/period.h"
#include "domain/text.h"

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::Standing;
using domain::StandingRow;

StandingService::StandingService(store::LocalStore& store, CatalogueService& catalogue, Access& access)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
{
}

Result<QList<BlockChoice>> StandingService::choices()
{
    auto person = m_access.person();
    auto records = m_store.records(kind::standing);
    if (!person || !records)
        return person ? records.error() : person.error();
    QHash<RecordId, QStringList> periods; // by block
    for (const store::Record& record : std::as_const(*records))
        periods[record.values.value(name::block).toId()].append(record.values.value(name::period).toText());
    for (const domain::ScoreTable& table : m_catalogue.scoreTables()) {
        const QString period = QString::number(table.year);
        if (m_catalogue.block(table.block) && !periods[table.block].contains(period))
            periods[table.block].append(period);
    }
    QList<BlockChoice> choices;
    for (auto entry = periods.begin(); entry != periods.end(); ++entry) {
        std::ranges::sort(*entry, std::ranges::greater());
        const auto* block = m_catalogue.block(entry.key());
        if (block)
            choices.append({block->id, block->name, block->kind, *entry});
        else if (entry.key().isNull())
            choices.append({{}, {}, domain::BlockKind::Cluster, *entry});
    }
    std::ranges::sort(choices, {}, [&](const BlockChoice& choice) {
        return std::make_tuple(choice.id != person->block, choice.id.isNull(), domain::sortKey(choice.name));
    });
    return choices;
}

Result<StandingView> StandingService::standing(const RecordId& block, const QString& period)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    auto made = m_store.record(Standing::idOf(block, period));
    auto unsent = unsentOf(block, period);
    if (!made || !unsent)
        return made ? unsent.error() : made.error();
    Result<Standing> standing(ErrorCode::NotFound);
    if (!*made)
        standing = computed(block, period);
    else if (unsent->isEmpty())
        standing = Standing::fromFields((*made)->id, (*made)->values);
    else
        standing = withOwnReports(Standing::fromFields((*made)->id, (*made)->values), unsent->keys());
    if (!standing)
        return standing.error();
    StandingView view{std::move(*standing), {}, m_catalogue.leadOf(block), 0};
    for (const StandingRow& row : std::as_const(view.standing.rows))
        view.unitNames.insert(row.unit, m_catalogue.unitName(row.unit));
    for (const int count : std::as_const(*unsent))
        view.unsent += count;
    return view;
}

Result<QHash<RecordId, int>> StandingService::unsentOf(const RecordId& block, const QString& period)
{
    QHash<RecordId, int> unsent;
    auto pending = m_store.outbox(store::EditState::Pending);
    if (!pending)
        return pending.error();
    const QList<RecordId> units = m_catalogue.unitsOf(block);
    QSet<RecordId> counted;
    for (const store::OutboxEntry& entry : std::as_const(*pending)) {
        if (entry.edit.kind != kind::report || counted.contains(entry.edit.record))
            continue;
        counted.insert(entry.edit.record);
        auto record = m_store.record(entry.edit.record);
        if (!record)
            return record.error();
        if (!*record || (*record)->values.value(name::period).toText() != period)
            continue;
        const RecordId unit = (*record)->values.value(name::unit).toId();
        if (block.isNull() || units.contains(unit))
            ++unsent[unit];
    }
    return unsent;
}

Result<std::optional<domain::StandingInput>> StandingService::inputFor(const RecordId& block,
                                                                       const QString& period)
{
    const domain::Block* about = m_catalogue.block(block);
    const int year = domain::yearOfPeriod(period);
    const auto table = domain::generalTable(m_catalogue.scoreTables(), block, year);
    if (!about || !table)
        return std::optional<domain::StandingInput>();
    domain::StandingInput input;
    input.block = block;
    input.period = period;
    input.table = *table;
    input.criteria = m_catalogue.criteriaOf(table->id);
    input.tieBreak = about->tieBreak.isEmpty() ? domain::defaultTieBreak() : about->tieBreak;
    input.asOf = m_store.correctedNow();
    auto votes = votesOn(block, period);
    if (!votes)
        return votes.error();
    input.votes = std::move(*votes);
    auto before = m_store.record(Standing::idOf(block, domain::previousPeriod(period)));
    if (!before)
        return before.error();
    if (*before)
        input.previousRanks = Standing::fromFields((*before)->id, (*before)->values).ranks();
    return std::optional(std::move(input));
}

Result<QHash<RecordId, qint64>> StandingService::votesOn(const RecordId& block, const QString& period)
{
    if (block.isNull())
        return QHash<RecordId, qint64>();
    auto records = m_store.records(kind::ballot, domain::Channel::block(block).name());
    if (!records)
        return records.error();
    QList<domain::Ballot> ballots;
    for (const store::Record& record : std::as_const(*records))
        ballots.append(domain::Ballot::fromFields(record.id, record.values));
    return domain::tieBreakVotes(ballots, period);
}

Result<void> StandingService::addReports(domain::StandingInput& input)
{
    for (const domain::Unit& unit : std::as_const(input.units)) {
        auto records = m_store.records(kind::report, domain::Channel::unit(unit.id).name());
        if (!records)
            return records.error();
        for (const store::Record& record : std::as_const(*records)) {
            if (record.values.value(name::period).toText() == input.period)
                input.reports.append(domain::scoredReport(record.id, record.values));
        }
    }
    return {};
}

// The rows of these units made anew, all the others as the server made them.
Result<Standing> StandingService::withOwnReports(const Standing& made, const QList<RecordId>& units)
{
    Standing standing = made;
    for (const RecordId& id : units) {
        const auto row = std::ranges::find(standing.rows, id, &StandingRow::unit);
        const domain::Unit* unit = m_catalogue.unit(id);
        const RecordId block = made.block.isNull() ? m_catalogue.currentBlockOf(id) : made.block;
        auto input = inputFor(block, made.period);
        if (!input)
            return input.error();
        if (row == standing.rows.end() || !unit || !*input)
            continue;
        (*input)->units = {*unit};
        if (auto done = addReports(**input); !done)
            return done.error();
        const Standing own = standingOf(**input);
        StandingRow fresh = own.rows.value(0);
        fresh.previousRank = row->previousRank;
        QList<qint64> points(made.groups.size(), 0);
        for (qsizetype i = 0; i < own.groups.size(); ++i) {
            if (const qsizetype at = made.groups.indexOf(own.groups[i]); at >= 0)
                points[at] = fresh.groupPoints.value(i);
        }
        fresh.groupPoints = points;
        *row = fresh;
    }
    const domain::Block* block = m_catalogue.block(made.block);
    auto votes = votesOn(made.block, made.period);
    if (!votes)
        return votes.error();
    rankRows(standing, block && !block->tieBreak.isEmpty() ? block->tieBreak : domain::defaultTieBreak(),
             *votes);
    return standing;
}

Result<Standing> StandingService::computed(const RecordId& block, const QString& period)
{
    auto input = inputFor(block, period);
    auto held = m_store.positions();
    if (!input || !held)
        return input ? held.error() : input.error();
    if (!*input)
        return {ErrorCode::NotFound, u"no score table for this block and period"_s};
    for (const RecordId& id : m_catalogue.unitsOf(block)) {
        const domain::Unit* unit = m_catalogue.unit(id);
        if (!unit || !held->contains(domain::Channel::unit(id).name()))
            return {ErrorCode::NotFound, u"no standing yet, and not all reports are held here"_s};
        (*input)->units.append(*unit);
    }
    if (auto done = addReports(**input); !done)
        return done.error();
    return standingOf(**input);
}

} // namespace thidua::services
