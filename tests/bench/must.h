#pragma once

#include "base/result.h"

#include <QtGlobal>

namespace thidua::bench
{

// A bench whose preparation fails measures nothing: it ends.
inline void must(bool holds, const char* what)
{
    if (!holds)
        qFatal("%s failed", what);
}

template<typename T>
void must(const Result<T>& result, const char* what)
{
    if (!result)
        qFatal("%s: %s %s", what, codeName(result.error().code).data(), qPrintable(result.error().detail));
}

} // namespace thidua::bench
