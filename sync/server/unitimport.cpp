#include "server/unitimport.h"

#include "domain/names.h"

#include <QHash>
#include <QSet>

namespace thidua::server
{

using namespace Qt::StringLiterals;

namespace
{

const QHash<QString, QString>& typesByName()
{
    static const QHash<QString, QString> types{
        {u"phường"_s, u"ward"_s},          {u"ward"_s, u"ward"_s},
        {u"xã"_s, u"commune"_s},           {u"commune"_s, u"commune"_s},
        {u"thị trấn"_s, u"township"_s},    {u"township"_s, u"township"_s},
        {u"đặc khu"_s, u"specialZone"_s},  {u"specialzone"_s, u"specialZone"_s},
        {u"tổ chức"_s, u"organisation"_s}, {u"organisation"_s, u"organisation"_s}};
    return types;
}

struct Line {
    int number = 0;
    QHash<QString, QString> cells;

    [[nodiscard]] QString cell(const QString& column) const
    {
        return cells.value(column).normalized(QString::NormalizationForm_C).simplified();
    }
    [[nodiscard]] Error error(const QString& what) const
    {
        return {ErrorCode::InvalidValue, u"line %1: "_s.arg(number) + what};
    }
};

Result<QList<Line>> readLines(const QByteArray& text)
{
    const QString decoded = QString::fromUtf8(text);
    if (decoded.toUtf8() != text && decoded.toUtf8() != text.mid(3)) // a byte order mark is let pass
        return {ErrorCode::Malformed, u"the file is not UTF-8"_s};
    QList<QString> rows = decoded.split(u'\n');
    const QStringList heading = rows.takeFirst().trimmed().split(u'\t');
    for (const auto& column : {u"code"_s, u"name"_s, u"type"_s}) {
        if (!heading.contains(column))
            return {ErrorCode::Malformed, u"the heading lacks the column "_s + column};
    }
    QList<Line> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].trimmed().isEmpty())
            continue;
        Line line{int(i) + 2, {}};
        const QStringList cells = rows[i].split(u'\t');
        for (qsizetype column = 0; column < qMin(cells.size(), heading.size()); ++column)
            line.cells.insert(heading[column], cells[column]);
        lines.append(line);
    }
    return lines;
}

// What is being made, and what of it there already.
class Import
{
public:
    Import(ServerAuthor& author, const UnitImport& options)
        : m_author(author)
        , m_options(options)
    {
        const QString date = options.validFrom.isEmpty() ? options.today : options.validFrom;
        m_year = options.year > 0 ? options.year : date.left(4).toInt();
    }

    Result<void> add(const Line& line)
    {
        const QString code = line.cell(u"code"_s);
        const QString type = typesByName().value(line.cell(u"type"_s).toLower());
        if (code.isEmpty() || line.cell(u"name"_s).isEmpty())
            return line.error(u"code or name is empty"_s);
        if (type.isEmpty())
            return line.error(u"unknown type "_s + line.cell(u"type"_s));
        if (m_codes.contains(code))
            return line.error(u"the code stands twice: "_s + code);
        m_codes.insert(code);
        auto validFrom = validFromOf(line);
        if (!validFrom)
            return validFrom.error();
        const QString validTo = line.cell(name::validTo);
        Fields set{{name::code, code},
                   {name::name, line.cell(u"name"_s)},
                   {name::type, type},
                   {name::validFrom, *validFrom},
                   {name::validTo, validTo.isEmpty() ? Value() : Value(validTo)}};
        if (!line.cell(name::district).isEmpty())
            set.insert(name::district, line.cell(name::district));
        m_edits.append({unitRecord(code), kind::unit, set});
        m_counts.units += 1;
        if (!line.cell(u"cluster"_s).isEmpty())
            join(line.cell(u"cluster"_s), unitRecord(code));
        return {};
    }

    Result<ImportCounts> finish()
    {
        if (auto done = m_author.author(m_edits); !done)
            return done.error();
        return m_counts;
    }

private:
    Result<QString> validFromOf(const Line& line)
    {
        if (const QString own = line.cell(name::validFrom); !own.isEmpty())
            return own;
        if (!m_options.validFrom.isEmpty())
            return m_options.validFrom;
        auto known = m_author.record(unitRecord(line.cell(u"code"_s)));
        if (!known)
            return known.error();
        return *known ? (*known)->values.value(name::validFrom).toText() : m_options.today;
    }

    void join(const QString& cluster, const RecordId& unit)
    {
        const RecordId block = clusterRecord(cluster, m_year);
        if (!m_clusters.contains(cluster)) {
            m_clusters.insert(cluster);
            m_edits.append({block,
                            kind::block,
                            {{name::code, u"C"_s + cluster},
                             {name::name, u"Cụm thi đua "_s + cluster},
                             {name::kind, u"cluster"_s},
                             {name::year, m_year}}});
            m_counts.blocks += 1;
        }
        const RecordId membership = membershipRecord(block, unit, m_year);
        Fields set{{name::block, block}, {name::unit, unit}, {name::year, m_year}};
        // Who leads is decided by people; an import repeated must not take it back.
        auto known = m_author.record(membership);
        if (!known || !*known)
            set.insert(name::role, u"member"_s);
        m_edits.append({membership, kind::membership, set});
        m_counts.memberships += 1;
    }

    ServerAuthor& m_author;
    const UnitImport& m_options;
    int m_year = 0;
    QList<ServerEdit> m_edits;
    QSet<QString> m_codes;
    QSet<QString> m_clusters;
    ImportCounts m_counts;
};

} // namespace

RecordId unitRecord(const QString& code)
{
    return RecordId::named("thidua.unit", code.toUtf8());
}

RecordId clusterRecord(const QString& code, int year)
{
    return RecordId::named("thidua.cluster", QByteArray::number(year) + '/' + code.toUtf8());
}

RecordId membershipRecord(const RecordId& block, const RecordId& unit, int year)
{
    return RecordId::named("thidua.membership", block.toBytes() + unit.toBytes() + QByteArray::number(year));
}

Result<ImportCounts> importUnits(ServerAuthor& author, const QByteArray& text, const UnitImport& import)
{
    auto lines = readLines(text);
    if (!lines)
        return lines.error();
    Import running(author, import);
    for (const Line& line : std::as_const(*lines)) {
        if (auto added = running.add(line); !added)
            return added.error();
    }
    return running.finish();
}

} // namespace thidua::server
