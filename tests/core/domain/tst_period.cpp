#include "domain/period.h"

#include <QTest>

using namespace thidua::domain;
using namespace Qt::StringLiterals;

class PeriodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periodsReadBackAsTheSameText();
    void otherTextsAreNoPeriod_data();
    void otherTextsAreNoPeriod();
    void aPeriodHasAFirstAndALastDay_data();
    void aPeriodHasAFirstAndALastDay();
    void aPeriodFollowsOneOfEqualSpan_data();
    void aPeriodFollowsOneOfEqualSpan();
};

void PeriodTest::periodsReadBackAsTheSameText()
{
    for (const QString& text : {u"2023"_s, u"2023-H1"_s, u"2023-H2"_s, u"2023-Q1"_s, u"2023-Q4"_s}) {
        const auto period = Period::fromText(text);
        QVERIFY(period);
        QCOMPARE(period->text(), text);
        QCOMPARE(yearOfPeriod(text), 2023);
    }
}

void PeriodTest::otherTextsAreNoPeriod_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "23", "20234", "2023-", "2023-Q", "2023-Q0", "2023-Q5", "2023-H3", "2023-X1",
                             "2023-q1", "2023/Q1", "2023-Q12", " 2023", "0000", "-023", "năm 2023"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PeriodTest::otherTextsAreNoPeriod()
{
    QFETCH(QString, text);
    QVERIFY(!Period::fromText(text));
    QCOMPARE(yearOfPeriod(text), 0);
    QCOMPARE(previousPeriod(text), QString());
}

void PeriodTest::aPeriodHasAFirstAndALastDay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("year") << u"2023"_s << QDate(2023, 1, 1) << QDate(2023, 12, 31);
    QTest::newRow("first half") << u"2023-H1"_s << QDate(2023, 1, 1) << QDate(2023, 6, 30);
    QTest::newRow("second half") << u"2023-H2"_s << QDate(2023, 7, 1) << QDate(2023, 12, 31);
    QTest::newRow("first quarter") << u"2024-Q1"_s << QDate(2024, 1, 1) << QDate(2024, 3, 31);
    QTest::newRow("last quarter") << u"2023-Q4"_s << QDate(2023, 10, 1) << QDate(2023, 12, 31);
}

void PeriodTest::aPeriodHasAFirstAndALastDay()
{
    QFETCH(QString, text);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QCOMPARE(Period::fromText(text)->firstDay(), first);
    QCOMPARE(Period::fromText(text)->lastDay(), last);
}

void PeriodTest::aPeriodFollowsOneOfEqualSpan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before");
    QTest::newRow("year") << u"2023"_s << u"2022"_s;
    QTest::newRow("half") << u"2023-H2"_s << u"2023-H1"_s;
    QTest::newRow("first half") << u"2023-H1"_s << u"2022-H2"_s;
    QTest::newRow("quarter") << u"2023-Q3"_s << u"2023-Q2"_s;
    QTest::newRow("first quarter") << u"2023-Q1"_s << u"2022-Q4"_s;
    QTest::newRow("the first of all") << u"0001"_s << QString();
}

void PeriodTest::aPeriodFollowsOneOfEqualSpan()
{
    QFETCH(QString, text);
    QFETCH(QString, before);
    QCOMPARE(previousPeriod(text), before);
}

QTEST_APPLESS_MAIN(PeriodTest)
#include "tst_period.moc"
