#include "services/namedvalue.h"

#include "domain/names.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;

static QString referenceName(const CatalogueService& catalogue, const QString& kind, const RecordId& id)
{
    if (kind == kind::unit)
        return catalogue.unitName(id);
    if (kind == kind::person)
        return catalogue.personName(*UserId::fromBytes(id.view()));
    if (const auto* block = kind == kind::block ? catalogue.block(id) : nullptr)
        return block->name;
    if (const auto* movement = kind == kind::movement ? catalogue.movement(id) : nullptr)
        return movement->name;
    if (const auto* table = kind == kind::scoreTable ? catalogue.scoreTable(id) : nullptr)
        return table->name;
    if (const auto* criterion = kind == kind::criterion ? catalogue.criterionEver(id) : nullptr)
        return criterion->name;
    if (const auto* document = kind == kind::document ? catalogue.document(id) : nullptr)
        return document->name;
    return {};
}

// Of a list of references: their names, one after another.
static QString refersTo(const CatalogueService& catalogue, const domain::FieldType& type, const Value& value)
{
    if (type.type == domain::ValueType::Reference)
        return value.isNull() ? QString() : referenceName(catalogue, type.of, value.toId());
    if (type.type != domain::ValueType::List || type.element.isEmpty())
        return {};
    QStringList names;
    for (const Value& part : value.toList())
        names.append(refersTo(catalogue, type.element.first(), part));
    names.removeAll(QString());
    return names.join(u", "_s);
}

QList<NamedValue> namedValues(const domain::Schema& schema, const CatalogueService& catalogue,
                              const QString& kind, const Fields& fields)
{
    QList<NamedValue> named;
    QStringList known;
    if (const domain::Kind* described = schema.kind(kind)) {
        for (const domain::FieldGroup& group : described->groups) {
            for (const domain::Field& field : group.fields) {
                if (!fields.contains(field.name))
                    continue;
                const Value value = fields.value(field.name);
                named.append({field.name, field.type, value, refersTo(catalogue, field.type, value)});
                known.append(field.name);
            }
        }
    }
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        if (!known.contains(field.key()))
            named.append({field.key(), {}, field.value(), {}});
    }
    return named;
}

Subject subjectOf(const CatalogueService& catalogue, const QString& kind, const Fields& fields)
{
    Subject subject{kind, {}, fields.value(name::name).toText(), {}, {}, {}};
    // Dossiers and inspections bear no name: whom or what they are about stands for it.
    for (const auto field : {name::text, name::nominee, name::achievement, name::findings}) {
        if (subject.name.isEmpty())
            subject.name = fields.value(field).toText();
    }
    subject.unitName = catalogue.unitName(fields.value(name::unit).toId());
    subject.period = fields.value(name::period).toText();
    if (const auto* criterion = catalogue.criterionEver(fields.value(name::criterion).toId())) {
        subject.label = catalogue.criterionLabel(*criterion);
        subject.name = criterion->name;
        subject.measure = criterion->measure;
    }
    if (const QString measure = fields.value(name::measure).toText(); !measure.isEmpty())
        subject.measure = measure;
    return subject;
}

} // namespace thidua::services
