#pragma once

#include "sql/transaction.h"
#include "store/searchcontent.h"

namespace thidua::store
{

// The search index's own file. Everything in it can be made again, so its commits wait for no disk.
class SearchTable
{
public:
    struct Entry {
        RecordId record;
        qint64 place = 0;
        qint64 content = 0; // the mark of what was put in
    };
    struct Addition {
        RecordId record;
        qint64 content = 0;
        SearchContent words;
    };

    // A file that is damaged, or made by a newer program, is replaced by an empty one. Errors: StorageFull,
    // StorageFailed.
    [[nodiscard]] static Result<std::unique_ptr<SearchTable>> open(const QString& path, const QString& vfs);
    static void removeFile(const QString& path);

    // After `after`, up to and with `last`, in id order.
    [[nodiscard]] Result<QList<Entry>> entries(const RecordId& after, const RecordId& last);
    [[nodiscard]] Result<std::optional<Entry>> entry(const RecordId& record);
    // As one transaction: what is gone goes, then what is new comes.
    [[nodiscard]] Result<void> change(QList<Entry> gone, const QList<Addition>& added);
    // Newest first.
    [[nodiscard]] Result<QList<RecordId>> matches(bool inNames, const QString& expression, qint64 limit);

    // Whether the words of an entry lead to it.
    [[nodiscard]] Result<bool> leadsTo(const Entry& entry, const SearchContent& words);

private:
    explicit SearchTable(std::unique_ptr<sql::Connection> connection);
    [[nodiscard]] static Result<std::unique_ptr<SearchTable>> openOnce(const QString& path,
                                                                       const QString& vfs);
    [[nodiscard]] Result<Entry> readEntry(sql::CachedStatement& row);
    [[nodiscard]] Result<void> take(const Entry& entry);
    [[nodiscard]] Result<qint64> newPlace(const Addition& added);
    [[nodiscard]] Result<void> put(const QList<Addition>& added);

    std::unique_ptr<sql::Connection> m_connection;
    sql::CachedStatement m_entries;
    sql::CachedStatement m_entry;
    sql::CachedStatement m_lastPlace;
    sql::CachedStatement m_insertEntry;
    sql::CachedStatement m_removeEntry;
    sql::CachedStatement m_insertName;
    sql::CachedStatement m_removeName;
    sql::CachedStatement m_insertAll;
    sql::CachedStatement m_removeAll;
    sql::CachedStatement m_matchNames;
    sql::CachedStatement m_matchAll;
    sql::CachedStatement m_matchOne;
};

} // namespace thidua::store
