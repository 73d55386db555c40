#include "server/appointments.h"
#include "support/testclock.h"

#include <QMap>
#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;
using server::Appointments;

class TestAppointments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverWaitsShortlyIsTaken()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 100ms); // a millisecond each
        QCOMPARE(appointments.ask(0), 0s);
        QCOMPARE(appointments.ask(500), 0s);
        QCOMPARE(appointments.ask(501), 1s);
    }

    // L1: a thousand that come in one moment are spread over as long as their work takes.
    void eachIsToldALaterTimeThanTheOneBefore()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 400ms);
        QMap<std::chrono::seconds, int> told;
        for (int i = 0; i < 1000; ++i)
            told[appointments.ask(500)] += 1;
        QCOMPARE(told.firstKey(), 2s); // when the 500 are done
        QCOMPARE(told.lastKey(), 6s);
        QCOMPARE(told[3s], 250); // as many as a second can do
        QCOMPARE(told[4s], 250);
    }

    void nobodyIsSentAwayForLong()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 10s);
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(appointments.ask(10'000) <= Appointments::farthest);
    }

    void whatWasPromisedLongAgoIsNoReason()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 400ms);
        for (int i = 0; i < 1000; ++i)
            (void)appointments.ask(500);
        clock.advance(1h);
        QCOMPARE(appointments.ask(10), 0s);
        QCOMPARE(appointments.ask(500), 2s);
    }

    void afterSlowCommitsFewerAreTaken()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 100ms);
        QCOMPARE(appointments.ask(400), 0s);
        appointments.committed(100, 500ms);
        QVERIFY(appointments.ask(400) > 0s);
        QCOMPARE(appointments.ask(100), 0s);
    }

    // Most of the time of a small commit is the disk's, and is the same for many.
    void aCommitOfOneSaysLittle()
    {
        TestClock clock;
        Appointments appointments(clock);
        appointments.committed(100, 100ms);
        appointments.committed(1, 20ms);
        QCOMPARE(appointments.ask(300), 0s);
    }
};

QTEST_APPLESS_MAIN(TestAppointments)
#include "tst_appointments.moc"
