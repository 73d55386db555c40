#pragma once

#include "services/yearforms.h"

// What stands in a field of a form, and what a person made of it.
namespace thidua::viewmodels
{

[[nodiscard]] QString entryName(services::FormField::Entry entry);
[[nodiscard]] QString entryText(services::FormField::Entry entry, const Value& value);
// Null for an empty text. Errors: InvalidValue.
[[nodiscard]] Result<Value> entryValue(const services::FormField& field, const QString& text);

} // namespace thidua::viewmodels
