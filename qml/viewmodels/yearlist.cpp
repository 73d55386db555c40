#include "viewmodels/yearlist.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "domain/text.h"
#include "services/services.h"
#include "viewmodels/errortext.h"
#include "viewmodels/yeartext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using services::YearLine;

namespace
{

enum Role { Id = Qt::UserRole, KindName, Title, Supporting, StateText, StateTone, DayText, Overdue, Pending };

QSet<QString> namesOf(services::YearPart part)
{
    QSet<QString> names{QString(kind::unit), QString(kind::block), QString(kind::awardForm)};
    for (const QLatin1String kind : kindsOf(part))
        names.insert(QString(kind));
    return names;
}

} // namespace

QString yearLineTitle(const YearLine& line)
{
    if (!line.award.isEmpty())
        return line.award;
    return line.name.isEmpty() ? yearKindText(line.kind) : line.name;
}

QString yearLineDetail(const YearLine& line)
{
    QStringList parts{yearKindText(line.kind), line.about};
    if (line.kind == kind::commendation && line.name != line.award)
        parts = {line.about, line.name};
    if (line.year > 0)
        parts.append(QString::number(line.year));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

YearList::YearList(const Workplace& place, services::YearPart part, QObject* parent)
    : RowList(parent)
    , m_part(part)
    , m_query(place, namesOf(part), [this] { load(); })
{
    connect(&place.feed, &ChangeFeed::everythingChanged, this, &YearList::countChanged);
}

void YearList::load()
{
    using Read = std::pair<QList<YearLine>, QStringList>;
    m_query.read(
        [part = m_part](services::Services& services) -> Result<Read> {
            auto lines = services.year().lines(part);
            auto kinds = services.yearForms().beginnable(part);
            if (!lines || !kinds)
                return lines ? kinds.error() : lines.error();
            return Read{std::move(*lines), std::move(*kinds)};
        },
        [this](Result<Read> read) {
            m_errorText = viewmodels::errorText(read.error().code);
            m_loaded = true;
            if (read)
                std::tie(m_all, m_beginnable) = std::move(*read);
            narrow();
        });
}

void YearList::narrow()
{
    const QString sought = domain::searchKey(m_filter);
    QList<YearLine> rows;
    std::ranges::copy_if(m_all, std::back_inserter(rows), [&](const YearLine& line) {
        const QString words = line.name + u' ' + line.about + u' ' + line.award;
        return (m_kindFilter.isEmpty() || line.kind == m_kindFilter) &&
               (sought.isEmpty() || domain::searchKey(words).contains(sought));
    });
    setRows(std::move(rows), [](const YearLine& a, const YearLine& b) { return a.id == b.id; });
    Q_EMIT countChanged();
}

void YearList::setFilter(const QString& filter)
{
    if (std::exchange(m_filter, filter) == filter)
        return;
    narrow();
    Q_EMIT filterChanged();
}

void YearList::setKindFilter(const QString& kind)
{
    if (std::exchange(m_kindFilter, kind) == kind)
        return;
    narrow();
    Q_EMIT filterChanged();
}

QVariantList YearList::kinds() const
{
    QVariantList list{QVariantMap{{u"id"_s, QString()}, {u"name"_s, tr("All kinds")}}};
    for (const QLatin1String kind : kindsOf(m_part))
        list.append(QVariantMap{{u"id"_s, QString(kind)}, {u"name"_s, yearKindText(kind)}});
    return list;
}

QVariantList YearList::beginnable() const
{
    QVariantList list;
    for (const QString& kind : m_beginnable)
        list.append(QVariantMap{{u"id"_s, kind}, {u"name"_s, yearKindText(*services::yearKind(kind))}});
    return list;
}

QVariant YearList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const YearLine& line = rows()[index.row()];
    switch (role) {
    case Id:
        return line.id.toText();
    case KindName:
        return QString(line.kind);
    case Title:
        return yearLineTitle(line);
    case Supporting:
        return yearLineDetail(line);
    case StateText:
        return line.overdue ? tr("Overdue") : yearStateText(line.state);
    case StateTone:
        return line.overdue ? u"error"_s : yearStateTone(line.state);
    case DayText:
        return line.on.isValid() ? domain::shortDate(line.on) : QString();
    case Overdue:
        return line.overdue;
    case Pending:
        return line.pending;
    default:
        return {};
    }
}

QHash<int, QByteArray> YearList::roleNames() const
{
    return {{Id, "id"},
            {KindName, "kindName"},
            {Title, "title"},
            {Supporting, "supporting"},
            {StateText, "stateText"},
            {StateTone, "stateTone"},
            {DayText, "dayText"},
            {Overdue, "overdue"},
            {Pending, "pending"}};
}

} // namespace thidua::viewmodels
