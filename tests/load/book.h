#pragma once

#include "load/asiotransport.h"
#include "load/table.h"

#include <QMap>

namespace thidua::load
{

// What the tablets of one thread were answered.
class Book
{
public:
    void note(const Answered& answered);
    [[nodiscard]] Witness witness()
    {
        return [this](const Answered& answered) { note(answered); };
    }
    // Seconds of those that were accepted.
    [[nodiscard]] double pushPercentile(double p) const { return percentileOf(m_pushes, p); }
    [[nodiscard]] qsizetype pushes() const { return qsizetype(m_pushes.size()); }
    // Neither done, nor put off to a time that was named.
    [[nodiscard]] int wrong() const { return m_wrong; }
    [[nodiscard]] int putOff() const { return m_statuses.value(429) + m_statuses.value(503); }
    [[nodiscard]] QString statuses() const; // "200: 6000, 503: 12"
    void clear() { *this = {}; }

private:
    std::vector<double> m_pushes;
    QMap<int, int> m_statuses;
    int m_wrong = 0;
};

} // namespace thidua::load
