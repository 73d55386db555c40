#pragma once

#include "domain/report.h"
#include "domain/scoring.h"
#include "services/catalogueservice.h"

namespace thidua::services
{

// A report in a list.
struct ReportLine {
    RecordId id;
    RecordId unit;
    RecordId criterion;
    QString period;
    std::optional<qint64> value;
    QString measure;
    domain::ScoreStage stage = domain::ScoreStage::None; // of the points
    qint64 points = 0;
    domain::ReportState state = domain::ReportState::Draft;
    bool pending = false;
    bool conflict = false;

    friend bool operator==(const ReportLine&, const ReportLine&) = default;
};

[[nodiscard]] ReportLine reportLine(const store::Record& record);

// The reports of one unit for one period, by criterion. Where two are about the same criterion, the one under
// the common id (Report::idOf) is meant.
class UnitReports
{
public:
    [[nodiscard]] static Result<UnitReports> read(store::LocalStore& store, const RecordId& unit,
                                                  const QString& period,
                                                  const QList<domain::Criterion>& criteria);
    [[nodiscard]] const ReportLine* find(const RecordId& criterion) const;

private:
    void add(const store::Record& record, const QString& period);
    QHash<RecordId, ReportLine> m_lines;
};

} // namespace thidua::services
