#include "viewmodels/attentionlist.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/timetext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

AttentionList::AttentionList(const Workplace& place, QObject* parent)
    : RowList(parent)
    , m_place(place)
    , m_query(place, {kind::report, kind::unit, kind::criterion, kind::movement, kind::person},
              [this] { load(); })
{
}

void AttentionList::load()
{
    m_query.read([](services::Services& services) { return services.attention().items(); },
                 [this](Result<QList<services::AttentionItem>> items) { show(std::move(items)); });
}

void AttentionList::show(Result<QList<services::AttentionItem>> items)
{
    m_errorText = viewmodels::errorText(items.error().code);
    Q_EMIT errorTextChanged();
    if (!items)
        return;
    QList<AttentionRow> rows;
    for (const services::AttentionItem& item : std::as_const(*items)) {
        rows.append({item.seq, subjectText(item.subject), valuesText(item.values, item.subject.measure),
                     viewmodels::errorText(item.code), whenText(item.at)});
    }
    setRows(std::move(rows), [](const AttentionRow& a, const AttentionRow& b) { return a.seq == b.seq; });
    Q_EMIT countChanged();
}

QVariant AttentionList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AttentionRow& row = rows()[index.row()];
    switch (role) {
    case Seq:
        return row.seq;
    case Title:
        return row.title;
    case FieldsText:
        return row.fieldsText;
    case ReasonText:
        return row.reasonText;
    case WhenText:
        return row.whenText;
    default:
        return {};
    }
}

QHash<int, QByteArray> AttentionList::roleNames() const
{
    return {{Seq, "seq"},
            {Title, "title"},
            {FieldsText, "fieldsText"},
            {ReasonText, "reasonText"},
            {WhenText, "whenText"}};
}

void AttentionList::tell(const Result<void>& done)
{
    if (!done)
        Q_EMIT problem(viewmodels::errorText(done.error().code));
}

void AttentionList::sendAgain(qint64 seq)
{
    m_place.store.run(
        this, [seq](services::Services& services) { return services.attention().sendAgain(seq); },
        [this](const Result<void>& done) { tell(done); });
}

void AttentionList::putAside(qint64 seq)
{
    m_place.store.run(
        this, [seq](services::Services& services) { return services.attention().putAside(seq); },
        [this](const Result<void>& done) { tell(done); });
}

void AttentionList::copyText(qint64 seq)
{
    const auto row = std::ranges::find(rows(), seq, &AttentionRow::seq);
    if (row != rows().end())
        Q_EMIT copyWanted(
            QStringList{row->title, row->fieldsText, row->reasonText, row->whenText}.join(u'\n'));
}

} // namespace thidua::viewmodels
