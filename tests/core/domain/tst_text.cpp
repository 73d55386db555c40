#include "domain/text.h"

#include <QCollator>
#include <QTest>

#include <algorithm>

using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

QString decomposed(const QString& text)
{
    return text.normalized(QString::NormalizationForm_D);
}

QStringList sortedBy(QStringList texts, QByteArray (*key)(const QString&))
{
    std::ranges::stable_sort(texts, [&](const QString& a, const QString& b) { return key(a) < key(b); });
    return texts;
}

// The texts, in this order, must come back in this order however they were mixed.
bool isOrdered(const QStringList& texts, QByteArray (*key)(const QString&) = sortKey)
{
    QStringList reversed = texts;
    std::ranges::reverse(reversed);
    return sortedBy(reversed, key) == texts && sortedBy(texts, key) == texts;
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsComposedAtTheDoor();
    void searchFindsWithAndWithoutMarks_data();
    void searchFindsWithAndWithoutMarks();
    void marksCountWhenNamesAreMatched();
    void theOrderIsTheVietnameseOne_data();
    void theOrderIsTheVietnameseOne();
    void tonePlacementDoesNotOrder();
    void composedAndDecomposedAreTheSame();
    void peopleAreOrderedByGivenName();
    void theOrderIsTheOneOfTheSystemsCollator();
};

void TextTest::textIsComposedAtTheDoor()
{
    QCOMPARE(normalised(decomposed(u"Quyết thắng"_s)), u"Quyết thắng"_s);
    QCOMPARE(normalised(u"Quyết thắng"_s), u"Quyết thắng"_s);
    QCOMPARE(normalised(QString()), QString());
}

void TextTest::searchFindsWithAndWithoutMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("movement") << u"Thi đua"_s << u"thi dua"_s;
    QTest::newRow("old tone place") << u"Hòa Hưng"_s << u"hoa hung"_s;
    QTest::newRow("new tone place") << u"Hoà Hưng"_s << u"hoa hung"_s;
    QTest::newRow("two marks") << u"Quyết thắng, ưỡn ẹo ỒỖ"_s << u"quyet thang, uon eo oo"_s;
    QTest::newRow("capital đ") << u"ĐẶC KHU CÔN ĐẢO"_s << u"dac khu con dao"_s;
    QTest::newRow("spaces") << u"  Cụm\u00a0 thi \n đua\t3 "_s << u"cum thi dua 3"_s;
    QTest::newRow("zero width") << u"Thi\u200b đua\ufeff"_s << u"thi dua"_s;
    QTest::newRow("digits") << u"Chỉ thị 34-CT/TW"_s << u"chi thi 34-ct/tw"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("emoji") << u"\U0001F3C6 Nhất"_s << u"\U0001F3C6 nhat"_s;
}

void TextTest::searchFindsWithAndWithoutMarks()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(searchKey(text), key);
    QCOMPARE(searchKey(decomposed(text)), key);
    QCOMPARE(searchKey(key), key);
}

void TextTest::marksCountWhenNamesAreMatched()
{
    QCOMPARE(matchKey(u"Phường Hòa Hưng"_s), matchKey(u"PHƯỜNG  HOÀ HƯNG"_s));
    QCOMPARE(matchKey(u"Thủy"_s), matchKey(u"Thuỷ"_s));
    QCOMPARE(matchKey(u"Khỏe"_s), matchKey(decomposed(u"Khoẻ"_s)));
    QVERIFY(matchKey(u"Thạnh An"_s) != matchKey(u"Thanh An"_s));
    QVERIFY(matchKey(u"Đông"_s) != matchKey(u"Dông"_s));
    QVERIFY(matchKey(u"Hòa An"_s) != matchKey(u"Hoa Àn"_s));
}

void TextTest::theOrderIsTheVietnameseOne_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("letters") << u"a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y"_s.split(u' ');
    QTest::newRow("foreign letters in their place") << u"e ê f g i j k u ư v w x y z"_s.split(u' ');
    QTest::newRow("tones") << u"ma mà mả mã má mạ"_s.split(u' ');
    QTest::newRow("tones of a marked letter") << u"ê ề ể ễ ế ệ"_s.split(u' ');
    QTest::newRow("letters before tones") << QStringList{u"mà"_s, u"mạ"_s, u"mai"_s, u"mãn"_s};
    QTest::newRow("the whole text's letters before any tone")
        << QStringList{u"mạ ba"_s, u"ma bà con"_s, u"ma chi"_s};
    QTest::newRow("tones from the left") << QStringList{u"ma bạ"_s, u"mà ba"_s, u"mà bà"_s};
    QTest::newRow("d before đ") << QStringList{u"Du"_s, u"Dương"_s, u"Đa"_s, u"Đặc"_s, u"Em"_s};
    QTest::newRow("numbers by value")
        << QStringList{u"Khối 2"_s, u"Khối 10"_s, u"Khối 19"_s, u"Khối 100"_s, u"Khối A"_s};
    QTest::newRow("numbers with leading zeros")
        << QStringList{u"Phường 01"_s, u"Phường 2"_s, u"Phường 010"_s};
    QTest::newRow("shorter first") << QStringList{QString(), u"An"_s, u"An Bình"_s, u"Anh"_s};
    QTest::newRow("lower before upper case") << QStringList{u"an"_s, u"An"_s, u"AN"_s, u"àn"_s};
    QTest::newRow("signs, numbers, letters") << QStringList{u"(a)"_s, u"1a"_s, u"a"_s};
    QTest::newRow("foreign scripts last") << QStringList{u"y"_s, u"z"_s, u"я"_s};
    QTest::newRow("numbers beyond all types")
        << QStringList{QString(30, u'9'), u"1"_s + QString(30, u'0'), u"2"_s + QString(30, u'0')};
}

void TextTest::theOrderIsTheVietnameseOne()
{
    QFETCH(QStringList, texts);
    QVERIFY2(isOrdered(texts), qPrintable(sortedBy(texts, sortKey).join(u" | "_s)));
}

void TextTest::tonePlacementDoesNotOrder()
{
    QCOMPARE(sortKey(u"Hòa Bình"_s), sortKey(u"Hoà Bình"_s));
    QVERIFY(isOrdered({u"Hoa"_s, u"Hòa"_s, u"Hoá"_s, u"Hoan"_s}));
    QVERIFY(isOrdered({u"Hoà An"_s, u"Hòa Bình"_s, u"Hoà Chung"_s}));
}

void TextTest::composedAndDecomposedAreTheSame()
{
    for (const QString& text : {u"Quyết thắng"_s, u"Đặc khu Côn Đảo"_s, u"ưỡn"_s}) {
        QCOMPARE(sortKey(decomposed(text)), sortKey(text));
        QCOMPARE(matchKey(decomposed(text)), matchKey(text));
    }
}

void TextTest::peopleAreOrderedByGivenName()
{
    QVERIFY(isOrdered(
        {u"Nguyễn Văn An"_s, u"Trần An"_s, u"Lê Đức Anh"_s, u"Phạm Ánh"_s, u"Đỗ Ân"_s, u"Nguyễn Thị Ba"_s},
        givenNameSortKey));
    QVERIFY(isOrdered({QString(), u"An"_s, u"Lê An"_s}, givenNameSortKey));
}

void TextTest::theOrderIsTheOneOfTheSystemsCollator()
{
    QCollator collator{QLocale(QLocale::Vietnamese)};
    collator.setNumericMode(true);
    if (collator.compare(u"Đ"_s, u"Dz"_s) <= 0 || collator.compare(u"Đ"_s, u"E"_s) >= 0)
        QSKIP("this Qt knows no Vietnamese order");
    QStringList texts;
    const QStringList heads = u"B C D Đ Ng Tr"_s.split(u' ');
    const QStringList tails = u"a à ả ã á ạ an ăn ằn ân ấn ậm e ế ênh ôn ợn ùng ứng ỷ"_s.split(u' ');
    for (const QString& head : heads) {
        for (const QString& tail : tails) {
            texts.append(u"Phường "_s + head + tail);
            texts.append(head + tail + u" Thạnh 2"_s);
            texts.append(head + tail + u" Thanh 10"_s);
        }
    }
    QStringList expected = texts;
    std::ranges::sort(expected, collator);
    QCOMPARE(sortedBy(texts, sortKey), expected);
}

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
