#include "fieldarguments.h"

#include "domain/text.h"
#include "protocol/jsonreader.h"
#include "protocol/members.h"

namespace thidua
{

using namespace Qt::StringLiterals;

static Value normalised(const Value& value)
{
    if (value.isText())
        return Value(domain::normalised(value.toText()));
    if (!value.isList())
        return value;
    Value::List items;
    for (const Value& item : value.toList())
        items.append(normalised(item));
    return Value(items);
}

static Result<Value> valueFrom(const QString& kind, const QString& field, const QString& json)
{
    const QByteArray bytes = json.toUtf8();
    protocol::JsonReader reader(bytes);
    const Value value = reader.value(protocol::fieldTypeOf(kind, field));
    reader.finish();
    if (!reader.ok())
        return Error{reader.error().code, field + u": "_s + reader.error().detail};
    return normalised(value);
}

Result<Fields> fieldsFrom(const QString& kind, const QStringList& words)
{
    Fields fields;
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(equals);
        if (equals <= 0 || !protocol::isName(name))
            return {ErrorCode::Malformed, u"not of the form FIELD=JSON: "_s + word};
        if (fields.contains(name))
            return {ErrorCode::Malformed, u"a field stands twice: "_s + name};
        auto value = valueFrom(kind, name, word.mid(equals + 1));
        if (!value)
            return value.error();
        fields.insert(name, *value);
    }
    return fields;
}

} // namespace thidua
