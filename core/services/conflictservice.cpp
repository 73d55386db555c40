#include "services/conflictservice.h"

#include "domain/formats.h"
#include "domain/text.h"
#include "services/wholegroups.h"

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using merge::GroupEdit;

namespace
{

QString agreementKey(const RecordId& record, const QString& group)
{
    return "agreed/"_L1 + record.toText() + u'/' + group;
}

// Which values were agreed to; another value that comes later opens the conflict again.
QString agreementTo(const store::GroupView& view)
{
    const auto textOf = [](const GroupEdit& edit) {
        return edit.stamp.device.toText() + u':' + QString::number(edit.stamp.seq);
    };
    QStringList siblings;
    for (const GroupEdit& sibling : view.siblings)
        siblings.append(textOf(sibling));
    siblings.sort();
    return textOf(view.winner) + u'<' + siblings.join(u',');
}

Decided decidedBy(domain::MergePolicy policy, const GroupEdit& kept, const GroupEdit& lost)
{
    if (lost.stamp.rank == 0 && kept.stamp.rank > 0)
        return Decided::ByLock;
    if (policy != domain::MergePolicy::Latest && kept.stamp.rank > lost.stamp.rank)
        return Decided::ByRole;
    return Decided::ByTime;
}

Result<Value> parsed(const domain::Field& field, const QString& text)
{
    if (text.trimmed().isEmpty())
        return Value();
    switch (field.type.type) {
    case domain::ValueType::Hundredths: {
        auto number = domain::parseHundredths(text);
        return number ? Result<Value>(Value(*number)) : number.error();
    }
    case domain::ValueType::Date: {
        const auto date = domain::parseDate(text);
        return date ? Result<Value>(Value(date->toString(Qt::ISODate))) : Error{ErrorCode::InvalidValue, {}};
    }
    case domain::ValueType::Text:
        return Value(domain::normalised(text.trimmed()));
    default:
        return {ErrorCode::InvalidValue, u"this field is not settled by a text"_s};
    }
}

} // namespace

ConflictService::ConflictService(store::LocalStore& store, CatalogueService& catalogue, Access& access)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
{
}

Result<QList<ConflictItem>> ConflictService::items()
{
    auto conflicts = m_store.conflicts();
    auto self = m_store.identity();
    auto ready = m_catalogue.refresh();
    if (!conflicts || !self || !ready)
        return !conflicts ? conflicts.error() : !self ? self.error() : ready.error();
    QList<ConflictItem> items;
    for (const store::Conflict& conflict : std::as_const(*conflicts)) {
        auto agreed = isAgreedTo(conflict);
        if (!agreed)
            return agreed.error();
        if (*agreed)
            continue;
        auto item = describe(conflict, self->device);
        if (!item)
            return item.error();
        items.append(std::move(*item));
    }
    std::ranges::stable_sort(items, std::ranges::greater(),
                             [](const ConflictItem& item) { return std::max(item.kept.at, item.lost.at); });
    return items;
}

ConflictSide ConflictService::side(const QString& kind, const GroupEdit& edit, const DeviceId& self) const
{
    return {edit.values,
            namedValues(m_store.schema(), m_catalogue, kind, edit.values),
            edit.stamp.author,
            m_catalogue.personName(edit.stamp.author),
            edit.stamp.rank,
            edit.stamp.at,
            edit.stamp.device == self};
}

Result<ConflictItem> ConflictService::describe(const store::Conflict& conflict, const DeviceId& self)
{
    auto record = m_store.record(conflict.record);
    if (!record)
        return record.error();
    const QList<GroupEdit>& siblings = conflict.group.siblings;
    const auto own =
        std::ranges::find(siblings, self, [](const GroupEdit& edit) { return edit.stamp.device; });
    const GroupEdit& lost = own == siblings.end() ? siblings.first() : *own;
    const auto policy = m_store.schema().policy(conflict.kind, conflict.group.group);
    return ConflictItem{.record = conflict.record,
                        .group = conflict.group.group,
                        .subject =
                            subjectOf(m_catalogue, conflict.kind, *record ? (*record)->values : Fields()),
                        .kept = side(conflict.kind, conflict.group.winner, self),
                        .lost = side(conflict.kind, lost, self),
                        .others = int(siblings.size()) - 1,
                        .decided = decidedBy(policy, conflict.group.winner, lost),
                        .mine = own != siblings.end(),
                        .staleAuthority = conflict.staleAuthority};
}

Result<bool> ConflictService::isAgreedTo(const store::Conflict& conflict)
{
    auto agreed = m_store.fact(agreementKey(conflict.record, conflict.group.group));
    if (!agreed)
        return agreed.error();
    return !agreed->isEmpty() && *agreed == agreementTo(conflict.group);
}

Result<ConflictService::Open> ConflictService::open(const RecordId& record, const QString& group)
{
    auto known = m_store.record(record);
    auto groups = m_store.groups(record);
    if (!known || !groups)
        return known ? groups.error() : known.error();
    const auto found = std::ranges::find(*groups, group, &store::GroupView::group);
    if (!*known || found == groups->end() || found->siblings.isEmpty())
        return {ErrorCode::NotFound, u"this conflict is settled already"_s};
    return Open{**known, *found};
}

// An edit of a lower rank would settle nothing in a group of policy authority: it would be one proposal more.
bool ConflictService::maySettle(const Open& conflict)
{
    if (m_store.schema().policy(conflict.record.kind, conflict.view.group) != domain::MergePolicy::Authority)
        return true;
    auto role = m_access.roleFor(conflict.record.kind, conflict.record.values);
    if (!role)
        return false;
    const auto above = [&](const GroupEdit& edit) { return edit.stamp.rank > rankOf(*role); };
    return !above(conflict.view.winner) && std::ranges::none_of(conflict.view.siblings, above);
}

Result<void> ConflictService::settle(const Open& conflict, const Fields& values)
{
    const store::Record& record = conflict.record;
    const Fields set = withWholeGroups(m_store.schema(), record.kind, record.values, values);
    if (auto allowed = m_access.check(record.kind, set, record.values, record.values); !allowed)
        return allowed;
    auto saved = m_store.save({record.kind, record.id, record.version, set, {}});
    return saved ? Result<void>() : saved.error();
}

Result<void> ConflictService::accept(const RecordId& record, const QString& group)
{
    auto conflict = open(record, group);
    if (!conflict)
        return conflict.error();
    if (maySettle(*conflict)) {
        const auto settled = settle(*conflict, conflict->view.winner.values);
        const ErrorCode code = settled.error().code;
        if (code != ErrorCode::Forbidden && code != ErrorCode::StateLocked && code != ErrorCode::IllegalMove)
            return settled;
    }
    return m_store.setFact(agreementKey(record, group), agreementTo(conflict->view));
}

Result<void> ConflictService::propose(const RecordId& record, const QString& group)
{
    auto conflict = open(record, group);
    auto self = m_store.identity();
    if (!conflict || !self)
        return conflict ? self.error() : conflict.error();
    const auto& siblings = conflict->view.siblings;
    const auto own =
        std::ranges::find(siblings, self->device, [](const GroupEdit& edit) { return edit.stamp.device; });
    return settle(*conflict, own == siblings.end() ? siblings.first().values : own->values);
}

Result<void> ConflictService::settleWith(const RecordId& record, const QString& group, const QString& text)
{
    auto conflict = open(record, group);
    if (!conflict)
        return conflict.error();
    const auto* kind = m_store.schema().kind(conflict->record.kind);
    const auto* described = kind ? kind->group(group) : nullptr;
    if (!described)
        return {ErrorCode::InvalidValue, u"a field of a newer version"_s};
    auto value = parsed(described->fields.first(), text);
    if (!value)
        return value.error();
    Fields values = conflict->view.winner.values;
    values.insert(described->fields.first().name, *value);
    return settle(*conflict, values);
}

} // namespace thidua::services
