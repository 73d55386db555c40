#include "server/attempts.h"
#include "support/testclock.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using server::Attempts;

class TestAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMistypesTwiceDoesNotWait()
    {
        TestClock clock;
        Attempts attempts(clock);
        attempts.failed(u"an"_s, u"10.0.0.1"_s);
        attempts.failed(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 0s);
    }

    void theWaitDoublesWithEachFailure()
    {
        TestClock clock;
        Attempts attempts(clock);
        for (int i = 0; i < 3; ++i)
            attempts.failed(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 1s);
        attempts.failed(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 2s);
        clock.advance(1500ms);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 1s);
        clock.advance(500ms);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 0s);
    }

    void oneAddressThatGuessesWaitsAQuarterOfAnHour()
    {
        TestClock clock;
        Attempts attempts(clock);
        for (int i = 0; i < 40; ++i)
            attempts.failed(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 15min);
    }

    // Guessing from everywhere must neither go on freely nor lock the owner out.
    void fromAllAddressesTogetherALoginIsTriedAtMostAHundredTimesAnHour()
    {
        TestClock clock;
        Attempts attempts(clock);
        int tries = 0;
        const auto end = clock.monotonic() + 1h;
        for (int i = 0; clock.monotonic() < end; ++i) {
            const QString address = u"10.1.%1.%2"_s.arg(i / 250).arg(i % 250);
            if (attempts.wait(u"an"_s, address) == 0s) {
                attempts.failed(u"an"_s, address);
                ++tries;
            }
            clock.advance(1s);
        }
        QVERIFY2(tries <= 100, qPrintable(QString::number(tries)));
        QVERIFY(attempts.wait(u"an"_s, u"10.9.9.9"_s) <= 45s);
    }

    void anUnknownLoginIsTreatedLikeAKnownOne()
    {
        // Attempts never learns which logins exist; the same failures give the same wait.
        TestClock clock;
        Attempts attempts(clock);
        for (int i = 0; i < 5; ++i) {
            attempts.failed(u"an"_s, u"10.0.0.1"_s);
            attempts.failed(u"nobody"_s, u"10.0.0.2"_s);
        }
        QCOMPARE(attempts.wait(u"nobody"_s, u"10.0.0.2"_s), attempts.wait(u"an"_s, u"10.0.0.1"_s));
    }

    void aSuccessForgetsTheFailures()
    {
        TestClock clock;
        Attempts attempts(clock);
        for (int i = 0; i < 9; ++i)
            attempts.failed(u"an"_s, u"10.0.0.1"_s);
        attempts.succeeded(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 0s);
    }

    void anHourWithoutFailuresForgetsThem()
    {
        TestClock clock;
        Attempts attempts(clock);
        for (int i = 0; i < 9; ++i)
            attempts.failed(u"an"_s, u"10.0.0.1"_s);
        clock.advance(61min);
        attempts.failed(u"an"_s, u"10.0.0.1"_s);
        QCOMPARE(attempts.wait(u"an"_s, u"10.0.0.1"_s), 0s);
    }
};

QTEST_APPLESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
