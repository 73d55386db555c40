#include "domain/words.h"

#include "domain/text.h"

namespace thidua::domain
{

// Marks and invisible signs belong to the word that they stand in; none begins with them.
static bool goesOn(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.category() == QChar::Other_Format;
}

QList<Word> wordsOf(const QString& text)
{
    QList<Word> words;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isLetterOrNumber())
            continue;
        const qsizetype from = at;
        while (at < text.size() && goesOn(text[at]))
            ++at;
        const QString written = text.mid(from, at - from);
        words.append({from, at - from, searchKey(written), matchKey(written)});
    }
    return words;
}

static qsizetype lengthFound(const QList<Word>& sought, const QString& text, const Word& word)
{
    qsizetype longest = 0;
    for (const Word& wanted : sought) {
        if (word.folded == wanted.folded)
            return word.length;
        if (&wanted != &sought.last() || !word.folded.startsWith(wanted.folded))
            continue;
        // As many letters as were typed, however many signs the text writes them with.
        qsizetype length = std::min(wanted.folded.size(), word.length);
        while (length < word.length && searchKey(text.mid(word.from, length)).size() < wanted.folded.size())
            ++length;
        while (length < word.length && text[word.from + length].isMark())
            ++length;
        longest = std::max(longest, length);
    }
    return longest;
}

QList<Stretch> stretchesOf(const QList<Word>& sought, const QString& text)
{
    QList<Stretch> found;
    for (const Word& word : wordsOf(text)) {
        if (const qsizetype length = lengthFound(sought, text, word); length > 0)
            found.append({word.from, length});
    }
    return found;
}

} // namespace thidua::domain
