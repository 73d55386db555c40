#include "load/table.h"

#include "bench/measure.h"

#include <QJsonObject>

#include <cstdio>

namespace thidua::load
{

using namespace Qt::StringLiterals;

static QString number(double value)
{
    return QString::number(value, 'g', value < 1000 ? 3 : 6);
}

// Also on stderr at once: a run takes minutes.
void Table::add(const Line& line)
{
    m_lines.push_back(line);
    QTextStream(stderr) << line.what << ": " << line.measured << ' ' << line.verdict << '\n';
}

void Table::promise(const QString& what, bool holds, const QString& measured)
{
    m_promisesHold = m_promisesHold && holds;
    add({what, u"always"_s, measured, holds ? u"holds"_s : u"BROKEN"_s});
}

void Table::figure(const QString& what, double measured, const QString& measuredIn, double most)
{
    const bool holds = measured <= most;
    m_figuresHold = m_figuresHold && holds;
    add({what, u"<= "_s + number(most) + u' ' + measuredIn, number(measured) + u' ' + measuredIn,
         holds ? u"holds"_s : u"missed"_s});
}

void Table::remark(const QString& what, const QString& measured)
{
    add({what, {}, measured, {}});
}

void Table::print(QTextStream& out) const
{
    for (const Line& line : m_lines)
        out << line.what.leftJustified(64) << ' ' << line.asked.leftJustified(14) << ' '
            << line.measured.leftJustified(30) << ' ' << line.verdict << '\n';
}

QJsonArray Table::json() const
{
    QJsonArray all;
    for (const Line& line : m_lines)
        all.append(QJsonObject{{u"what"_s, line.what},
                               {u"asked"_s, line.asked},
                               {u"measured"_s, line.measured},
                               {u"verdict"_s, line.verdict}});
    return all;
}

double percentileOf(const std::vector<double>& values, double p)
{
    return values.empty() ? 0 : bench::percentile(values, p);
}

} // namespace thidua::load
