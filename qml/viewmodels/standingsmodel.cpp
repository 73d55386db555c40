#include "viewmodels/standingsmodel.h"

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
using services::BlockChoice;

static QString idOf(const BlockChoice& choice)
{
    return choice.id.isNull() ? u"city"_s : choice.id.toText();
}

StandingsModel::StandingsModel(const Workplace& place, QObject* parent)
    : QObject(parent)
    , m_query(place,
              {kind::standing, kind::report, kind::scoreTable, kind::criterion, kind::block, kind::membership,
               kind::unit},
              [this] { load(); })
{
}

// What is chosen if it can be, else the first: the own block and its newest period.
Result<StandingsModel::Loaded> StandingsModel::read(services::Services& services, const QString& block,
                                                    const QString& period)
{
    auto person = services.person();
    auto choices = services.standings().choices();
    if (!person || !choices)
        return person ? choices.error() : person.error();
    Loaded loaded{std::move(*choices), {}, {}, person->unit, {}};
    auto found = std::ranges::find(loaded.choices, block, idOf);
    if (found == loaded.choices.end())
        found = loaded.choices.begin();
    if (found == loaded.choices.end())
        return loaded;
    loaded.block = idOf(*found);
    loaded.period = found->periods.contains(period) ? period : found->periods.value(0);
    auto view = services.standings().standing(found->id, loaded.period);
    if (view)
        loaded.view = std::move(*view);
    else if (view.error().code != ErrorCode::NotFound)
        return view.error();
    return loaded;
}

void StandingsModel::load()
{
    m_query.read([block = m_block,
                  period = m_period](services::Services& services) { return read(services, block, period); },
                 [this, block = m_block, period = m_period](Result<Loaded> loaded) {
                     // Another choice was made meanwhile; its own answer follows.
                     if (block == m_block && period == m_period)
                         show(std::move(loaded));
                 });
}

void StandingsModel::show(Result<Loaded> loaded)
{
    m_errorText = viewmodels::errorText(loaded.error().code);
    if (loaded) {
        m_loaded = true;
        m_choices = std::move(loaded->choices);
        m_block = loaded->block;
        m_period = loaded->period;
        m_ownUnit = loaded->ownUnit;
        m_view = std::move(loaded->view);
        if (m_view)
            m_rows.show(*m_view, m_ownUnit);
        else
            m_rows.clear();
        Q_EMIT choicesChanged();
        Q_EMIT choiceChanged();
    }
    Q_EMIT changed();
}

void StandingsModel::setBlockId(const QString& block)
{
    if (std::exchange(m_block, block) == block)
        return;
    Q_EMIT choiceChanged();
    m_query.refresh();
}

void StandingsModel::setPeriod(const QString& period)
{
    if (std::exchange(m_period, period) == period)
        return;
    Q_EMIT choiceChanged();
    m_query.refresh();
}

const BlockChoice* StandingsModel::choice() const
{
    const auto found = std::ranges::find(m_choices, m_block, idOf);
    return found == m_choices.end() ? nullptr : &*found;
}

static QString nameOf(const BlockChoice& choice)
{
    return choice.id.isNull() ? StandingsModel::tr("Whole city") : choice.name;
}

QVariantList StandingsModel::blocks() const
{
    QVariantList list;
    for (const BlockChoice& choice : m_choices) {
        list.append(QVariantMap{{u"id"_s, idOf(choice)},
                                {u"name"_s, nameOf(choice)},
                                {u"kindText"_s, blockKindText(choice.kind)}});
    }
    return list;
}

QVariantList StandingsModel::periods() const
{
    QVariantList list;
    if (const BlockChoice* chosen = choice()) {
        for (const QString& period : chosen->periods)
            list.append(QVariantMap{{u"id"_s, period}, {u"name"_s, periodText(period)}});
    }
    return list;
}

QString StandingsModel::title() const
{
    const BlockChoice* chosen = choice();
    return chosen ? nameOf(*chosen) + u", "_s + periodText(m_period) : QString();
}

QString StandingsModel::asOfText() const
{
    return m_view ? viewmodels::asOfText(m_view->standing.asOf) : QString();
}

QString StandingsModel::completenessText() const
{
    if (!m_view)
        return {};
    const QString reported =
        tr("%1 of %2 units have reported")
            .arg(domain::number(m_view->standing.reported()), domain::number(m_view->standing.expected()));
    if (m_view->unsent == 0)
        return reported;
    return reported + u"; "_s +
           (m_view->unsent == 1 ? tr("includes 1 record of yours that is not sent yet")
                                : tr("includes %1 records of yours that are not sent yet")
                                      .arg(domain::number(m_view->unsent)));
}

bool StandingsModel::provisional() const
{
    return m_view && (m_view->standing.status == domain::StandingStatus::Provisional || m_view->unsent > 0);
}

QString StandingsModel::statusText() const
{
    if (!m_view)
        return {};
    return provisional() ? tr("Provisional") : tr("Published");
}

QStringList StandingsModel::groups() const
{
    return m_view ? m_view->standing.groups : QStringList();
}

int StandingsModel::myUnitRow() const
{
    const auto& rows = m_rows.rows();
    const auto mine = std::ranges::find(rows, true, &StandingLine::isMine);
    return mine == rows.end() ? -1 : int(mine - rows.begin());
}

QString StandingsModel::myUnitText() const
{
    const int row = myUnitRow();
    if (row < 0)
        return {};
    const StandingLine& line = m_rows.rows()[row];
    return line.rank > 0
               ? tr("Your unit: rank %1, %2 points").arg(line.rank).arg(pointsText(line.points.total()))
               : tr("Your unit has not reported yet");
}

} // namespace thidua::viewmodels
