#pragma once

#include "domain/schema.h"
#include "domain/words.h"

namespace thidua::store
{

// What the search index keeps of a record.
struct SearchContent {
    QString nameWords; // divided by spaces; empty: nothing to be found by
    QString allWords;  // these and the others
    qint64 day = 0;    // Julian; 0: the record has none
};

// Which fields count is said by the schema (domain::FoundBy).
class SearchSchema
{
public:
    explicit SearchSchema(const domain::Schema& schema);
    [[nodiscard]] bool knows(const QString& kind) const { return m_kinds.contains(kind); }
    [[nodiscard]] const QStringList& kinds() const { return m_inOrder; }
    [[nodiscard]] SearchContent contentOf(const QString& kind, const Fields& values) const;

private:
    struct Found {
        QStringList names;
        QStringList texts;
        QStringList days;
    };
    QHash<QString, Found> m_kinds;
    QStringList m_inOrder;
};

// A text field, or the texts of a list, as one text.
[[nodiscard]] QString searchedText(const Value& value);

// How the words sought must stand in a record.
enum class WordMatch {
    Exact,       // whole words, with the marks that were typed
    Folded,      // whole words, whatever their marks
    ExactPrefix, // as Exact, but the last word may be the beginning of one, whatever its marks
    FoldedPrefix,
};

// In the language of FTS5, made of our own words: nothing that people type is an operator in it.
[[nodiscard]] QString matchExpression(const QList<domain::Word>& words, WordMatch match, const QString& kind);

// Every word of a record, as it was put in; of long texts the first.
[[nodiscard]] QString matchExpression(const SearchContent& content);

} // namespace thidua::store
