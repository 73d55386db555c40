#pragma once

#include "store/localstore.h"
#include "store/searchtable.h"

#include <QSet>

namespace thidua::store
{

// The words of what was typed; more of them than people type are left out.
[[nodiscard]] QList<domain::Word> searchedWords(const QString& typed);

struct SearchQuery {
    QString text;
    QString kind;  // empty: every kind
    int limit = 0; // of each kind
};

struct SearchMatch {
    RecordId record;
    QString kind;
    int tier = 0; // 0: the best
};

// Finds records by words, in a file of its own beside the device's. The file is derived: it is filled after
// the store has committed, in small parts, by comparing it with what is shown, and made anew when it is
// damaged or gone. Nothing is lost with it, and no save waits for it. Belongs to the store's thread.
class SearchIndex
{
public:
    // Nothing is opened before it is needed.
    SearchIndex(LocalStore& store, QString path, QString vfs = {});

    // "…/device-search.db" for "…/device.db".
    [[nodiscard]] static QString pathBeside(const QString& storePath);
    // For a device that is emptied; the index must not be in use.
    static void removeBeside(const QString& storePath);

    // These records may show something else now, whichever connection changed them.
    void changed(const QSet<RecordId>& records);
    // Does a part of what is to be done, some tens of milliseconds long. True: everything that is shown is in
    // the index, and nothing else. Errors leave it usable for what it holds, and are tried again at the next
    // call.
    [[nodiscard]] Result<bool> catchUp();
    [[nodiscard]] bool isComplete() const { return m_complete && m_outdated.isEmpty(); }

    // By kind in the order of the schema, then best first: names before other texts, whole words before
    // beginnings, the marks that were typed before others, new before old. What has changed and is not yet
    // caught up with may be missing, or be there still: whoever shows a match reads the record.
    [[nodiscard]] Result<QList<SearchMatch>> find(const SearchQuery& query);

private:
    [[nodiscard]] Result<void> ensureOpen();
    // A damaged index is thrown away and begun again; what that does not help is passed on.
    [[nodiscard]] Result<void> recover(const Error& error);
    [[nodiscard]] Result<void> renewOutdated();
    [[nodiscard]] Result<void> compareOn();
    struct Differences {
        QList<SearchTable::Entry> gone;
        QList<RecordId> wanted;
        QHash<RecordId, qint64> content; // of the wanted ones
    };
    // True: the index has the record as it is shown.
    bool agrees(Differences& differences, const std::optional<SearchTable::Entry>& entry,
                const std::optional<ContentMark>& mark) const;
    // A tree of words that was damaged may be read as an empty one: a sample of every part is looked up.
    [[nodiscard]] Result<void> probe(const SearchTable::Entry& entry);
    [[nodiscard]] Result<void> apply(const Differences& differences);
    [[nodiscard]] Result<QList<SearchMatch>> findOfKind(const QList<domain::Word>& words, const QString& kind,
                                                        int limit);

    LocalStore& m_store;
    QString m_path;
    QString m_vfs;
    SearchSchema m_schema;
    std::unique_ptr<SearchTable> m_table;
    QSet<RecordId> m_outdated;
    RecordId m_after;        // up to here the index has been compared
    bool m_complete = false; // compared to the end
    int m_begunAgain = 0;
};

} // namespace thidua::store
