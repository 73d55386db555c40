#include "store/searchtable.h"

#include "store/migrations.h"

#include <QFile>

#include <algorithm>

namespace thidua::store
{

using namespace Qt::StringLiterals;

namespace
{

// A place is the age in days above the number of the record among those of its day.
constexpr qint64 placesOfADay = qint64(1) << 32;
constexpr qint64 lastJulianDay = (1 << 23) - 1; // of the year 18252

qint64 firstPlaceOf(qint64 day)
{
    return (lastJulianDay - std::clamp<qint64>(day, 0, lastJulianDay)) * placesOfADay;
}

} // namespace

SearchTable::SearchTable(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
    , m_entries(*m_connection, "SELECT record, place, content FROM entry "
                               "WHERE record > ?1 AND record <= ?2 ORDER BY record")
    , m_entry(*m_connection, "SELECT record, place, content FROM entry WHERE record = ?1")
    , m_lastPlace(*m_connection, "SELECT max(place) FROM entry WHERE place BETWEEN ?1 AND ?2")
    , m_insertEntry(*m_connection, "INSERT INTO entry (place, record, content) VALUES (?1, ?2, ?3)")
    , m_removeEntry(*m_connection, "DELETE FROM entry WHERE place = ?1")
    , m_insertName(*m_connection, "INSERT INTO name_words (rowid, words) VALUES (?1, ?2)")
    , m_removeName(*m_connection, "DELETE FROM name_words WHERE rowid = ?1")
    , m_insertAll(*m_connection, "INSERT INTO all_words (rowid, words) VALUES (?1, ?2)")
    , m_removeAll(*m_connection, "DELETE FROM all_words WHERE rowid = ?1")
    , m_matchNames(*m_connection,
                   "SELECT entry.record FROM name_words CROSS JOIN entry ON entry.place = name_words.rowid "
                   "WHERE name_words MATCH ?1 ORDER BY name_words.rowid LIMIT ?2")
    , m_matchAll(*m_connection,
                 "SELECT entry.record FROM all_words CROSS JOIN entry ON entry.place = all_words.rowid "
                 "WHERE all_words MATCH ?1 ORDER BY all_words.rowid LIMIT ?2")
    , m_matchOne(*m_connection,
                 "SELECT rowid FROM all_words WHERE all_words MATCH ?1 AND all_words.rowid = ?2")
{
}

void SearchTable::removeFile(const QString& path)
{
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
}

Result<std::unique_ptr<SearchTable>> SearchTable::openOnce(const QString& path, const QString& vfs)
{
    sql::OpenOptions options;
    options.durability = sql::Durability::Checkpoints;
    options.vfs = vfs;
    auto connection = sql::Connection::open(path, options);
    if (!connection)
        return connection.error();
    if (auto done = sql::migrate(**connection, searchApplicationId, searchMigrations()); !done)
        return done.error();
    return std::unique_ptr<SearchTable>(new SearchTable(std::move(*connection)));
}

Result<std::unique_ptr<SearchTable>> SearchTable::open(const QString& path, const QString& vfs)
{
    auto opened = openOnce(path, vfs);
    if (opened)
        return opened;
    const ErrorCode code = opened.error().code;
    if (code != ErrorCode::StorageCorrupt && code != ErrorCode::NewerFile)
        return opened;
    removeFile(path);
    return openOnce(path, vfs);
}

Result<SearchTable::Entry> SearchTable::readEntry(sql::CachedStatement& row)
{
    const auto record = RecordId::fromBytes(row->blobView(0));
    if (!record)
        return {ErrorCode::StorageCorrupt, u"an entry of the search index names no record"_s};
    return Entry{*record, row->integer(1), row->integer(2)};
}

Result<QList<SearchTable::Entry>> SearchTable::entries(const RecordId& after, const RecordId& last)
{
    QList<Entry> entries;
    auto row = m_entries.step(after, last);
    while (row && *row) {
        auto entry = readEntry(m_entries);
        if (!entry) {
            m_entries.reset();
            return entry.error();
        }
        entries.append(*entry);
        row = m_entries.next();
    }
    m_entries.reset();
    return row ? Result<QList<Entry>>(entries) : row.error();
}

Result<std::optional<SearchTable::Entry>> SearchTable::entry(const RecordId& record)
{
    auto row = m_entry.step(record);
    if (!row)
        return row.error();
    auto entry = *row ? readEntry(m_entry) : Result<Entry>(Entry());
    m_entry.reset();
    if (!entry)
        return entry.error();
    return entry->record.isNull() ? std::optional<Entry>() : std::optional(*entry);
}

Result<void> SearchTable::take(const Entry& entry)
{
    if (auto done = m_removeName.run(entry.place); !done)
        return done;
    if (auto done = m_removeAll.run(entry.place); !done)
        return done;
    return m_removeEntry.run(entry.place);
}

Result<qint64> SearchTable::newPlace(const Addition& added)
{
    const qint64 first = firstPlaceOf(added.words.day);
    auto row = m_lastPlace.step(first, first + placesOfADay - 1);
    if (!row)
        return row.error();
    const qint64 place = *row && !m_lastPlace->isNull(0) ? m_lastPlace->integer(0) + 1 : first;
    m_lastPlace.reset();
    auto done = m_insertEntry.run(place, added.record, added.content);
    return done ? Result<qint64>(place) : done.error();
}

Result<void> SearchTable::put(const QList<Addition>& added)
{
    QList<std::pair<qint64, const SearchContent*>> places;
    for (const Addition& one : added) {
        auto place = newPlace(one);
        if (!place)
            return place.error();
        places.append({*place, &one.words});
    }
    // FTS5 writes out what it has gathered whenever a row comes before the last one.
    std::ranges::sort(places);
    for (const auto& [place, words] : std::as_const(places)) {
        if (words->allWords.isEmpty())
            continue;
        if (auto done = m_insertAll.run(place, words->allWords); !done)
            return done;
        if (words->nameWords.isEmpty())
            continue;
        if (auto done = m_insertName.run(place, words->nameWords); !done)
            return done;
    }
    return {};
}

Result<void> SearchTable::change(QList<Entry> gone, const QList<Addition>& added)
{
    std::ranges::sort(gone, {}, &Entry::place);
    auto transaction = sql::Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    for (const Entry& entry : std::as_const(gone)) {
        if (auto done = take(entry); !done)
            return done;
    }
    if (auto done = put(added); !done)
        return done;
    return transaction->commit();
}

Result<QList<RecordId>> SearchTable::matches(bool inNames, const QString& expression, qint64 limit)
{
    sql::CachedStatement& statement = inNames ? m_matchNames : m_matchAll;
    QList<RecordId> found;
    auto row = statement.step(expression, limit);
    while (row && *row) {
        found.append(statement->id<RecordId>(0));
        row = statement.next();
    }
    statement.reset();
    return row ? Result<QList<RecordId>>(found) : row.error();
}

Result<bool> SearchTable::leadsTo(const Entry& entry, const SearchContent& words)
{
    if (words.allWords.isEmpty())
        return true;
    auto row = m_matchOne.step(matchExpression(words), entry.place);
    m_matchOne.reset();
    return row;
}

} // namespace thidua::store
