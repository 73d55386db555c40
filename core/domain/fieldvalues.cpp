#include "domain/fieldvalues.h"

#include "domain/schema.h"

namespace thidua::domain
{

template<typename T>
static Value listOf(const QList<T>& items)
{
    Value::List list;
    list.reserve(items.size());
    for (const T& item : items)
        list.append(Value(item));
    return list;
}

Value toValue(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

Value toValue(const QDate& date)
{
    return date.isValid() ? Value(date.toString(Qt::ISODate)) : Value();
}

Value toValue(const RecordId& id)
{
    return id.isNull() ? Value() : Value(id);
}

Value toValue(const std::optional<qint64>& number)
{
    return number ? Value(*number) : Value();
}

Value toValue(const QStringList& texts)
{
    return listOf(texts);
}

Value toValue(const QList<RecordId>& ids)
{
    return listOf(ids);
}

Value toValue(const QList<qint64>& numbers)
{
    return listOf(numbers);
}

QDate dateOf(const Value& value)
{
    return QDate::fromString(value.toText(), Qt::ISODate);
}

std::optional<qint64> numberOf(const Value& value)
{
    return value.isInteger() ? std::optional(value.toInteger()) : std::nullopt;
}

QStringList textsOf(const Value& value)
{
    QStringList texts;
    for (const Value& item : value.toList())
        texts.append(item.toText());
    return texts;
}

QList<RecordId> idsOf(const Value& value)
{
    QList<RecordId> ids;
    for (const Value& item : value.toList())
        ids.append(item.toId());
    return ids;
}

QList<qint64> numbersOf(const Value& value)
{
    QList<qint64> numbers;
    for (const Value& item : value.toList())
        numbers.append(item.toInteger());
    return numbers;
}

static bool isEmptyGroup(const FieldGroup& group, const Fields& fields)
{
    return std::ranges::all_of(group.fields, [&](const Field& field) {
        const Value value = fields.value(field.name);
        return value.isNull() || (value.isList() && value.toList().isEmpty());
    });
}

Fields withoutEmptyGroups(QLatin1String kindName, Fields fields)
{
    const Kind* kind = Schema::current().kind(QString(kindName));
    for (const FieldGroup& group : kind->groups) {
        if (!isEmptyGroup(group, fields))
            continue;
        for (const Field& field : group.fields)
            fields.remove(field.name);
    }
    return fields;
}

} // namespace thidua::domain
