#pragma once

#include "domain/schema.h"

#include <QList>
#include <QStringList>

namespace thidua::protocol
{

// The types of fields as JSON needs them, to tell UUIDs and bytes from texts. CBOR carries its own types and
// asks for none. nullptr: the schema does not know the field.
using FieldTypes = QList<const domain::FieldType*>;

[[nodiscard]] const domain::FieldType* fieldTypeOf(QStringView kind, QStringView field);
[[nodiscard]] FieldTypes fieldTypesOf(QStringView kind, const QStringList& fields);

} // namespace thidua::protocol
