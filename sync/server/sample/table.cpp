#include "server/sample/table.h"

#include "domain/text.h"

#include <QFile>

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;

Table Table::named(const QString& file)
{
    QFile source(u":/thidua/sample/"_s + file);
    const bool opened = source.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // it is part of the program
    return Table(QString::fromUtf8(source.readAll()));
}

Table::Table(const QString& text)
{
    const QStringList lines = domain::normalised(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        m_rows.append(line.split(u'\t'));
    const QStringList header = m_rows.isEmpty() ? QStringList() : m_rows.takeFirst();
    for (qsizetype column = 0; column < header.size(); ++column)
        m_columns.insert(header[column], column);
}

QString Table::at(qsizetype row, const QString& column) const
{
    Q_ASSERT(m_columns.contains(column));
    return m_rows[row].value(m_columns.value(column));
}

QStringList Table::listAt(qsizetype row, const QString& column) const
{
    return at(row, column).split(u';', Qt::SkipEmptyParts);
}

Fields Table::fieldsAt(qsizetype row, const QStringList& columns) const
{
    Fields fields;
    for (const QString& column : columns) {
        const QString text = at(row, column);
        fields.insert(column, text.isEmpty() ? Value() : Value(text));
    }
    return fields;
}

} // namespace thidua::server::sample
