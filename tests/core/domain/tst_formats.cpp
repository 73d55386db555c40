#include "domain/formats.h"

#include <QTest>

#include <limits>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

class FormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreShownShortAndOfficial_data();
    void datesAreShownShortAndOfficial();
    void aTimeIsShownBeforeItsDay();
    void typedDatesAreUnderstood_data();
    void typedDatesAreUnderstood();
    void numbersAreGroupedByPoints();
    void hundredthsAreShownWithAComma_data();
    void hundredthsAreShownWithAComma();
    void typedHundredthsAreUnderstood_data();
    void typedHundredthsAreUnderstood();
    void whatIsNoNumberIsRefused_data();
    void whatIsNoNumberIsRefused();
    void whatIsShownIsUnderstoodAgain();
    void periodsAreNamed_data();
    void periodsAreNamed();
};

void FormatsTest::datesAreShownShortAndOfficial_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("shortText");
    QTest::addColumn<QString>("official");
    QTest::newRow("signing") << QDate(2023, 3, 21) << u"21/03/2023"_s << u"ngày 21 tháng 3 năm 2023"_s;
    QTest::newRow("zero before the day")
        << QDate(2014, 4, 7) << u"07/04/2014"_s << u"ngày 07 tháng 4 năm 2014"_s;
    QTest::newRow("zero before both")
        << QDate(2023, 2, 9) << u"09/02/2023"_s << u"ngày 09 tháng 02 năm 2023"_s;
    QTest::newRow("January") << QDate(2024, 1, 10) << u"10/01/2024"_s << u"ngày 10 tháng 01 năm 2024"_s;
    QTest::newRow("December") << QDate(2023, 12, 31) << u"31/12/2023"_s << u"ngày 31 tháng 12 năm 2023"_s;
    QTest::newRow("none") << QDate() << QString() << QString();
}

void FormatsTest::datesAreShownShortAndOfficial()
{
    QFETCH(QDate, date);
    QFETCH(QString, shortText);
    QFETCH(QString, official);
    QCOMPARE(shortDate(date), shortText);
    QCOMPARE(officialDate(date), official);
}

void FormatsTest::aTimeIsShownBeforeItsDay()
{
    QCOMPARE(shortTime(QDateTime(QDate(2023, 3, 21), QTime(17, 5))), u"17:05 21/03/2023"_s);
    QCOMPARE(shortTime({}), QString());
}

void FormatsTest::typedDatesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("full") << u"21/03/2023"_s << QDate(2023, 3, 21);
    QTest::newRow("short") << u" 1/4/2023 "_s << QDate(2023, 4, 1);
    QTest::newRow("dashes") << u"21-3-2023"_s << QDate(2023, 3, 21);
    QTest::newRow("points") << u"21.3.2023"_s << QDate(2023, 3, 21);
    QTest::newRow("mixed") << u"21/3-2023"_s << QDate();
    QTest::newRow("no such day") << u"31/02/2023"_s << QDate();
    QTest::newRow("American") << u"03/21/2023"_s << QDate();
    QTest::newRow("two-digit year") << u"21/3/23"_s << QDate();
    QTest::newRow("words") << u"hôm nay"_s << QDate();
}

void FormatsTest::typedDatesAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    QCOMPARE(parseDate(text).value_or(QDate()), date);
}

void FormatsTest::numbersAreGroupedByPoints()
{
    QCOMPARE(number(0), u"0"_s);
    QCOMPARE(number(999), u"999"_s);
    QCOMPARE(number(1234567), u"1.234.567"_s);
    QCOMPARE(number(-1000), u"-1.000"_s);
    QCOMPARE(number(std::numeric_limits<qint64>::min()), u"-9.223.372.036.854.775.808"_s);
}

void FormatsTest::hundredthsAreShownWithAComma_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("asNeeded");
    QTest::addColumn<QString>("two");
    QTest::newRow("whole") << qint64(9700) << u"97"_s << u"97,00"_s;
    QTest::newRow("quarter") << qint64(9725) << u"97,25"_s << u"97,25"_s;
    QTest::newRow("tenth") << qint64(9750) << u"97,5"_s << u"97,50"_s;
    QTest::newRow("hundredth") << qint64(5) << u"0,05"_s << u"0,05"_s;
    QTest::newRow("nothing") << qint64(0) << u"0"_s << u"0,00"_s;
    QTest::newRow("large") << qint64(123456750) << u"1.234.567,5"_s << u"1.234.567,50"_s;
    QTest::newRow("negative") << qint64(-25) << u"-0,25"_s << u"-0,25"_s;
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"-92.233.720.368.547.758,08"_s
                           << u"-92.233.720.368.547.758,08"_s;
}

void FormatsTest::hundredthsAreShownWithAComma()
{
    QFETCH(qint64, value);
    QFETCH(QString, asNeeded);
    QFETCH(QString, two);
    QCOMPARE(hundredths(value), asNeeded);
    QCOMPARE(hundredths(value, Decimals::Two), two);
}

void FormatsTest::typedHundredthsAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    QTest::newRow("whole") << u"97"_s << qint64(9700);
    QTest::newRow("comma") << u"97,25"_s << qint64(9725);
    QTest::newRow("point") << u"97.25"_s << qint64(9725);
    QTest::newRow("one decimal") << u"97,5"_s << qint64(9750);
    QTest::newRow("spaces") << u" 97,5\u00a0"_s << qint64(9750);
    QTest::newRow("unfinished") << u"97,"_s << qint64(9700);
    QTest::newRow("nothing before the comma") << u",5"_s << qint64(50);
    QTest::newRow("negative") << u"-0,25"_s << qint64(-25);
    QTest::newRow("typographic minus") << u"\u22120,25"_s << qint64(-25);
    QTest::newRow("plus") << u"+5"_s << qint64(500);
    QTest::newRow("thousands") << u"1.234"_s << qint64(123400);
    QTest::newRow("thousands and decimals") << u"1.234.567,5"_s << qint64(123456750);
    QTest::newRow("leading zeros") << u"007"_s << qint64(700);
}

void FormatsTest::typedHundredthsAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    const auto parsed = parseHundredths(text);
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value(), value);
}

void FormatsTest::whatIsNoNumberIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("space") << u" "_s;
    QTest::newRow("sign") << u"-"_s;
    QTest::newRow("comma") << u","_s;
    QTest::newRow("words") << u"mười"_s;
    QTest::newRow("unit") << u"97%"_s;
    QTest::newRow("three decimals") << u"97,255"_s;
    QTest::newRow("three decimals behind a point") << u"1234.567"_s;
    QTest::newRow("two commas") << u"1,2,3"_s;
    QTest::newRow("two points") << u"1.2.3"_s;
    QTest::newRow("English thousands") << u"1,234.5"_s;
    QTest::newRow("thousands with a gap") << u"1.23.456"_s;
    QTest::newRow("exponent") << u"1e3"_s;
    QTest::newRow("digits of another script") << u"٩٧"_s;
    QTest::newRow("too large") << u"92233720368547758,08"_s;
    QTest::newRow("far too large") << QString(50, u'9');
}

void FormatsTest::whatIsNoNumberIsRefused()
{
    QFETCH(QString, text);
    QCOMPARE(parseHundredths(text).error().code, ErrorCode::InvalidValue);
}

void FormatsTest::whatIsShownIsUnderstoodAgain()
{
    for (qint64 value :
         {qint64(0), qint64(1), qint64(-1), qint64(10), qint64(99), qint64(100), qint64(123400),
          qint64(99999999), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()}) {
        QCOMPARE(parseHundredths(hundredths(value)).value(), value);
        QCOMPARE(parseHundredths(hundredths(value, Decimals::Two)).value(), value);
    }
}

void FormatsTest::periodsAreNamed_data()
{
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("name");
    QTest::newRow("year") << u"2023"_s << u"năm 2023"_s;
    QTest::newRow("quarter") << u"2023-Q1"_s << u"quý I/2023"_s;
    QTest::newRow("last quarter") << u"2023-Q4"_s << u"quý IV/2023"_s;
    QTest::newRow("first half") << u"2023-H1"_s << u"6 tháng đầu năm 2023"_s;
    QTest::newRow("second half") << u"2023-H2"_s << u"6 tháng cuối năm 2023"_s;
    QTest::newRow("another text") << u"nhiệm kỳ"_s << u"nhiệm kỳ"_s;
}

void FormatsTest::periodsAreNamed()
{
    QFETCH(QString, period);
    QFETCH(QString, name);
    QCOMPARE(periodName(period), name);
}

QTEST_APPLESS_MAIN(FormatsTest)
#include "tst_formats.moc"
