#include "services/unitreports.h"

#include "domain/names.h"

namespace thidua::services
{

// More than any unit writes in years; beyond it, reading all to find a few would take too long.
static constexpr qint64 readAllUpTo = 5000;

ReportLine reportLine(const store::Record& record)
{
    const auto report = domain::Report::fromFields(record.id, record.values);
    const auto scored = domain::scoredReport(record.id, record.values);
    return {record.id,    report.unit,   report.criterion, report.period,  report.value,   report.measure,
            scored.stage, scored.points, scored.state,     record.pending, record.conflict};
}

Result<UnitReports> UnitReports::read(store::LocalStore& store, const RecordId& unit, const QString& period,
                                      const QList<domain::Criterion>& criteria)
{
    UnitReports reports;
    const QString channel = domain::Channel::unit(unit).name();
    auto count = store.count(kind::report, channel);
    if (!count)
        return count.error();
    if (*count <= readAllUpTo) {
        auto records = store.records(kind::report, channel);
        if (!records)
            return records.error();
        for (const store::Record& record : std::as_const(*records))
            reports.add(record, period);
        return reports;
    }
    for (const domain::Criterion& criterion : criteria) {
        auto record = store.record(domain::Report::idOf(unit, criterion.id, period));
        if (!record)
            return record.error();
        if (*record && !(*record)->deleted)
            reports.add(**record, period);
    }
    return reports;
}

void UnitReports::add(const store::Record& record, const QString& period)
{
    const ReportLine line = reportLine(record);
    if (line.period != period)
        return;
    const bool common = line.id == domain::Report::idOf(line.unit, line.criterion, line.period);
    if (common || !m_lines.contains(line.criterion))
        m_lines.insert(line.criterion, line);
}

const ReportLine* UnitReports::find(const RecordId& criterion) const
{
    const auto found = m_lines.constFind(criterion);
    return found == m_lines.cend() ? nullptr : &*found;
}

} // namespace thidua::services
