#include "services/urgingservice.h"

#include "domain/names.h"
#include "domain/period.h"

#include <QDateTime>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::Inspection;

UrgingService::UrgingService(store::LocalStore& store, RecordEdits& edits, CatalogueService& catalogue,
                             Access& access)
    : m_store(store)
    , m_edits(edits)
    , m_catalogue(catalogue)
    , m_access(access)
{
}

QDate UrgingService::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
}

Result<QList<domain::LateUnit>> UrgingService::late(const RecordId& block, const QString& period)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    const auto table = domain::generalTable(m_catalogue.scoreTables(), block, domain::yearOfPeriod(period));
    if (!table)
        return {ErrorCode::NotFound, u"no score table for this block and period"_s};
    domain::Schedule schedule{table->dueOn, m_catalogue.unitsOf(block), {}};
    for (const domain::Criterion& criterion : m_catalogue.criteriaOf(table->id)) {
        if (criterion.kind == domain::CriterionKind::Base) // bonus and penalty lines are asked of nobody
            schedule.criteria.append(criterion.id);
    }
    QList<domain::ScoredReport> reports;
    for (const RecordId& unit : std::as_const(schedule.units)) {
        auto records = m_store.records(kind::report, domain::Channel::unit(unit).name());
        if (!records)
            return records.error();
        for (const store::Record& record : std::as_const(*records)) {
            if (record.values.value(name::period).toText() == period)
                reports.append(domain::scoredReport(record.id, record.values));
        }
    }
    return lateUnits(schedule, reports, today());
}

Result<RecordId> UrgingService::remind(const domain::Reminder& reminder)
{
    return m_edits.create(kind::reminder, reminder.toFields());
}

Result<QList<domain::Notice>> UrgingService::notices()
{
    auto person = m_access.person();
    auto reminders = m_edits.all<domain::Reminder>(kind::reminder);
    if (!person || !reminders)
        return person ? reminders.error() : person.error();
    return noticesFor(*reminders, person->role, today());
}

Result<RecordId> UrgingService::inspect(const Inspection& inspection)
{
    if (inspection.followUp.trimmed().isEmpty() == inspection.dueOn.isValid())
        return {ErrorCode::MissingField, u"what is to follow has a day, and a day has something to follow"_s};
    return m_edits.create(kind::inspection, inspection.toFields());
}

Result<void> UrgingService::answer(const ShownVersion& inspection, const QString& words)
{
    return m_edits.change(kind::inspection, inspection, {{name::answer, words.trimmed()}});
}

Result<void> UrgingService::close(const ShownVersion& inspection, const QString& reason)
{
    return m_edits.move(kind::inspection, inspection, "closed"_L1, {{name::reason, reason.trimmed()}});
}

Result<void> UrgingService::reopen(const ShownVersion& inspection, const QString& reason)
{
    return m_edits.move(kind::inspection, inspection, "open"_L1, {{name::reason, reason.trimmed()}});
}

Result<QList<Inspection>> UrgingService::overdue()
{
    auto inspections = m_edits.all<Inspection>(kind::inspection);
    if (!inspections)
        return inspections.error();
    inspections->removeIf([this](const Inspection& inspection) { return !inspection.isOverdue(today()); });
    return inspections;
}

} // namespace thidua::services
