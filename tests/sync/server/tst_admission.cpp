#include "server/admission.h"
#include "support/testclock.h"

#include "base/random.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;
using server::Admission;

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewAreLetInAndKeepTheirPlace()
    {
        TestClock clock;
        SeededRandom random(1);
        Admission admission(clock);
        QList<DeviceId> devices;
        for (size_t i = 0; i < Admission::places + 3; ++i)
            devices.append(DeviceId::create(clock, random));
        for (size_t i = 0; i < Admission::places; ++i)
            QVERIFY(admission.enter(devices[qsizetype(i)]));
        QVERIFY(!admission.enter(devices.last()));
        clock.advance(9s);
        QVERIFY(admission.enter(devices.first())); // the next page
        clock.advance(2s);
        QVERIFY(admission.enter(devices.last())); // the others stayed away
        QVERIFY(admission.enter(devices.first()));
    }

    void whoIsDoneMakesRoom()
    {
        TestClock clock;
        SeededRandom random(1);
        Admission admission(clock);
        const DeviceId first = DeviceId::create(clock, random);
        QVERIFY(admission.enter(first));
        for (size_t i = 1; i < Admission::places; ++i)
            QVERIFY(admission.enter(DeviceId::create(clock, random)));
        const DeviceId next = DeviceId::create(clock, random);
        QVERIFY(!admission.enter(next));
        admission.leave(first);
        QVERIFY(admission.enter(next));
    }
};

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
