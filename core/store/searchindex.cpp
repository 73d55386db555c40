#include "store/searchindex.h"

#include "base/logging.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <ranges>

namespace thidua::store
{

using namespace Qt::StringLiterals;
using domain::Word;

namespace
{

// Some tens of milliseconds on a cheap tablet: reading marks is quick, putting records in is not.
constexpr int marksInPart = 2000;
constexpr qsizetype recordsInPart = 200;
// From here on comparing everything is less work than looking at each.
constexpr qsizetype mostOutdated = 5000;
// A disk that goes on failing is not written to for ever.
constexpr int mostBeginnings = 3;
// More words or letters than people type.
constexpr qsizetype mostWords = 16;
constexpr qsizetype mostLetters = 400;

const RecordId& lastId()
{
    static const RecordId last =
        RecordId::fromBytes(QByteArray(sizeof(detail::IdBytes), '\xff')).value_or(RecordId());
    return last;
}

struct Tier {
    bool inNames;
    WordMatch match;
};

constexpr std::array tiers{
    Tier{true, WordMatch::Exact},        Tier{true, WordMatch::Folded},
    Tier{true, WordMatch::ExactPrefix},  Tier{true, WordMatch::FoldedPrefix},
    Tier{false, WordMatch::Exact},       Tier{false, WordMatch::Folded},
    Tier{false, WordMatch::ExactPrefix}, Tier{false, WordMatch::FoldedPrefix},
};

// Without marks in the words that it looks at, a tier finds what the one after it finds.
bool isUseful(const Tier& tier, const QList<Word>& words)
{
    switch (tier.match) {
    case WordMatch::Exact:
        return std::ranges::any_of(words, &Word::isMarked);
    case WordMatch::ExactPrefix:
        return std::any_of(words.cbegin(), words.cend() - 1, std::mem_fn(&Word::isMarked));
    case WordMatch::Folded:
    case WordMatch::FoldedPrefix:
        return true;
    }
    return true;
}

} // namespace

QList<Word> searchedWords(const QString& typed)
{
    return domain::wordsOf(typed.left(mostLetters)).mid(0, mostWords);
}

SearchIndex::SearchIndex(LocalStore& store, QString path, QString vfs)
    : m_store(store)
    , m_path(std::move(path))
    , m_vfs(std::move(vfs))
    , m_schema(store.schema())
{
}

QString SearchIndex::pathBeside(const QString& storePath)
{
    const QFileInfo file(storePath);
    return file.dir().filePath(file.completeBaseName() + u"-search.db"_s);
}

void SearchIndex::removeBeside(const QString& storePath)
{
    SearchTable::removeFile(pathBeside(storePath));
}

void SearchIndex::changed(const QSet<RecordId>& records)
{
    m_outdated += records;
    if (m_outdated.size() <= mostOutdated)
        return;
    m_outdated.clear();
    m_after = {};
    m_complete = false;
}

Result<void> SearchIndex::ensureOpen()
{
    if (m_table)
        return {};
    auto opened = SearchTable::open(m_path, m_vfs);
    if (!opened)
        return opened.error();
    m_table = std::move(*opened);
    // What it holds shows itself by comparing; a file that was just made holds nothing.
    m_after = {};
    m_complete = false;
    return {};
}

Result<void> SearchIndex::recover(const Error& error)
{
    // A missing table is to SQLite an error like any other, so all but these count as damage.
    const bool mayBeDamage =
        error.code == ErrorCode::StorageCorrupt || error.code == ErrorCode::StorageFailed;
    if (!mayBeDamage || m_begunAgain >= mostBeginnings)
        return error;
    ++m_begunAgain;
    qCWarning(logStore) << "the search index is made anew:" << error.detail;
    m_table.reset();
    SearchTable::removeFile(m_path);
    return ensureOpen();
}

Result<bool> SearchIndex::catchUp()
{
    auto done = ensureOpen();
    if (!done)
        return done.error();
    if (isComplete())
        return true;
    done = m_outdated.isEmpty() ? compareOn() : renewOutdated();
    if (!done)
        done = recover(done.error());
    return done ? Result<bool>(isComplete()) : done.error();
}

bool SearchIndex::agrees(Differences& differences, const std::optional<SearchTable::Entry>& entry,
                         const std::optional<ContentMark>& mark) const
{
    const bool wanted = mark && m_schema.knows(mark->kind);
    if (wanted && entry && entry->content == mark->content)
        return true;
    if (entry)
        differences.gone.append(*entry);
    if (wanted) {
        differences.wanted.append(mark->id);
        differences.content.insert(mark->id, mark->content);
    }
    return false;
}

Result<void> SearchIndex::probe(const SearchTable::Entry& entry)
{
    auto record = m_store.record(entry.record);
    if (!record || !*record)
        return record ? Result<void>() : record.error();
    // The synchronisation may have written between the two looks.
    auto mark = m_store.contentMark(entry.record);
    if (!mark || !*mark || (*mark)->content != entry.content)
        return mark ? Result<void>() : mark.error();
    auto found = m_table->leadsTo(entry, m_schema.contentOf((*record)->kind, (*record)->values));
    if (!found)
        return found.error();
    return *found ? Result<void>() : Error{ErrorCode::StorageCorrupt, u"words do not lead to their record"_s};
}

// Both lists are in id order, so that they are walked side by side.
Result<void> SearchIndex::compareOn()
{
    auto marks = m_store.contentMarks(m_after, marksInPart);
    if (!marks)
        return marks.error();
    const bool toTheEnd = marks->size() < marksInPart;
    auto entries = m_table->entries(m_after, toTheEnd ? lastId() : marks->last().id);
    if (!entries)
        return entries.error();
    Differences differences;
    std::optional<SearchTable::Entry> sample;
    RecordId reached = m_after;
    auto mark = marks->cbegin();
    auto entry = entries->cbegin();
    while (mark != marks->cend() || entry != entries->cend()) {
        if (differences.wanted.size() + differences.gone.size() >= recordsInPart)
            break;
        const bool held = entry == entries->cend() || (mark != marks->cend() && mark->id <= entry->record);
        const bool indexed = mark == marks->cend() || (entry != entries->cend() && entry->record <= mark->id);
        reached = held ? mark->id : entry->record;
        const auto known = indexed ? std::optional(*entry++) : std::nullopt;
        if (agrees(differences, known, held ? std::optional(*mark++) : std::nullopt))
            sample = known;
    }
    const bool walked = mark == marks->cend() && entry == entries->cend();
    auto done = sample ? probe(*sample) : Result<void>();
    done = done ? apply(differences) : done;
    if (!done)
        return done;
    m_after = reached;
    m_complete = walked && toTheEnd;
    return {};
}

Result<void> SearchIndex::renewOutdated()
{
    Differences differences;
    QList<RecordId> looked;
    for (const RecordId& id : std::as_const(m_outdated)) {
        auto mark = m_store.contentMark(id);
        auto entry = mark ? m_table->entry(id) : mark.error();
        if (!entry)
            return entry.error();
        agrees(differences, *entry, *mark);
        looked.append(id);
        if (looked.size() >= recordsInPart)
            break;
    }
    if (auto done = apply(differences); !done)
        return done;
    for (const RecordId& id : std::as_const(looked))
        m_outdated.remove(id);
    return {};
}

Result<void> SearchIndex::apply(const Differences& differences)
{
    QList<SearchTable::Addition> added;
    for (const RecordId& id : differences.wanted) {
        auto record = m_store.record(id);
        if (!record)
            return record.error();
        if (*record && !(*record)->deleted)
            added.append(
                {id, differences.content.value(id), m_schema.contentOf((*record)->kind, (*record)->values)});
    }
    if (differences.gone.isEmpty() && added.isEmpty())
        return {};
    return m_table->change(differences.gone, added);
}

Result<QList<SearchMatch>> SearchIndex::findOfKind(const QList<Word>& words, const QString& kind, int limit)
{
    QList<SearchMatch> matches;
    QSet<RecordId> known;
    for (size_t tier = 0; tier < tiers.size() && matches.size() < limit; ++tier) {
        if (!isUseful(tiers[tier], words))
            continue;
        const QString expression = matchExpression(words, tiers[tier].match, kind);
        auto found = m_table->matches(tiers[tier].inNames, expression, limit + known.size());
        if (!found)
            return found.error();
        for (const RecordId& id : std::as_const(*found)) {
            if (matches.size() == limit || known.contains(id))
                continue;
            known.insert(id);
            matches.append({id, kind, int(tier)});
        }
    }
    return matches;
}

Result<QList<SearchMatch>> SearchIndex::find(const SearchQuery& query)
{
    const QList<Word> words = searchedWords(query.text);
    if (words.isEmpty())
        return QList<SearchMatch>();
    if (auto open = ensureOpen(); !open)
        return open.error();
    QList<SearchMatch> all;
    for (const QString& kind : m_schema.kinds()) {
        if (!query.kind.isEmpty() && kind != query.kind)
            continue;
        auto found = findOfKind(words, kind, query.limit);
        if (!found) {
            auto again = recover(found.error());
            return again ? Result<QList<SearchMatch>>(QList<SearchMatch>()) : again.error();
        }
        all += *found;
    }
    return all;
}

} // namespace thidua::store
