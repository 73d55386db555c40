#include "protocol/fieldtypes.h"

namespace thidua::protocol
{

const domain::FieldType* fieldTypeOf(QStringView kind, QStringView field)
{
    const domain::Kind* known = domain::Schema::current().kind(kind);
    const domain::Field* found = known ? known->field(field) : nullptr;
    return found ? &found->type : nullptr;
}

FieldTypes fieldTypesOf(QStringView kind, const QStringList& fields)
{
    FieldTypes types;
    types.reserve(fields.size());
    for (const QString& field : fields)
        types.append(fieldTypeOf(kind, field));
    return types;
}

} // namespace thidua::protocol
