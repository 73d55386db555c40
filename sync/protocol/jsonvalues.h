#pragma once

#include "base/value.h"
#include "protocol/fieldtypes.h"

// How JSON, which has texts only, carries ids and bytes: UUID text for fields of type uuid and reference,
// base64url without padding for other bytes. A text that is not of that form stays a text, so that the check
// of the edit's shape refuses this one edit and no more.
namespace thidua::protocol::json
{

// The type of the elements, if `type` is a list; nullptr otherwise.
[[nodiscard]] const domain::FieldType* elementOf(const domain::FieldType* type);
[[nodiscard]] Value valueOfText(const domain::FieldType* type, const QString& text);
[[nodiscard]] QString textOfBytes(const domain::FieldType* type, const QByteArray& bytes);

} // namespace thidua::protocol::json
