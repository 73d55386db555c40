#include "services/reportbook.h"

#include "domain/names.h"
#include "domain/text.h"

#include <algorithm>

namespace thidua::services
{

namespace
{

// Some tens of milliseconds of reading.
constexpr int linesInPart = 4000;

const QStringList& scannedFields()
{
    static const QStringList fields{name::unit,           name::criterion,         name::period,
                                    name::value,          name::measure,           name::scoreSelf,
                                    name::scoreAppraisal, name::scoreCouncil,      name::submission,
                                    name::status,         name::reviewedSubmission};
    return fields;
}

ReportLine lineOf(store::ScannedRecord&& scanned)
{
    store::Record record{.id = scanned.id,
                         .kind = kind::report,
                         .version = scanned.version,
                         .values = {},
                         .pending = scanned.pending,
                         .conflict = scanned.conflict};
    for (qsizetype i = 0; i < scanned.values.size(); ++i) {
        if (!scanned.values[i].isNull())
            record.values.insert(scannedFields()[i], scanned.values[i]);
    }
    return reportLine(record);
}

// Which of the words of a search each unit and each criterion contains, as bits.
class Search
{
public:
    Search(const QString& text, const ReportNames& names)
    {
        const QStringList words = domain::searchKey(text).split(u' ', Qt::SkipEmptyParts).mid(0, 16);
        m_all = (1u << words.size()) - 1;
        if (words.isEmpty())
            return;
        for (auto unit = names.units.cbegin(); unit != names.units.cend(); ++unit)
            m_bits.insert(unit.key(), bitsOf(words, unit.value()));
        for (auto line = names.criteria.cbegin(); line != names.criteria.cend(); ++line)
            m_bits.insert(line.key(), bitsOf(words, line->label + u' ' + line->name));
    }
    [[nodiscard]] bool matches(const ReportLine& line) const
    {
        return m_all == 0 || (m_bits.value(line.unit) | m_bits.value(line.criterion)) == m_all;
    }

private:
    static quint32 bitsOf(const QStringList& words, const QString& text)
    {
        const QString key = domain::searchKey(text);
        quint32 bits = 0;
        for (qsizetype i = 0; i < words.size(); ++i)
            bits |= key.contains(words[i]) ? 1u << i : 0;
        return bits;
    }
    quint32 m_all = 0;
    QHash<RecordId, quint32> m_bits;
};

} // namespace

ReportBook::ReportBook(store::LocalStore& store, CatalogueService& catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

Result<bool> ReportBook::readOn()
{
    if (m_complete)
        return true;
    m_started = true;
    const auto add = [this](store::ScannedRecord&& scanned) {
        const auto place = m_places.constFind(scanned.id);
        if (place != m_places.cend()) {
            m_lines[*place] = lineOf(std::move(scanned));
            return;
        }
        m_places.insert(scanned.id, m_lines.size());
        m_lines.append(lineOf(std::move(scanned)));
    };
    auto next = m_store.scan(kind::report, scannedFields(), m_after, linesInPart, add);
    if (!next)
        return next.error();
    m_after = *next;
    m_complete = *next == 0;
    return m_complete;
}

void ReportBook::changed(const QSet<QString>& kinds, const QSet<RecordId>& records)
{
    if (m_started && kinds.contains(kind::report))
        m_outdated += records;
    if (kinds.contains(kind::unit) || kinds.contains(kind::criterion) || kinds.contains(kind::scoreTable))
        m_names.reset();
}

Result<void> ReportBook::readAgain()
{
    for (const RecordId& id : std::exchange(m_outdated, {})) {
        auto record = m_store.record(id);
        if (!record)
            return record.error();
        const bool there = *record && (*record)->kind == kind::report && !(*record)->deleted;
        const auto place = m_places.constFind(id);
        if (there && place != m_places.cend()) {
            m_lines[*place] = reportLine(**record);
        } else if (there) {
            m_places.insert(id, m_lines.size());
            m_lines.append(reportLine(**record));
        } else if (place != m_places.cend()) {
            // The last line takes the place of the one that is gone.
            const qsizetype free = *place;
            m_places.insert(m_lines.last().id, free);
            m_lines[free] = m_lines.last();
            m_lines.removeLast();
            m_places.remove(id);
        }
    }
    return {};
}

std::shared_ptr<const ReportNames> ReportBook::names()
{
    if (m_names)
        return m_names;
    auto names = std::make_shared<ReportNames>();
    for (const domain::Unit& unit : m_catalogue.units())
        names->units.insert(unit.id, unit.fullName());
    for (const domain::Unit& unit : m_catalogue.deletedUnits())
        names->units.insert(unit.id, unit.fullName());
    const auto add = [&](const domain::Criterion& criterion) {
        const auto* table = m_catalogue.scoreTable(criterion.scoreTable);
        names->criteria.insert(criterion.id,
                               {m_catalogue.criterionLabel(criterion), criterion.name, criterion.group,
                                criterion.groupName, table ? table->dueOn : QDate(), criterion.number});
    };
    std::ranges::for_each(m_catalogue.criteria(), add);
    std::ranges::for_each(m_catalogue.deletedCriteria(), add);
    m_names = std::move(names);
    return m_names;
}

// The place of every unit and criterion in the order of the list.
QHash<RecordId, int> ReportBook::order() const
{
    QList<std::pair<QByteArray, RecordId>> keyed;
    for (auto unit = m_names->units.cbegin(); unit != m_names->units.cend(); ++unit)
        keyed.append({domain::sortKey(unit.value()), unit.key()});
    std::ranges::sort(keyed);
    QHash<RecordId, int> places;
    for (const auto& [key, id] : std::as_const(keyed))
        places.insert(id, int(places.size()));
    for (auto line = m_names->criteria.cbegin(); line != m_names->criteria.cend(); ++line)
        places.insert(line.key(), line->number);
    return places;
}

Result<ReportPage> ReportBook::find(const ReportQuery& query)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    if (auto done = readAgain(); !done)
        return done.error();
    ReportPage page{
        {}, names(), {}, QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date(), m_complete};
    const Search search(query.text, *m_names);
    const QHash<RecordId, int> places = order();
    QSet<QString> periods;
    struct Key {
        QString period;
        int unit;
        int criterion;
        qsizetype line;
    };
    std::vector<Key> found;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const ReportLine& line = m_lines[i];
        periods.insert(line.period);
        const bool wanted = (!query.state || line.state == *query.state) &&
                            (query.unit.isNull() || line.unit == query.unit) &&
                            (query.period.isEmpty() || line.period == query.period) && search.matches(line);
        if (wanted)
            found.push_back({line.period, places.value(line.unit), places.value(line.criterion), i});
    }
    std::ranges::sort(found, [](const Key& a, const Key& b) {
        return a.period != b.period
                   ? a.period > b.period
                   : std::tie(a.unit, a.criterion, a.line) < std::tie(b.unit, b.criterion, b.line);
    });
    page.lines.reserve(qsizetype(found.size()));
    for (const Key& key : found)
        page.lines.append(m_lines[key.line]);
    page.periods = QStringList(periods.cbegin(), periods.cend());
    std::ranges::sort(page.periods, std::ranges::greater());
    return page;
}

} // namespace thidua::services
