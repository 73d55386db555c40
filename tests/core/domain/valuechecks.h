#pragma once

#include "domain/schema.h"

namespace thidua::test
{

inline RecordId record(const char* name)
{
    return RecordId::named("test", name);
}

template<typename T>
ErrorCode shapeOf(QLatin1String kind, const T& value)
{
    return domain::checkShape(domain::Schema::current(), QString(kind), value.toFields(), true).error().code;
}

// Written and read again it is the same, and what is written makes a new record.
template<typename T>
bool survives(QLatin1String kind, const T& value)
{
    return T::fromFields(value.id, value.toFields()) == value && shapeOf(kind, value) == ErrorCode::None;
}

} // namespace thidua::test
