#include "services/searchservice.h"

#include "domain/names.h"
#include "domain/text.h"

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::FoundBy;
using domain::Word;

namespace
{

// As much as two lines of a phone hold.
constexpr qsizetype snippetLength = 120;
constexpr qsizetype wordsBefore = 30; // letters in front of the first match

MarkedText marked(const QString& text, const QList<Word>& words)
{
    return {text, domain::stretchesOf(words, text)};
}

// From the beginning of a word near `from`.
qsizetype wordNear(const QString& text, qsizetype from)
{
    const qsizetype space = text.indexOf(u' ', from);
    return from == 0 || space < 0 ? from : space + 1;
}

// The part of a text around its first match.
MarkedText partOf(const QString& field, const QList<Word>& words)
{
    const QString text = field.simplified();
    const MarkedText whole = marked(text, words);
    const qsizetype first = whole.marks.isEmpty() ? 0 : whole.marks.first().from;
    const qsizetype from = std::min(wordNear(text, std::max<qsizetype>(first - wordsBefore, 0)), first);
    QString part = text.mid(from, snippetLength);
    if (from + part.size() < text.size())
        part += u'…';
    return marked(from > 0 ? u"… "_s + part : part, words);
}

QString titleOf(const domain::Kind& kind, const Subject& subject, const Fields& values)
{
    if (kind.name == kind::report)
        return subject.name;
    QStringList names;
    for (const QString& field : kind.fieldsFoundBy(FoundBy::Name)) {
        const QString text = store::searchedText(values.value(field)).simplified();
        if (!text.isEmpty())
            names.append(text);
    }
    return names.join(u" · "_s);
}

// Whether every word stands in one of the texts: the index may know an older record.
bool hasAll(const QList<Word>& words, const QStringList& texts)
{
    QStringList known;
    for (const QString& text : texts) {
        for (const Word& word : domain::wordsOf(text))
            known.append(word.folded);
    }
    return std::ranges::all_of(words, [&](const Word& sought) {
        const bool last = &sought == &words.last();
        return std::ranges::any_of(known, [&](const QString& word) {
            return last ? word.startsWith(sought.folded) : word == sought.folded;
        });
    });
}

} // namespace

SearchService::SearchService(store::LocalStore& store, CatalogueService& catalogue, Access& access,
                             const QString& storePath)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
    , m_index(store, store::SearchIndex::pathBeside(storePath))
{
}

std::optional<SearchHit> SearchService::hitOf(const store::Record& record, const QList<Word>& words,
                                              const RecordId& reporting) const
{
    const domain::Kind* kind = m_store.schema().kind(record.kind);
    if (!kind || record.deleted)
        return std::nullopt;
    SearchHit hit{record.id,
                  record.kind,
                  {},
                  {},
                  {},
                  subjectOf(m_catalogue, record.kind, record.values),
                  services::seenAt(m_catalogue, reporting, record.kind, record.id, record.values)};
    hit.title = marked(titleOf(*kind, hit.subject, record.values), words);
    QStringList texts;
    for (const QString& field : kind->fieldsFoundBy(FoundBy::Name))
        texts.append(store::searchedText(record.values.value(field)));
    for (const QString& field : kind->fieldsFoundBy(FoundBy::Text)) {
        const QString text = store::searchedText(record.values.value(field));
        texts.append(text);
        // The first text with a match, else the first there is.
        const bool better = hit.snippet.marks.isEmpty() && !domain::stretchesOf(words, text).isEmpty();
        if (!text.isEmpty() && (hit.snippetField.isEmpty() || better)) {
            hit.snippetField = field;
            hit.snippet = partOf(text, words);
        }
    }
    return hasAll(words, texts) ? std::optional(hit) : std::nullopt;
}

Result<SearchAnswer> SearchService::find(const QString& text, const QString& kind, int limit)
{
    const QList<Word> words = store::searchedWords(text);
    auto matches = m_index.find({text, kind, limit});
    auto ready = matches ? m_catalogue.refresh() : Result<void>(matches.error());
    auto person = ready ? m_access.person() : ready.error();
    if (!person)
        return person.error();
    const bool enters = person->role == domain::Role::Officer || person->role == domain::Role::UnitHead;
    const RecordId reporting = enters ? person->unit : RecordId();
    // Kinds by their best match; within a kind the order stays.
    QHash<QString, int> best;
    for (const store::SearchMatch& match : std::as_const(*matches)) {
        if (!best.contains(match.kind))
            best.insert(match.kind, match.tier);
    }
    std::ranges::stable_sort(*matches, {}, [&](const auto& match) { return best.value(match.kind); });
    SearchAnswer answer;
    for (const store::SearchMatch& match : std::as_const(*matches)) {
        auto record = m_store.record(match.record);
        if (!record)
            return record.error();
        if (const auto hit = *record ? hitOf(**record, words, reporting) : std::nullopt)
            answer.hits.append(*hit);
    }
    answer.complete = m_index.isComplete();
    return answer;
}

} // namespace thidua::services
