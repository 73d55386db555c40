#include "store/searchcontent.h"

#include "domain/period.h"

#include <QDate>
#include <QSet>

namespace thidua::store
{

using namespace Qt::StringLiterals;
using domain::FoundBy;

SearchSchema::SearchSchema(const domain::Schema& schema)
{
    for (const domain::Kind& kind : schema.kinds()) {
        Found found{kind.fieldsFoundBy(FoundBy::Name), kind.fieldsFoundBy(FoundBy::Text),
                    kind.fieldsFoundBy(FoundBy::Day)};
        if (found.names.isEmpty() && found.texts.isEmpty())
            continue;
        m_kinds.insert(kind.name, found);
        m_inOrder.append(kind.name);
    }
}

// From the private area of Unicode: no word of a text can be equal.
static QString kindWord(const QString& kind)
{
    return QChar(0xe000) + kind;
}

QString searchedText(const Value& value)
{
    if (!value.isList())
        return value.toText();
    QStringList texts;
    for (const Value& item : value.toList())
        texts.append(item.toText());
    return texts.join(u" · "_s);
}

namespace
{

// Each word once, as it is folded, and with its marks where it has any.
class WordList
{
public:
    void add(const QString& word)
    {
        if (!m_known.contains(word)) {
            m_known.insert(word);
            m_words.append(word);
        }
    }
    void addText(const QString& text)
    {
        for (const domain::Word& word : domain::wordsOf(text)) {
            add(word.folded);
            if (word.isMarked())
                add(word.exact);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] QString text() const { return m_words.join(u' '); }

private:
    QSet<QString> m_known;
    QStringList m_words;
};

qint64 dayOf(const Value& value)
{
    const QString text = value.isInteger() ? QString::number(value.toInteger()) : value.toText();
    const auto period = domain::Period::fromText(text);
    const QDate day = period ? period->firstDay() : QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::max<qint64>(day.toJulianDay(), 0) : 0;
}

} // namespace

SearchContent SearchSchema::contentOf(const QString& kind, const Fields& values) const
{
    const Found found = m_kinds.value(kind);
    SearchContent content;
    for (const QString& field : found.days) {
        if (const qint64 day = dayOf(values.value(field)); day > 0)
            content.day = day;
    }
    WordList words;
    for (const QString& field : found.names)
        words.addText(searchedText(values.value(field)));
    if (!words.isEmpty())
        content.nameWords = kindWord(kind) + u' ' + words.text();
    for (const QString& field : found.texts)
        words.addText(searchedText(values.value(field)));
    if (!words.isEmpty())
        content.allWords = kindWord(kind) + u' ' + words.text();
    return content;
}

static QString quoted(const QString& word)
{
    return u'"' + word + u'"';
}

QString matchExpression(const QList<domain::Word>& words, WordMatch match, const QString& kind)
{
    const bool exact = match == WordMatch::Exact || match == WordMatch::ExactPrefix;
    const bool prefix = match == WordMatch::ExactPrefix || match == WordMatch::FoldedPrefix;
    QStringList parts{quoted(kindWord(kind))};
    for (const domain::Word& word : words) {
        if (prefix && &word == &words.last())
            parts.append(quoted(word.folded) + u" *"_s);
        else
            parts.append(quoted(exact ? word.exact : word.folded));
    }
    return parts.join(u" AND "_s);
}

QString matchExpression(const SearchContent& content)
{
    QStringList parts;
    for (const QString& word : content.allWords.split(u' ').mid(0, 16))
        parts.append(quoted(word));
    return parts.join(u" AND "_s);
}

} // namespace thidua::store
