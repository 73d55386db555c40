#include "viewmodels/homemodel.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/timetext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::ReportState;
using services::DueLine;

HomeModel::HomeModel(const Workplace& place, QObject* parent)
    : QObject(parent)
    , m_clock(place.clock)
    , m_query(place,
              {kind::report, kind::standing, kind::criterion, kind::scoreTable, kind::unit, kind::block,
               kind::membership},
              [this] { load(); })
{
}

void HomeModel::load()
{
    m_query.read([](services::Services& services) { return services.home().summary(); },
                 [this](Result<services::HomeSummary> summary) { show(std::move(summary)); });
}

void HomeModel::show(Result<services::HomeSummary> summary)
{
    m_errorText = viewmodels::errorText(summary.error().code);
    if (summary) {
        m_loaded = true;
        m_summary = std::move(*summary);
        m_due.clear();
        for (const DueLine& line : std::as_const(m_summary.lines)) {
            if (line.isOpen())
                m_due.append(dueRow(line));
        }
    }
    Q_EMIT changed();
}

QVariantMap HomeModel::dueRow(const DueLine& line) const
{
    const bool begun = !line.report.isNull() || line.draftKept;
    return {{u"criterionId"_s, line.criterion.id.toText()},
            {u"reportId"_s, line.report.isNull() ? QString() : line.report.toText()},
            {u"title"_s, line.criterion.name},
            {u"group"_s, criterionTitle(line.label, criterionKindText(line.criterion.kind))},
            {u"stateText"_s, begun ? reportStateText(line.state) : tr("Not begun")},
            {u"stateName"_s, begun ? QString(reportStateName(line.state)) : u"none"_s},
            {u"deadlineText"_s, deadlineText()},
            {u"late"_s, m_summary.late},
            {u"draftKept"_s, line.draftKept}};
}

QString HomeModel::deadlineText() const
{
    if (!m_summary.dueOn.isValid())
        return tr("no deadline");
    const QString day = domain::shortDate(m_summary.dueOn);
    return m_summary.late ? tr("was due on %1").arg(day) : tr("due on %1").arg(day);
}

QString HomeModel::unitName() const
{
    return m_summary.unitName.isEmpty() ? m_summary.blockName : m_summary.unitName;
}

QString HomeModel::greeting() const
{
    return m_summary.person.name.isEmpty() ? QString() : tr("Hello, %1").arg(m_summary.person.name);
}

QString HomeModel::periodText() const
{
    return viewmodels::periodText(m_summary.period);
}

int HomeModel::draftCount() const
{
    return int(std::ranges::count_if(m_summary.lines, [](const DueLine& line) {
        return (!line.report.isNull() && line.state == ReportState::Draft) ||
               (line.report.isNull() && line.draftKept);
    }));
}

int HomeModel::returnedCount() const
{
    return int(std::ranges::count(m_summary.lines, ReportState::Returned, &DueLine::state));
}

int HomeModel::submittedCount() const
{
    return int(std::ranges::count_if(m_summary.lines, [](const DueLine& line) { return !line.isOpen(); }));
}

QString HomeModel::rankText() const
{
    if (!m_summary.row || m_summary.row->rank == 0)
        return {};
    return tr("%1 of %2").arg(m_summary.row->rank).arg(m_summary.ranked);
}

QString HomeModel::totalText() const
{
    return m_summary.row ? tr("%1 points").arg(pointsText(m_summary.row->points.total())) : QString();
}

QString HomeModel::standingAsOfText() const
{
    return m_summary.standingAsOf > 0 ? asOfText(m_summary.standingAsOf) : QString();
}

QString HomeModel::overviewTitle() const
{
    if (!m_summary.overview)
        return {};
    const QString name = m_summary.overviewName.isEmpty() ? tr("Whole city") : m_summary.overviewName;
    return tr("%1, %2").arg(name, viewmodels::periodText(m_summary.overview->standing.period));
}

QString HomeModel::overviewAsOfText() const
{
    return m_summary.overview ? asOfText(m_summary.overview->standing.asOf) : QString();
}

int HomeModel::reportedUnits() const
{
    return m_summary.overview ? m_summary.overview->standing.reported() : 0;
}

int HomeModel::expectedUnits() const
{
    return m_summary.overview ? m_summary.overview->standing.expected() : 0;
}

int HomeModel::incompleteUnits() const
{
    if (!m_summary.overview)
        return 0;
    return int(std::ranges::count_if(m_summary.overview->standing.rows, [](const domain::StandingRow& row) {
        return row.rank > 0 && row.reported < row.expected;
    }));
}

QStringList HomeModel::silentUnits() const
{
    QStringList names;
    if (!m_summary.overview)
        return names;
    for (const domain::StandingRow& row : m_summary.overview->standing.rows) {
        if (row.rank == 0)
            names.append(m_summary.overview->unitNames.value(row.unit));
    }
    return names;
}

QVariantList HomeModel::leading() const
{
    constexpr qsizetype most = 5;
    QVariantList rows;
    if (!m_summary.overview)
        return rows;
    for (const domain::StandingRow& row : m_summary.overview->standing.rows) {
        if (row.rank == 0 || rows.size() == most)
            break;
        rows.append(QVariantMap{{u"rank"_s, row.rank},
                                {u"name"_s, m_summary.overview->unitNames.value(row.unit)},
                                {u"pointsText"_s, pointsText(row.points.total())},
                                {u"change"_s, row.previousRank > 0 ? row.previousRank - row.rank : 0},
                                {u"isNew"_s, row.previousRank == 0}});
    }
    return rows;
}

} // namespace thidua::viewmodels
