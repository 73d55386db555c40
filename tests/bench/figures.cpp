#include "bench/figures.h"

#include <cmath>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

void Figures::add(const QString& measured, const QString& key, double value, const QString& remark)
{
    m_lines.append({measured, key, value, remark});
}

void Figures::explain(const QString& measured, double value, const QString& measuredIn)
{
    m_lines.append({measured, {}, value, measuredIn});
}

void Figures::print(QTextStream& out) const
{
    for (const Line& line : m_lines) {
        const QString name = line.key.isEmpty() ? u"  · "_s + line.measured : line.measured + u'.' + line.key;
        out << name.leftJustified(44) << QString::number(line.value, 'g', 4).rightJustified(12) << "  "
            << line.remark << '\n';
    }
}

QJsonObject Figures::json() const
{
    QJsonObject all;
    for (const Line& line : m_lines) {
        if (line.key.isEmpty() || std::isnan(line.value))
            continue;
        QJsonObject one = all[line.measured].toObject();
        one.insert(line.key, line.value);
        all.insert(line.measured, one);
    }
    return all;
}

double Figures::value(const QString& measured, const QString& key) const
{
    for (const Line& line : m_lines) {
        if (line.measured == measured && line.key == key)
            return line.value;
    }
    return std::nan("");
}

} // namespace thidua::bench
