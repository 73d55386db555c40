#include "domain/text.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QStringView alphabet = u"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr QStringView tones = u"\u0300\u0309\u0303\u0301\u0323"; // huyền hỏi ngã sắc nặng

// One letter apart from its tone.
struct Letter {
    QChar letter; // lower case, with breve, circumflex or horn
    bool upper = false;
    QString toneAndOtherMarks;
};

std::optional<QChar> withMark(QChar base, QChar mark)
{
    switch (mark.unicode()) {
    case 0x0306:
        return base == u'a' ? std::optional(QChar(u'ă')) : std::nullopt;
    case 0x0302:
        return base == u'a'   ? std::optional(QChar(u'â'))
               : base == u'e' ? std::optional(QChar(u'ê'))
               : base == u'o' ? std::optional(QChar(u'ô'))
                              : std::nullopt;
    case 0x031b:
        return base == u'o'   ? std::optional(QChar(u'ơ'))
               : base == u'u' ? std::optional(QChar(u'ư'))
                              : std::nullopt;
    default:
        return std::nullopt;
    }
}

// Reads a base character and the marks after it from decomposed text.
Letter takeLetter(QStringView decomposed, qsizetype& at)
{
    const QChar base = decomposed[at++];
    Letter taken{base.toLower(), base.isUpper(), {}};
    while (at < decomposed.size() && decomposed[at].category() == QChar::Mark_NonSpacing) {
        const QChar mark = decomposed[at++];
        if (const auto marked = withMark(taken.letter, mark))
            taken.letter = *marked;
        else
            taken.toneAndOtherMarks.append(mark);
    }
    return taken;
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format; // zero-width spaces, byte order marks
}

// Builds a sort key: three levels, each compared only where the ones before it are equal.
class SortKey
{
public:
    void add(QStringView decomposed)
    {
        for (qsizetype at = 0; at < decomposed.size();) {
            const QChar c = decomposed[at];
            if (c.isDigit())
                addNumber(decomposed, at);
            else if (c.isLetter())
                addLetter(takeLetter(decomposed, at));
            else
                addOther(decomposed[at++]);
        }
        endSyllable();
    }
    [[nodiscard]] QByteArray bytes() const { return m_letters + '\0' + m_tones + '\0' + m_cases; }

private:
    // First bytes of the first level, in their order: space, other signs, numbers, letters, foreign letters.
    enum First : char { Space = 0x02, Sign = 0x10, Number = 0x30, FirstLetter = 0x40, Foreign = 0x7f };

    void addLetter(const Letter& letter)
    {
        const qsizetype place = alphabet.indexOf(letter.letter);
        if (place >= 0)
            m_letters.append(char(FirstLetter + place));
        else
            addCode(Foreign, letter.letter);
        for (QChar mark : letter.toneAndOtherMarks)
            m_tones.append(char(2 + (tones.contains(mark) ? tones.indexOf(mark) : tones.size())));
        m_cases.append(letter.upper ? '\2' : '\1');
        m_inSyllable = true;
    }
    void addNumber(QStringView text, qsizetype& at)
    {
        endSyllable();
        QByteArray digits;
        for (; at < text.size() && text[at].isDigit(); ++at)
            digits.append(char('0' + text[at].digitValue()));
        const auto firstCounting = std::ranges::find_if(digits, [](char d) { return d != '0'; });
        digits.remove(0, firstCounting - digits.begin());
        // A longer number is a greater one.
        m_letters.append(char(Number))
            .append(char(std::min<qsizetype>(digits.size() + 1, 0x7f)))
            .append(digits);
    }
    void addOther(QChar c)
    {
        endSyllable();
        if (c.isSpace())
            m_letters.append(char(Space));
        else
            addCode(Sign, c);
    }
    void addCode(First first, QChar c)
    {
        m_letters.append(char(first)).append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xff));
    }
    // Tones count by syllable, wherever in it they are written.
    void endSyllable()
    {
        if (m_inSyllable)
            m_tones.append('\1');
        m_inSyllable = false;
    }

    QByteArray m_letters;
    QByteArray m_tones;
    QByteArray m_cases;
    bool m_inSyllable = false;
};

QString decomposed(const QString& text)
{
    QString result = text.normalized(QString::NormalizationForm_D);
    result.removeIf(isInvisible);
    return result.simplified();
}

} // namespace

QString normalised(const QString& text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString searchKey(const QString& text)
{
    QString key = decomposed(text).toLower();
    key.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return key.replace(u'đ', u'd');
}

QString matchKey(const QString& text)
{
    const QString source = decomposed(text);
    QString key;
    QString marks; // of the syllable, written behind it
    for (qsizetype at = 0; at < source.size();) {
        if (!source[at].isLetter()) {
            key += marks;
            marks.clear();
            key += source[at++];
            continue;
        }
        const Letter letter = takeLetter(source, at);
        key += letter.letter;
        marks += letter.toneAndOtherMarks;
    }
    return key + marks;
}

QByteArray sortKey(const QString& text)
{
    SortKey key;
    key.add(decomposed(text));
    return key.bytes();
}

QByteArray givenNameSortKey(const QString& fullName)
{
    const QString name = fullName.simplified();
    const qsizetype space = name.lastIndexOf(u' ');
    return sortKey(name.mid(space + 1)) + '\0' + sortKey(name.left(std::max<qsizetype>(space, 0)));
}

} // namespace thidua::domain
