#include "domain/schema.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <array>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static QLatin1String typeName(ValueType type)
{
    static constexpr std::array names{"bool"_L1,  "integer"_L1, "hundredths"_L1, "text"_L1,
                                      "date"_L1,  "time"_L1,    "uuid"_L1,       "reference"_L1,
                                      "bytes"_L1, "list"_L1,    "enum"_L1};
    return names[size_t(type)];
}

QString FieldType::name() const
{
    const QString base = typeName(type);
    switch (type) {
    case ValueType::Reference:
        return base + u'(' + of + u')';
    case ValueType::List:
        return base + u'(' + element.first().name() + u')';
    case ValueType::Enum:
        return base + u'(' + QStringList(choices).join(u',') + u')';
    default:
        return base;
    }
}

static Error invalid(const QString& why)
{
    return {ErrorCode::InvalidValue, why};
}

static Result<void> acceptsText(const QString& text)
{
    if (!text.isValidUtf16() || text.contains(QChar(u'\0')))
        return invalid(u"text is not valid Unicode"_s);
    if (text.normalized(QString::NormalizationForm_C) != text)
        return invalid(u"text is not in normal form NFC"_s);
    return {};
}

// Qt's ISO parser takes any punctuation between the numbers; one day must have one text.
static bool isCalendarDate(const QString& text)
{
    return text.size() == 10 && text[4] == u'-' && text[7] == u'-' &&
           QDate::fromString(text, Qt::ISODate).isValid();
}

static Result<void> acceptsItems(const FieldType& element, const Value::List& items)
{
    for (const Value& item : items) {
        if (item.isNull())
            return invalid(u"a list holds no null"_s);
        if (auto accepted = element.accepts(item); !accepted)
            return accepted;
    }
    return {};
}

Result<void> FieldType::accepts(const Value& value) const
{
    if (value.isNull())
        return {};
    const Error wrongType{ErrorCode::Malformed, u"a value is not of type "_s + name()};
    switch (type) {
    case ValueType::Bool:
        return value.isBool() ? Result<void>() : wrongType;
    case ValueType::Integer:
    case ValueType::Hundredths:
    case ValueType::Time:
        return value.isInteger() ? Result<void>() : wrongType;
    case ValueType::Text:
        return value.isText() ? acceptsText(value.toText()) : wrongType;
    case ValueType::Date:
        if (!value.isText())
            return wrongType;
        return isCalendarDate(value.toText()) ? Result<void>()
                                              : invalid(u"not a date of the form 2023-03-21"_s);
    case ValueType::Uuid:
    case ValueType::Reference:
        return value.isBytes() && value.toBytes().size() == 16 ? Result<void>() : wrongType;
    case ValueType::Bytes:
        return value.isBytes() ? Result<void>() : wrongType;
    case ValueType::Enum:
        if (!value.isText())
            return wrongType;
        return choices.contains(value.toText()) ? Result<void>() : invalid(u"not one of "_s + name());
    case ValueType::List:
        return value.isList() ? acceptsItems(element.first(), value.toList()) : wrongType;
    }
    Q_UNREACHABLE();
}

QLatin1String policyName(MergePolicy policy)
{
    static constexpr std::array names{"role"_L1, "latest"_L1, "authority"_L1};
    return names[size_t(policy)];
}

QList<Role> Field::writers() const
{
    QList<Role> roles;
    for (Role role :
         {Role::Observer, Role::Officer, Role::UnitHead, Role::BlockLead, Role::Council, Role::Admin}) {
        if (role >= writtenBy)
            roles.append(role);
    }
    return roles;
}

const FieldGroup* Kind::group(QStringView groupName) const
{
    const auto found = std::ranges::find(groups, groupName, &FieldGroup::name);
    return found == groups.end() ? nullptr : &*found;
}

const FieldGroup* Kind::groupOfField(QStringView fieldName) const
{
    const auto found = std::ranges::find_if(groups, [&](const FieldGroup& group) {
        return std::ranges::find(group.fields, fieldName, &Field::name) != group.fields.end();
    });
    return found == groups.end() ? nullptr : &*found;
}

const Field* Kind::field(QStringView fieldName) const
{
    const FieldGroup* group = groupOfField(fieldName);
    return group ? &*std::ranges::find(group->fields, fieldName, &Field::name) : nullptr;
}

QStringList Kind::fieldsFoundBy(FoundBy how) const
{
    QStringList names;
    for (const FieldGroup& fieldGroup : groups) {
        for (const Field& candidate : fieldGroup.fields) {
            if (candidate.foundBy == how)
                names.append(candidate.name);
        }
    }
    return names;
}

Schema::Schema(int version, QList<Kind> kinds)
    : m_version(version)
    , m_kinds(std::move(kinds))
{
    for (qsizetype i = 0; i < m_kinds.size(); ++i)
        m_byName.insert(m_kinds[i].name, i);
}

const Kind* Schema::kind(QStringView name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.constEnd() ? nullptr : &m_kinds[*found];
}

QString Schema::groupName(QStringView kindName, const QString& field) const
{
    const Kind* known = kind(kindName);
    const FieldGroup* group = known ? known->groupOfField(field) : nullptr;
    return group ? group->name : field;
}

MergePolicy Schema::policy(QStringView kindName, const QString& groupName) const
{
    const Kind* known = kind(kindName);
    const FieldGroup* group = known ? known->group(groupName) : nullptr;
    return group ? group->policy : MergePolicy::Role;
}

QList<QString> Schema::fieldsOf(QStringView kindName, const QString& groupName) const
{
    const Kind* known = kind(kindName);
    const FieldGroup* group = known ? known->group(groupName) : nullptr;
    if (!group)
        return {groupName};
    QList<QString> names;
    for (const Field& field : group->fields)
        names.append(field.name);
    return names;
}

static QList<ChannelRule> channelOrder(const Kind* kind)
{
    if (!kind)
        return {ChannelRule::Unit, ChannelRule::Block, ChannelRule::User};
    return {kind->channel};
}

Channel Schema::channelOf(QStringView kindName, const Fields& values) const
{
    for (ChannelRule rule : channelOrder(kind(kindName))) {
        const auto field = rule == ChannelRule::Unit    ? u"unit"_s
                           : rule == ChannelRule::Block ? u"block"_s
                                                        : u"user"_s;
        const auto id = RecordId::fromBytes(values.value(field).toBytes());
        if (rule == ChannelRule::City || !id || id->isNull())
            continue;
        if (rule == ChannelRule::Unit)
            return Channel::unit(*id);
        return rule == ChannelRule::Block ? Channel::block(*id) : Channel{Channel::Kind::User, *id};
    }
    return Channel::city();
}

static Result<void> checkWholeGroups(const Kind& kind, const Fields& set)
{
    for (const FieldGroup& group : kind.groups) {
        const auto present =
            std::ranges::count_if(group.fields, [&](const Field& f) { return set.contains(f.name); });
        if (present != 0 && present != group.fields.size())
            return {ErrorCode::IncompleteGroup, u"group "_s + group.name + u" is not complete"_s};
    }
    return {};
}

static Result<void> checkRequired(const Kind& kind, const Fields& set, bool creates)
{
    for (const FieldGroup& group : kind.groups) {
        for (const Field& field : group.fields) {
            const bool missing = creates ? set.value(field.name).isNull()
                                         : set.contains(field.name) && set.value(field.name).isNull();
            if (field.required && missing)
                return {ErrorCode::MissingField, u"field "_s + field.name + u" is missing"_s};
        }
    }
    return {};
}

Result<void> checkShape(const Schema& schema, QStringView kindName, const Fields& set, bool creates)
{
    if (set.isEmpty())
        return {ErrorCode::Malformed, u"the edit sets no field"_s};
    const Kind* kind = schema.kind(kindName);
    for (auto entry = set.cbegin(); entry != set.cend(); ++entry) {
        const Field* field = kind ? kind->field(entry.key()) : nullptr;
        if (!field)
            continue; // of a newer version: kept as it is
        if (auto accepted = field->type.accepts(entry.value()); !accepted)
            return Error{accepted.error().code, field->name + u": "_s + accepted.error().detail};
    }
    if (!kind)
        return {};
    if (auto whole = checkWholeGroups(*kind, set); !whole)
        return whole;
    return checkRequired(*kind, set, creates);
}

} // namespace thidua::domain
