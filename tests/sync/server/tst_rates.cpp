#include "server/rates.h"
#include "support/testclock.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using server::Rates;

class TestRates : public QObject
{
    Q_OBJECT

    static int takenAtOnce(Rates& rates, const QByteArray& key)
    {
        int taken = 0;
        while (rates.take(key) == 0s)
            ++taken;
        return taken;
    }

private Q_SLOTS:
    void aBurstIsTakenAndThenWhatComesBackInTime()
    {
        TestClock clock;
        Rates rates(clock, {2, 10});
        QCOMPARE(takenAtOnce(rates, "a"), 10);
        clock.advance(3s);
        QCOMPARE(takenAtOnce(rates, "a"), 6);
        clock.advance(1h);
        QCOMPARE(takenAtOnce(rates, "a"), 10);
    }

    void whoeverWaitsAsLongAsToldIsLetIn()
    {
        TestClock clock;
        Rates rates(clock, {0.1, 1});
        QCOMPARE(takenAtOnce(rates, "a"), 1);
        const auto wait = rates.take("a");
        QCOMPARE(wait, 10s);
        clock.advance(wait - 1ms);
        QCOMPARE(rates.take("a"), 1s);
        clock.advance(1ms);
        QCOMPARE(rates.take("a"), 0s);
    }

    void whatIsGivenBackWasNeverCounted()
    {
        TestClock clock;
        Rates rates(clock, {1, 5});
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(rates.take("a"), 0s);
            rates.giveBack("a");
        }
        QCOMPARE(takenAtOnce(rates, "a"), 5);
        rates.giveBack("nobody");
        QCOMPARE(takenAtOnce(rates, "nobody"), 5);
    }

    void oneThatIsHeldBackHoldsBackNobodyElse()
    {
        TestClock clock;
        Rates rates(clock, {1, 5});
        QCOMPARE(takenAtOnce(rates, "a"), 5);
        QCOMPARE(takenAtOnce(rates, "b"), 5);
    }

    void anyNumberOfAddressesTakesBoundedRoom()
    {
        TestClock clock;
        Rates rates(clock, {1, 5});
        QCOMPARE(takenAtOnce(rates, "busy"), 5);
        for (int i = 0; i < 3 * Rates::maxKept; ++i) {
            if (i % 1000 == 0)
                clock.advance(1s); // the ones before have full buckets by then, the busy one has not
            (void)rates.take(QByteArray::number(i));
            (void)rates.take("busy");
        }
        QVERIFY(rates.kept() <= Rates::maxKept);
        QVERIFY(rates.take("busy") > 0s); // a flood does not free whom it hides
    }

    void anAddressCountsAsOnePeer_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("IPv4") << u"203.0.113.5"_s << u"203.0.113.6"_s << false;
        QTest::newRow("IPv4 in IPv6") << u"::ffff:203.0.113.5"_s << u"::ffff:203.0.113.6"_s << false;
        QTest::newRow("a network") << u"2001:db8:1:2::5"_s << u"2001:db8:1:2:ffff::1"_s << true;
        QTest::newRow("two networks") << u"2001:db8:1:2::5"_s << u"2001:db8:1:3::5"_s << false;
    }
    void anAddressCountsAsOnePeer()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(server::addressKey(one) == server::addressKey(other), "same");
    }
};

QTEST_APPLESS_MAIN(TestRates)
#include "tst_rates.moc"
