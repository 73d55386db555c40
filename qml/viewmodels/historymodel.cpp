#include "viewmodels/historymodel.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/timetext.h"

namespace thidua::viewmodels
{

HistoryModel::HistoryModel(const Workplace& place, const RecordId& record, QObject* parent)
    : RowList(parent)
    , m_query(place, {kind::report, kind::person, kind::unit, kind::criterion}, [this] { load(); })
    , m_record(record)
{
    m_query.begin();
}

void HistoryModel::load()
{
    m_query.read([id = m_record](services::Services& services) { return services.history().of(id); },
                 [this](Result<services::History> history) { show(std::move(history)); });
}

// A pending edit has no rank yet; the server gives it one.
static QString stateTextOf(const services::HistoryItem& item)
{
    switch (item.state) {
    case store::EditState::Pending:
        return HistoryModel::tr("Waiting to be sent");
    case store::EditState::Refused:
        return HistoryModel::tr("Not accepted");
    case store::EditState::Accepted:
        break;
    }
    return {};
}

void HistoryModel::show(Result<services::History> history)
{
    m_errorText = viewmodels::errorText(history.error().code);
    if (history) {
        m_title = subjectText(history->subject);
        QList<HistoryLine> rows;
        for (const services::HistoryItem& item : std::as_const(history->items)) {
            const bool ranked = item.state == store::EditState::Accepted && item.stamp.version > 0;
            const QString who = item.authorName.isEmpty() ? tr("The server") : item.authorName;
            rows.append({whenText(item.stamp.at), who,
                         ranked && item.stamp.rank > 0 ? rankText(item.stamp.rank) : QString(),
                         item.ownDevice ? tr("This device") : tr("Another device"),
                         valuesText(item.values, history->subject.measure), stateTextOf(item)});
        }
        setRows(std::move(rows), std::equal_to<>());
    }
    Q_EMIT countChanged();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryLine& row = rows()[index.row()];
    switch (role) {
    case WhenText:
        return row.whenText;
    case WhoText:
        return row.whoText;
    case RoleText:
        return row.roleText;
    case DeviceText:
        return row.deviceText;
    case ChangesText:
        return row.changesText;
    case StateText:
        return row.stateText;
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{WhenText, "whenText"},     {WhoText, "whoText"},         {RoleText, "roleText"},
            {DeviceText, "deviceText"}, {ChangesText, "changesText"}, {StateText, "stateText"}};
}

} // namespace thidua::viewmodels
