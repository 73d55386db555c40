#include "viewmodels/waitinglist.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/syncmodel.h"
#include "viewmodels/timetext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

WaitingList::WaitingList(const Workplace& place, QObject* parent)
    : RowList(parent)
    , m_place(place)
    , m_query(place, {kind::report, kind::unit, kind::criterion, kind::movement, kind::person},
              [this] { load(); })
{
    m_minute.setInterval(std::chrono::minutes(1));
    m_minute.callOnTimeout(this, &WaitingList::age);
    m_minute.start();
}

void WaitingList::load()
{
    m_query.read([](services::Services& services) { return services.waiting().waiting(listed); },
                 [this](const Result<services::Waiting>& waiting) { show(waiting); });
}

void WaitingList::show(const Result<services::Waiting>& waiting)
{
    m_errorText = viewmodels::errorText(waiting.error().code);
    Q_EMIT errorTextChanged();
    if (!waiting)
        return;
    m_clockOffset = waiting->clockOffset;
    QList<WaitingRow> rows;
    for (const services::WaitingItem& item : waiting->items)
        rows.append(rowOf(item));
    m_more = waiting->more;
    setRows(std::move(rows), [](const WaitingRow& a, const WaitingRow& b) { return a.record == b.record; });
    Q_EMIT countChanged();
}

WaitingRow WaitingList::rowOf(const services::WaitingItem& item) const
{
    const QString title = subjectText(item.subject);
    const QString since = timeText(item.since, m_place.clock.now());
    QString detail = item.edits == 1
                         ? tr("Entered %1").arg(since)
                         : tr("%1 changes, the first one %2").arg(domain::number(item.edits), since);
    // A criterion's title is its number alone; its name may be long, and is what may be cut off.
    if (!item.subject.label.isEmpty())
        detail += u" · "_s + item.subject.name;
    return {item.record, title.isEmpty() ? tr("An entry without a name") : title, detail, item.since};
}

void WaitingList::age()
{
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {Ageing});
}

QString WaitingList::moreText() const
{
    if (m_more == 0)
        return {};
    return m_more == 1 ? tr("and 1 more record") : tr("and %1 more records").arg(domain::number(m_more));
}

QVariant WaitingList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WaitingRow& row = rows()[index.row()];
    switch (role) {
    case Title:
        return row.title;
    case Detail:
        return row.detail;
    case Ageing:
        return m_place.clock.now() + m_clockOffset - row.since > SyncModel::ageingAfter;
    default:
        return {};
    }
}

QHash<int, QByteArray> WaitingList::roleNames() const
{
    return {{Title, "title"}, {Detail, "detail"}, {Ageing, "ageing"}};
}

} // namespace thidua::viewmodels
