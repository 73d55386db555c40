#include "services/homeservice.h"

#include "services/reportservice.h"

#include <algorithm>

namespace thidua::services
{

HomeService::HomeService(store::LocalStore& store, CatalogueService& catalogue, Access& access,
                         StandingService& standings)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
    , m_standings(standings)
{
}

Result<HomeSummary> HomeService::summary()
{
    auto person = m_access.person();
    if (!person)
        return person.error();
    HomeSummary summary;
    summary.person = *person;
    summary.unitName = m_catalogue.unitName(person->unit);
    if (const auto* block = m_catalogue.block(person->block))
        summary.blockName = block->name;
    if (person->unit.isNull()) {
        if (auto done = addOverview(summary); !done)
            return done.error();
    }
    const auto* table = m_catalogue.currentTableOf(person->block);
    if (!table)
        return summary;
    summary.period = currentPeriod(person->block, table->year);
    summary.dueOn = table->dueOn;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
    summary.late = table->dueOn.isValid() && table->dueOn < today;
    if (!person->unit.isNull()) {
        auto lines = this->lines(*person, summary.period, m_catalogue.criteriaOf(table->id));
        if (!lines)
            return lines.error();
        summary.lines = std::move(*lines);
    }
    if (auto done = addStanding(summary); !done)
        return done.error();
    return summary;
}

// A table may be reported against by the year or by parts of it; the block's newest standing tells.
QString HomeService::currentPeriod(const RecordId& block, int year)
{
    const QString whole = QString::number(year);
    const auto choices = m_standings.choices();
    for (const BlockChoice& choice : choices.valueOr({})) {
        if (choice.id == block && !choice.periods.isEmpty() && choice.periods.first().startsWith(whole))
            return choice.periods.first();
    }
    return whole;
}

Result<QList<DueLine>> HomeService::lines(const Person& person, const QString& period,
                                          const QList<domain::Criterion>& criteria)
{
    Result<UnitReports> reports{UnitReports()};
    if (!person.unit.isNull())
        reports = UnitReports::read(m_store, person.unit, period, criteria);
    auto drafts = m_store.drafts();
    if (!reports || !drafts)
        return reports ? drafts.error() : reports.error();
    QSet<QString> kept;
    for (const store::Draft& draft : std::as_const(*drafts))
        kept.insert(draft.key);
    QList<DueLine> lines;
    for (const domain::Criterion& criterion : criteria) {
        DueLine line;
        line.criterion = criterion;
        line.label = m_catalogue.criterionLabel(criterion);
        const ReportLine* report = reports->find(criterion.id);
        const RecordId id = report ? report->id : domain::Report::idOf(person.unit, criterion.id, period);
        line.draftKept = kept.contains(draftKeyOf(id));
        if (report) {
            line.report = id;
            line.state = report->state;
            line.value = report->value;
            line.measure = report->measure;
            line.stage = report->stage;
            line.points = report->points;
            line.pending = report->pending;
            line.conflict = report->conflict;
        }
        lines.append(line);
    }
    return lines;
}

// Whoever leads a block sees it; everybody else who has no unit, the city or the only block there is.
Result<void> HomeService::addOverview(HomeSummary& summary)
{
    auto choices = m_standings.choices();
    if (!choices || choices->isEmpty())
        return choices ? Result<void>() : choices.error();
    const auto own = [&](const BlockChoice& choice) {
        return summary.person.block.isNull() ? choice.id.isNull() : choice.id == summary.person.block;
    };
    const auto found = std::ranges::find_if(*choices, own);
    const BlockChoice& choice = found == choices->end() ? choices->first() : *found;
    auto view = m_standings.standing(choice.id, choice.periods.first());
    if (!view)
        return view.error().code == ErrorCode::NotFound ? Result<void>() : view.error();
    summary.overviewName = choice.name;
    summary.overview = std::move(*view);
    return {};
}

Result<void> HomeService::addStanding(HomeSummary& summary)
{
    auto view = m_standings.standing(summary.person.block, summary.period);
    if (!view)
        return view.error().code == ErrorCode::NotFound ? Result<void>() : view.error();
    const auto& rows = view->standing.rows;
    const auto own = std::ranges::find(rows, summary.person.unit, &domain::StandingRow::unit);
    if (own != rows.end())
        summary.row = *own;
    summary.ranked = view->standing.reported();
    summary.standingAsOf = view->standing.asOf;
    return {};
}

} // namespace thidua::services
