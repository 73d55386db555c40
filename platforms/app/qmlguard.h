#pragma once

class QQmlEngine;

namespace thidua::app
{

// The screens are ours alone: QML comes from the program itself, and nothing that data says makes the engine
// reach out.
void guard(QQmlEngine& engine);

} // namespace thidua::app
