#include "viewmodels/conflictlist.h"

#include "domain/names.h"
#include "domain/schema.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/timetext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using services::ConflictItem;
using services::ConflictSide;

namespace
{

constexpr auto roles = std::to_array<std::pair<const char*, QString ConflictRow::*>>({
    {"recordId", &ConflictRow::recordId},
    {"group", &ConflictRow::group},
    {"title", &ConflictRow::title},
    {"fieldText", &ConflictRow::fieldText},
    {"keptValue", &ConflictRow::keptValue},
    {"keptBy", &ConflictRow::keptBy},
    {"keptRole", &ConflictRow::keptRole},
    {"keptWhen", &ConflictRow::keptWhen},
    {"lostValue", &ConflictRow::lostValue},
    {"lostBy", &ConflictRow::lostBy},
    {"lostRole", &ConflictRow::lostRole},
    {"lostWhen", &ConflictRow::lostWhen},
    {"whyText", &ConflictRow::whyText},
});
constexpr int mineRole = Qt::UserRole + int(roles.size());
constexpr int staleRole = mineRole + 1;

// The schema names only the fields; which one of a group people mean is its first.
QString fieldsOfGroup(const ConflictItem& item)
{
    QStringList fields;
    for (const services::NamedValue& value : item.kept.named) {
        if (value.field != name::measure)
            fields.append(fieldText(value.field));
    }
    return fields.join(u", "_s);
}

QString sideText(const ConflictSide& side, const QString& measure)
{
    QStringList parts;
    for (const services::NamedValue& value : side.named) {
        if (value.field != name::measure)
            parts.append(valueText(value, measure));
    }
    return parts.join(u" · "_s);
}

// Whatever is merged can be in conflict.
QSet<QString> everyKind()
{
    QSet<QString> names;
    for (const domain::Kind& kind : domain::Schema::current().kinds())
        names.insert(kind.name);
    return names;
}

} // namespace

ConflictList::ConflictList(const Workplace& place, QObject* parent)
    : RowList(parent)
    , m_place(place)
    , m_query(place, everyKind(), [this] { load(); })
{
}

void ConflictList::load()
{
    m_query.read([](services::Services& services) { return services.conflicts().items(); },
                 [this](Result<QList<ConflictItem>> items) { show(std::move(items)); });
}

void ConflictList::show(Result<QList<ConflictItem>> items)
{
    m_errorText = viewmodels::errorText(items.error().code);
    Q_EMIT errorTextChanged();
    if (!items)
        return;
    QList<ConflictRow> rows;
    for (const ConflictItem& item : std::as_const(*items))
        rows.append(rowOf(item));
    m_loaded = true;
    setRows(std::move(rows), [](const ConflictRow& a, const ConflictRow& b) {
        return a.recordId == b.recordId && a.group == b.group;
    });
    Q_EMIT countChanged();
}

ConflictRow ConflictList::rowOf(const ConflictItem& item) const
{
    const auto by = [&](const ConflictSide& side) {
        if (side.ownDevice)
            return tr("You");
        return side.authorName.isEmpty() ? tr("Somebody else") : side.authorName;
    };
    const QString measure = item.subject.measure;
    ConflictRow row{.recordId = item.record.toText(),
                    .group = item.group,
                    .title = subjectText(item.subject),
                    .fieldText = fieldsOfGroup(item),
                    .keptValue = sideText(item.kept, measure),
                    .keptBy = by(item.kept),
                    .keptRole = rankText(item.kept.rank),
                    .keptWhen = whenText(item.kept.at),
                    .lostValue = sideText(item.lost, measure),
                    .lostBy = by(item.lost),
                    .lostRole = rankText(item.lost.rank),
                    .lostWhen = whenText(item.lost.at),
                    .whyText = {},
                    .mine = item.mine,
                    .staleAuthority = item.staleAuthority};
    switch (item.decided) {
    case services::Decided::ByRole:
        row.whyText = tr("The value of the higher role stands");
        break;
    case services::Decided::ByTime:
        row.whyText = tr("The later value stands");
        break;
    case services::Decided::ByLock:
        row.whyText = tr("The field was already locked when the other value arrived");
        break;
    }
    return row;
}

QVariant ConflictList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConflictRow& row = rows()[index.row()];
    if (role == mineRole)
        return row.mine;
    if (role == staleRole)
        return row.staleAuthority;
    const int text = role - Qt::UserRole;
    return text >= 0 && size_t(text) < roles.size() ? row.*(roles[size_t(text)].second) : QVariant();
}

QHash<int, QByteArray> ConflictList::roleNames() const
{
    QHash<int, QByteArray> names{{mineRole, "mine"}, {staleRole, "staleAuthority"}};
    for (size_t i = 0; i < roles.size(); ++i)
        names.insert(Qt::UserRole + int(i), roles[i].first);
    return names;
}

void ConflictList::act(const QString& recordId, Step step)
{
    const auto id = RecordId::fromText(recordId);
    if (!id)
        return;
    m_place.store.run(
        this,
        [id = *id, step = std::move(step)](services::Services& services) {
            return step(services.conflicts(), id);
        },
        [this](const Result<void>& done) {
            if (!done)
                Q_EMIT problem(viewmodels::errorText(done.error().code));
            // An agreement that only this device remembers is no change of the record.
            m_query.refresh();
        });
}

void ConflictList::accept(const QString& recordId, const QString& group)
{
    act(recordId, [group](services::ConflictService& conflicts, const RecordId& id) {
        return conflicts.accept(id, group);
    });
}

void ConflictList::propose(const QString& recordId, const QString& group)
{
    act(recordId, [group](services::ConflictService& conflicts, const RecordId& id) {
        return conflicts.propose(id, group);
    });
}

void ConflictList::settleWith(const QString& recordId, const QString& group, const QString& text)
{
    act(recordId, [group, text](services::ConflictService& conflicts, const RecordId& id) {
        return conflicts.settleWith(id, group, text);
    });
}

} // namespace thidua::viewmodels
