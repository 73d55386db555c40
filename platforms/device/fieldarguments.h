#pragma once

#include "base/result.h"
#include "base/value.h"

#include <QStringList>

namespace thidua
{

// FIELD=JSON words as the fields of a kind: ids as UUID text, points as integers of hundredths, dates as
// text. Text comes out in normal form NFC.
[[nodiscard]] Result<Fields> fieldsFrom(const QString& kind, const QStringList& words);

} // namespace thidua
