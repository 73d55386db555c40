#pragma once

#include "base/result.h"

namespace thidua
{

// A QR code for a terminal: two rows of modules in one line of half blocks, dark on light.
[[nodiscard]] Result<QString> qrCode(const QString& text);

} // namespace thidua
