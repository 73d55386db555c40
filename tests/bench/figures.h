#pragma once

#include <QJsonObject>
#include <QString>
#include <QTextStream>

namespace thidua::bench
{

// What was measured, case by case, in the order in which it was: a table for people and one JSON object for
// programs. Lines without a key are explanations that only people read.
class Figures
{
public:
    void add(const QString& measured, const QString& key, double value, const QString& remark = {});
    void explain(const QString& measured, double value, const QString& measuredIn);
    void print(QTextStream& out) const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] double value(const QString& measured, const QString& key) const;

private:
    struct Line {
        QString measured;
        QString key;
        double value = 0;
        QString remark;
    };
    QList<Line> m_lines;
};

} // namespace thidua::bench
