#pragma once

#include <QList>
#include <QString>

namespace thidua::domain
{

// A word of a text as it is searched: letters, digits and their marks; everything else divides words.
struct Word {
    qsizetype from = 0; // in the text it was read from
    qsizetype length = 0;
    QString folded; // searchKey: lower case, without marks, đ as d
    QString exact;  // matchKey: with marks, wherever the tone was placed

    [[nodiscard]] bool isMarked() const { return folded != exact; }
};

[[nodiscard]] QList<Word> wordsOf(const QString& text);

// A stretch of a text.
struct Stretch {
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Where a text contains one of the words searched for: whole, or as the beginning of a word of the text for
// the last one, which may still be being typed.
[[nodiscard]] QList<Stretch> stretchesOf(const QList<Word>& sought, const QString& text);

} // namespace thidua::domain
