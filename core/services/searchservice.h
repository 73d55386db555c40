#pragma once

#include "services/access.h"
#include "services/namedvalue.h"
#include "services/seenat.h"
#include "store/searchindex.h"

namespace thidua::services
{

// A text with the stretches in it that were searched for. Plain text: it comes from people.
struct MarkedText {
    QString text;
    QList<domain::Stretch> marks;

    friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

struct SearchHit {
    RecordId record;
    QString kind;
    MarkedText title;     // what the record is called; of a report, its criterion
    QString snippetField; // which field the snippet is of; empty: there is none
    MarkedText snippet;   // a part of that field
    Subject subject;
    SeenAt seenAt;
};

struct SearchAnswer {
    QList<SearchHit> hits; // kind by kind, the kind with the best match first
    // False: records that came lately may not be found yet.
    bool complete = false;
};

// Finds whatever the device holds by words, as a person sees it.
class SearchService
{
public:
    SearchService(store::LocalStore& store, CatalogueService& catalogue, Access& access,
                  const QString& storePath);

    void changed(const QSet<RecordId>& records) { m_index.changed(records); }
    // Indexes the next part; true when nothing is left. StorageFull, StorageFailed, Busy.
    [[nodiscard]] Result<bool> readOn() { return m_index.catchUp(); }
    // kind empty: every kind; at most `limit` hits of each. Errors: those of readOn.
    [[nodiscard]] Result<SearchAnswer> find(const QString& text, const QString& kind, int limit);

private:
    [[nodiscard]] std::optional<SearchHit>
    hitOf(const store::Record& record, const QList<domain::Word>& words, const RecordId& reporting) const;
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
    store::SearchIndex m_index;
};

} // namespace thidua::services
