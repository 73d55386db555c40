#include "domain/words.h"

#include <QTest>

using namespace thidua::domain;
using namespace Qt::StringLiterals;

class WordsTest : public QObject
{
    Q_OBJECT

private:
    static QStringList folded(const QString& text)
    {
        QStringList words;
        for (const Word& word : wordsOf(text))
            words.append(word.folded);
        return words;
    }
    static QStringList marked(const QString& sought, const QString& text)
    {
        QStringList parts;
        for (const Stretch& stretch : stretchesOf(wordsOf(sought), text))
            parts.append(text.mid(stretch.from, stretch.length));
        return parts;
    }

private Q_SLOTS:
    void everythingButLettersAndDigitsDividesWords()
    {
        QCOMPARE(folded(u"Chỉ thị 34-CT/TW, \"Đổi mới\" (2024)"_s),
                 (QStringList{u"chi"_s, u"thi"_s, u"34"_s, u"ct"_s, u"tw"_s, u"doi"_s, u"moi"_s, u"2024"_s}));
        QCOMPARE(folded(u" \t*():^~+ "_s), QStringList());
        QCOMPARE(folded(QString()), QStringList());
    }

    void decomposedTextHasTheSameWords()
    {
        const QString text = u"Phường Quyết Thắng"_s;
        const QString apart = text.normalized(QString::NormalizationForm_D);
        const QList<Word> words = wordsOf(text);
        const QList<Word> others = wordsOf(apart);
        QCOMPARE(others.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i) {
            QCOMPARE(others[i].folded, words[i].folded);
            QCOMPARE(others[i].exact, words[i].exact);
            // Places are those of the text that was read.
            QCOMPARE(searchedPart(apart, others[i]), searchedPart(text, words[i]));
        }
    }

    void thePlaceOfTheToneMakesNoOtherWord()
    {
        QCOMPARE(wordsOf(u"Hòa"_s).first().exact, wordsOf(u"hoà"_s).first().exact);
        QVERIFY(wordsOf(u"Hoá"_s).first().exact != wordsOf(u"hoà"_s).first().exact);
        QVERIFY(wordsOf(u"Đông"_s).first().isMarked());
        QVERIFY(!wordsOf(u"An"_s).first().isMarked());
    }

    void wholeWordsAndTheBeginningOfTheLastAreShown()
    {
        QCOMPARE(marked(u"sài g"_s, u"Phường Sài Gòn, sàn gỗ"_s), (QStringList{u"Sài"_s, u"G"_s, u"g"_s}));
        QCOMPARE(marked(u"sa g"_s, u"Sài Gòn"_s), (QStringList{u"G"_s}));
        QCOMPARE(marked(u"thuong"_s, u"thưởng"_s), (QStringList{u"thưởng"_s}));
        QCOMPARE(marked(u"xyz"_s, u"Sài Gòn"_s), QStringList());
    }

    void aMarkIsNeverCutFromItsLetter()
    {
        const QString apart = u"Gòn"_s.normalized(QString::NormalizationForm_D);
        QCOMPARE(marked(u"go"_s, apart), (QStringList{u"Gò"_s.normalized(QString::NormalizationForm_D)}));
    }

private:
    static QString searchedPart(const QString& text, const Word& word)
    {
        return text.mid(word.from, word.length).normalized(QString::NormalizationForm_C);
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "tst_words.moc"
