#pragma once

#include <QString>

namespace thidua::bench
{

struct Settings {
    QString directory; // on the disk that is measured
    qsizetype records = 100'000;
    int repeats = 5;
};

} // namespace thidua::bench
