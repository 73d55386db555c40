#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace thidua::store
{

// The rows that stand in the leaf pages of an SQLite file, found without the trees above them, the schema or
// SQLite's help: what is left when those are damaged (https://sqlite.org/fileformat2.html). Everything read
// is taken for possibly wrong; nothing in the input makes it read outside of the input or go on for ever.
class PageScan
{
public:
    struct Column {
        std::optional<qint64> integer;   // of an integer
        std::optional<QByteArray> bytes; // of a text or a blob; neither: null, or a number with a fraction
    };
    using Columns = QList<Column>;

    // log: the write-ahead log beside it; its pages replace those of the file.
    PageScan(const QByteArray& file, const QByteArray& log);

    // Rows of tables with a row number, and of tables without.
    using Numbered = std::function<void(qint64 number, const Columns& columns)>;
    using Keyed = std::function<void(const Columns& columns)>;
    void read(const Numbered& numbered, const Keyed& keyed) const;

private:
    void replacePages(const QByteArray& log);
    void readPage(qsizetype index, const Numbered& numbered, const Keyed& keyed) const;
    [[nodiscard]] QByteArray payload(QByteArrayView page, qsizetype at, qint64 size, bool keyed) const;

    qsizetype m_pageSize = 4096;
    QList<QByteArray> m_pages;
};

} // namespace thidua::store
