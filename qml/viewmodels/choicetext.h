#pragma once

#include <QString>

namespace thidua::viewmodels
{

// The words for one of the choices that the schema gives a field; empty for a choice of a newer version.
// The field is needed: "penalty" is a kind of criterion and a way to part equals.
[[nodiscard]] QString choiceText(const QString& field, const QString& choice);

} // namespace thidua::viewmodels
