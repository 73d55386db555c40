#pragma once

#include "services/catalogueservice.h"

namespace thidua::services
{

// A field's value with what a screen needs to put it into words.
struct NamedValue {
    QString field;
    domain::FieldType type;
    Value value;
    QString refersTo; // the name behind a reference, or the names behind a list of them
};

// In the order of the schema; unknown fields last.
[[nodiscard]] QList<NamedValue> namedValues(const domain::Schema& schema, const CatalogueService& catalogue,
                                            const QString& kind, const Fields& fields);

// What a record is about, for lists in which all kinds stand side by side.
struct Subject {
    QString kind;
    QString label; // of a report's criterion: "II.2"
    QString name;  // of the criterion, or of the record itself
    QString unitName;
    QString period;
    QString measure; // of a report's result
};
[[nodiscard]] Subject subjectOf(const CatalogueService& catalogue, const QString& kind, const Fields& fields);

} // namespace thidua::services
