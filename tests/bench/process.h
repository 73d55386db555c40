#pragma once

#include <QStringList>

namespace thidua::bench
{

struct ProcessFigures {
    int exitCode = -1;
    double seconds = 0; // from start to end
    double peakMegabytes = 0;
};

// A program of build/bin, its output dropped.
[[nodiscard]] ProcessFigures runMeasured(const QString& program, const QStringList& arguments);

// What thidua-device counted in this folder: bytes of bodies as they travelled.
[[nodiscard]] qint64 bytesReceivedBy(const QString& folder);

} // namespace thidua::bench
