#include "viewmodels/movementlist.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "domain/text.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::MovementKind;

namespace
{

constexpr std::array kindsInOrder{MovementKind::Annual,   MovementKind::Special, MovementKind::Thematic,
                                  MovementKind::Campaign, MovementKind::Drive,   MovementKind::Group};

// Not the schema's name: only this list and its filter use it.
QString kindId(MovementKind kind)
{
    return QString::number(int(kind));
}

QString documentsText(const QList<domain::LegalDocument>& documents)
{
    QStringList numbers;
    for (const domain::LegalDocument& document : documents)
        numbers.append(document.number.isEmpty() ? document.name : document.number);
    return numbers.join(u", "_s);
}

MovementLine lineOf(const services::MovementSheet& sheet)
{
    const domain::Movement& movement = sheet.movement;
    const QString documents = documentsText(sheet.legalBasis);
    return {
        movement.id.toText(),
        movement.name,
        movementKindText(movement.kind),
        kindId(movement.kind),
        movementLevelText(movement.level),
        datesText(movement.startsOn, movement.endsOn),
        movementStatusText(movement.status),
        movementStatusName(movement.status),
        movement.theme,
        documents,
        domain::searchKey(movement.name + u' ' + movement.theme + u' ' + movement.code + u' ' + documents)};
}

} // namespace

MovementList::MovementList(const Workplace& place, QObject* parent)
    : RowList(parent)
    , m_query(place, {kind::movement, kind::document}, [this] { load(); })
{
}

void MovementList::load()
{
    m_query.read([](services::Services& services) { return services.movements().all(); },
                 [this](Result<QList<services::MovementSheet>> sheets) { show(std::move(sheets)); });
}

void MovementList::show(Result<QList<services::MovementSheet>> sheets)
{
    m_errorText = viewmodels::errorText(sheets.error().code);
    if (sheets) {
        m_loaded = true;
        m_all.clear();
        for (const services::MovementSheet& sheet : std::as_const(*sheets))
            m_all.append(lineOf(sheet));
    }
    apply();
    Q_EMIT kindsChanged();
}

void MovementList::apply()
{
    const QStringList words = domain::searchKey(m_filter).split(u' ', Qt::SkipEmptyParts);
    QList<MovementLine> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const MovementLine& line) {
        const auto contains = [&](const QString& word) { return line.searchKey.contains(word); };
        return (m_kindFilter.isEmpty() || line.kindName == m_kindFilter) &&
               std::ranges::all_of(words, contains);
    });
    setRows(std::move(rows), [](const MovementLine& a, const MovementLine& b) { return a.id == b.id; });
    Q_EMIT countChanged();
}

void MovementList::setFilter(const QString& filter)
{
    if (std::exchange(m_filter, filter) == filter)
        return;
    apply();
    Q_EMIT filterChanged();
}

void MovementList::setKindFilter(const QString& kind)
{
    if (std::exchange(m_kindFilter, kind) == kind)
        return;
    apply();
    Q_EMIT filterChanged();
}

QVariantList MovementList::kinds() const
{
    QVariantList list{QVariantMap{{u"id"_s, QString()}, {u"name"_s, tr("All kinds")}}};
    for (const MovementKind kind : kindsInOrder)
        list.append(QVariantMap{{u"id"_s, kindId(kind)}, {u"name"_s, movementKindText(kind)}});
    return list;
}

QVariant MovementList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MovementLine& row = rows()[index.row()];
    switch (role) {
    case Id:
        return row.id;
    case Name:
        return row.name;
    case KindText:
        return row.kindText;
    case LevelText:
        return row.levelText;
    case PeriodText:
        return row.periodText;
    case StatusText:
        return row.statusText;
    case StatusName:
        return row.statusName;
    case Theme:
        return row.theme;
    case LegalBasisText:
        return row.legalBasisText;
    default:
        return {};
    }
}

QHash<int, QByteArray> MovementList::roleNames() const
{
    return {{Id, "id"},
            {Name, "name"},
            {KindText, "kindText"},
            {LevelText, "levelText"},
            {PeriodText, "periodText"},
            {StatusText, "statusText"},
            {StatusName, "statusName"},
            {Theme, "theme"},
            {LegalBasisText, "legalBasisText"}};
}

} // namespace thidua::viewmodels
