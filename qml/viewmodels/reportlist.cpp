#include "viewmodels/reportlist.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::ReportState;
using services::ReportLine;

static constexpr std::array statesInOrder{ReportState::Draft,    ReportState::Submitted,
                                          ReportState::Returned, ReportState::Appraised,
                                          ReportState::Decided,  ReportState::Published};

ReportList::ReportList(const Workplace& place, QObject* parent)
    : RowList(parent)
    , m_place(place)
    , m_live(place, {kind::report, kind::unit, kind::criterion, kind::scoreTable}, [this] { load(); })
{
    connect(&place.feed, &ChangeFeed::everythingChanged, this, &ReportList::choicesChanged);
}

void ReportList::begin()
{
    if (std::exchange(m_begun, true))
        return;
    m_live.begin();
    readOn();
}

// Part by part, so that other work on the store's thread comes in between.
void ReportList::readOn()
{
    m_place.store.run(
        this, [](services::Services& services) { return services.book().readOn(); },
        [this](const Result<bool>& complete) {
            if (complete && !*complete) {
                readOn();
                return;
            }
            m_complete = complete.ok();
            m_errorText = viewmodels::errorText(complete.error().code);
            m_live.refresh();
        });
}

void ReportList::load()
{
    m_live.read([query = m_query](services::Services& services) { return services.book().find(query); },
                [this](Result<services::ReportPage> page) { show(std::move(page)); });
}

void ReportList::show(Result<services::ReportPage> page)
{
    if (!page) {
        m_errorText = viewmodels::errorText(page.error().code);
        Q_EMIT countChanged();
        return;
    }
    // A file that was opened anew begins with an empty book.
    if (m_complete && !page->complete) {
        m_complete = false;
        readOn();
    }
    const bool renamed = std::exchange(m_names, page->names) != page->names || m_today != page->today;
    m_today = page->today;
    setRows(std::move(page->lines), [](const ReportLine& a, const ReportLine& b) { return a.id == b.id; });
    if (renamed && rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    if (std::exchange(m_periods, page->periods) != page->periods)
        Q_EMIT choicesChanged();
    Q_EMIT countChanged();
}

void ReportList::narrow()
{
    m_live.refresh();
    Q_EMIT filterChanged();
}

void ReportList::setFilter(const QString& filter)
{
    if (std::exchange(m_query.text, filter) != filter)
        narrow();
}

QString ReportList::stateFilter() const
{
    return m_query.state ? QString(reportStateName(*m_query.state)) : QString();
}

void ReportList::setStateFilter(const QString& name)
{
    const auto state = std::ranges::find(statesInOrder, name, domain::reportStateName);
    const auto wanted = state == statesInOrder.end() ? std::nullopt : std::optional(*state);
    if (std::exchange(m_query.state, wanted) != wanted)
        narrow();
}

QString ReportList::unitFilter() const
{
    return m_query.unit.isNull() ? QString() : m_query.unit.toText();
}

void ReportList::setUnitFilter(const QString& unit)
{
    const RecordId wanted = RecordId::fromText(unit).value_or(RecordId());
    if (std::exchange(m_query.unit, wanted) != wanted)
        narrow();
}

void ReportList::setPeriod(const QString& period)
{
    if (std::exchange(m_query.period, period) != period)
        narrow();
}

QVariantList ReportList::states() const
{
    QVariantList list{QVariantMap{{u"id"_s, QString()}, {u"name"_s, tr("All states")}}};
    for (const ReportState state : statesInOrder)
        list.append(
            QVariantMap{{u"id"_s, QString(reportStateName(state))}, {u"name"_s, reportStateText(state)}});
    return list;
}

QVariantList ReportList::periods() const
{
    QVariantList list{QVariantMap{{u"id"_s, QString()}, {u"name"_s, tr("All periods")}}};
    for (const QString& period : m_periods)
        list.append(QVariantMap{{u"id"_s, period}, {u"name"_s, periodText(period)}});
    return list;
}

services::ReportNames::Line ReportList::criterion(const ReportLine& row) const
{
    return m_names ? m_names->criteria.value(row.criterion) : services::ReportNames::Line();
}

QVariant ReportList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReportLine& row = rows()[index.row()];
    switch (role) {
    case Id:
        return row.id.toText();
    case CriterionId:
        return row.criterion.toText();
    case Title:
        return criterion(row).name;
    case Group:
        return criterionTitle(criterion(row).label, criterion(row).label);
    case UnitName:
        return m_names ? m_names->units.value(row.unit) : QString();
    case PeriodText:
        return periodText(row.period);
    case ValueText:
        return amountText(row.value, row.measure);
    case ScoreText:
        return row.stage == domain::ScoreStage::None ? QString()
                                                     : tr("%1 points").arg(pointsText(row.points));
    case StateText:
        return reportStateText(row.state);
    case StateName:
        return QString(reportStateName(row.state));
    case Pending:
        return row.pending;
    case Conflict:
        return row.conflict;
    case Late: {
        const QDate dueOn = criterion(row).dueOn;
        const bool open = row.state == ReportState::Draft || row.state == ReportState::Returned;
        return open && dueOn.isValid() && dueOn < m_today;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ReportList::roleNames() const
{
    return {{Id, "id"},
            {CriterionId, "criterionId"},
            {Title, "title"},
            {Group, "group"},
            {UnitName, "unitName"},
            {PeriodText, "periodText"},
            {ValueText, "valueText"},
            {ScoreText, "scoreText"},
            {StateText, "stateText"},
            {StateName, "stateName"},
            {Pending, "pending"},
            {Conflict, "conflict"},
            {Late, "late"}};
}

} // namespace thidua::viewmodels
