#pragma once

#include "base/value.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace thidua::server::sample
{

// A table of tab-separated values whose first line names its columns.
class Table
{
public:
    // One of the files in data/, which travel inside the program.
    [[nodiscard]] static Table named(const QString& file);
    explicit Table(const QString& text);

    [[nodiscard]] qsizetype rows() const { return m_rows.size(); }
    [[nodiscard]] QString at(qsizetype row, const QString& column) const;
    // A cell with several keys, separated by semicolons.
    [[nodiscard]] QStringList listAt(qsizetype row, const QString& column) const;
    // Cells whose columns bear the names of fields, as text; empty ones as null.
    [[nodiscard]] Fields fieldsAt(qsizetype row, const QStringList& columns) const;

private:
    QHash<QString, qsizetype> m_columns;
    QList<QStringList> m_rows;
};

} // namespace thidua::server::sample
