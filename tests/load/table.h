#pragma once

#include <QJsonArray>
#include <QString>
#include <QTextStream>

#include <vector>

namespace thidua::load
{

// What was asked and what was measured. A promise that is broken fails the run; a figure that a small or busy
// machine misses is only told.
class Table
{
public:
    void promise(const QString& what, bool holds, const QString& measured = {});
    // At most `most`.
    void figure(const QString& what, double measured, const QString& measuredIn, double most);
    void remark(const QString& what, const QString& measured);
    void print(QTextStream& out) const;
    [[nodiscard]] QJsonArray json() const;
    [[nodiscard]] bool promisesHold() const { return m_promisesHold; }
    [[nodiscard]] bool figuresHold() const { return m_figuresHold; }

private:
    struct Line {
        QString what;
        QString asked;
        QString measured;
        QString verdict;
    };
    void add(const Line& line);
    std::vector<Line> m_lines;
    bool m_promisesHold = true;
    bool m_figuresHold = true;
};

[[nodiscard]] double percentileOf(const std::vector<double>& values, double p); // 0 if there are none

} // namespace thidua::load
