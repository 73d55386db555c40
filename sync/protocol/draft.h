#pragma once

#include <QLatin1String>

namespace thidua::protocol
{

// The kind of an edit in a quarantine that is no edit but a form that the revoked device's person had not
// finished, for a person to read. It never enters a record: `set` holds the texts as they were typed, and in
// `form` which form it was.
inline constexpr QLatin1String draftKind{"draft"};

} // namespace thidua::protocol
