#include "viewmodels/yearentry.h"

#include "domain/formats.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using Entry = services::FormField::Entry;

namespace
{

constexpr QChar separator = u',';

Result<Value> wholeNumber(QStringView text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok && number >= 0 ? Result<Value>(Value(number)) : Result<Value>(ErrorCode::InvalidValue);
}

Result<Value> numbers(const QString& text)
{
    Value::List list;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
        auto number = wholeNumber(part);
        if (!number)
            return number.error();
        list.append(*number);
    }
    return Value(list);
}

Result<Value> references(const QString& text)
{
    Value::List list;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
        const auto id = RecordId::fromText(part);
        if (!id)
            return ErrorCode::InvalidValue;
        list.append(Value(*id));
    }
    return Value(list);
}

QString listText(const Value& value)
{
    QStringList parts;
    for (const Value& part : value.toList())
        parts.append(part.isInteger() ? QString::number(part.toInteger()) : part.toId().toText());
    return parts.join(separator);
}

} // namespace

QString entryName(Entry entry)
{
    switch (entry) {
    case Entry::Line:
    case Entry::Days:
        return u"line"_s;
    case Entry::Area:
        return u"area"_s;
    case Entry::Date:
        return u"date"_s;
    case Entry::Number:
    case Entry::Percent:
        return u"number"_s;
    case Entry::Choice:
        return u"choice"_s;
    case Entry::Units:
        return u"units"_s;
    }
    return {};
}

QString entryText(Entry entry, const Value& value)
{
    if (value.isNull())
        return {};
    switch (entry) {
    case Entry::Date:
        return domain::shortDate(QDate::fromString(value.toText(), Qt::ISODate));
    case Entry::Number:
        return QString::number(value.toInteger());
    case Entry::Percent:
        return domain::hundredths(value.toInteger());
    case Entry::Units:
    case Entry::Days:
        return listText(value);
    case Entry::Choice:
        return value.isText() ? value.toText() : value.toId().toText();
    case Entry::Line:
    case Entry::Area:
        break;
    }
    return value.toText();
}

Result<Value> entryValue(const services::FormField& field, const QString& text)
{
    const QString said = text.trimmed();
    if (said.isEmpty())
        return Value();
    switch (field.entry) {
    case Entry::Date: {
        const auto day = domain::parseDate(said);
        return day ? Result<Value>(Value(day->toString(Qt::ISODate)))
                   : Result<Value>(ErrorCode::InvalidValue);
    }
    case Entry::Number:
        return wholeNumber(said);
    case Entry::Percent: {
        const auto share = domain::parseHundredths(said);
        return share ? Result<Value>(Value(*share)) : Result<Value>(share.error());
    }
    case Entry::Days:
        return numbers(said);
    case Entry::Units:
        return references(said);
    case Entry::Choice:
        if (field.choices.isEmpty()) {
            const auto id = RecordId::fromText(said);
            return id ? Result<Value>(Value(*id)) : Result<Value>(ErrorCode::InvalidValue);
        }
        break;
    case Entry::Line:
    case Entry::Area:
        break;
    }
    return Value(said);
}

} // namespace thidua::viewmodels
