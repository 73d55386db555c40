#include "base/random.h"
#include "killloops/doomed.h"
#include "killloops/killedtablet.h"

#include <QElapsedTimer>
#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// D1, D2 and D14 of the faults: the tablet's program is killed while it enrols, saves and synchronises; at
// any moment, and at each of its syncs of the disk. What it said was saved is there, and arrives once.
class KillDeviceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServedCity> city;
    SeededRandom random{killSeed()};
    int killed = 0;
    qsizetype confirmed = 0;

    [[nodiscard]] std::unique_ptr<KilledTablet> tablet() const
    {
        return std::make_unique<KilledTablet>(*city, ServedCity::officer(), city->unit);
    }
    // How long such a process lives if it is let, with some room for a slow moment.
    [[nodiscard]] static int lifeOf(const QStringList& words)
    {
        QElapsedTimer timer;
        timer.start();
        if (!runProgram(words.first(), words.mid(1)).ok())
            qFatal("a program fails by itself");
        return int(timer.elapsed()) * 5 / 4 + 2;
    }
    void save(KilledTablet& tablet, int count)
    {
        for (int i = 0; i < count; ++i) {
            const QStringList words = tablet.saving();
            tablet.heard(runProgram(words.first(), words.mid(1)));
        }
    }
    void comesToRest(KilledTablet& tablet)
    {
        QCOMPARE(tablet.faultsAtRest(), QStringList());
        confirmed += tablet.confirmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!killerAtSync(1).first().isEmpty(), "the package strace is needed");
        city = std::make_unique<ServedCity>();
    }
    void cleanupTestCase()
    {
        qInfo("counted: %d kills of a device, %lld confirmed saves, seed %llu", killed, qlonglong(confirmed),
              qulonglong(killSeed()));
        city.reset();
    }

    void aSaveThatIsKilledAtAnyMomentLosesNothingConfirmed()
    {
        const auto device = tablet();
        const int life = lifeOf(device->saving());
        for (int round = 0; round < kills(40); ++round) {
            const Fate fate = runAndKillAfter(device->saving(), int(random.below(quint64(life))));
            killed += fate.killed ? 1 : 0;
            device->heard(fate.outcome);
            QCOMPARE(device->faults(), QStringList());
        }
        QVERIFY(killed > 0);
        comesToRest(*device);
    }

    void aSaveThatIsKilledAtAnySyncLosesNothingConfirmed()
    {
        const auto device = tablet();
        bool dies = true;
        int n = 0;
        while (dies && n < mostSyncs) {
            save(*device, 1);
            const Fate fate = runAndKillAtSync(device->saving(), ++n);
            dies = fate.killed;
            killed += dies ? 1 : 0;
            QVERIFY(dies || fate.outcome.ok());
            device->heard(fate.outcome);
            QCOMPARE(device->faults(), QStringList());
        }
        QVERIFY(!dies && n > 1); // a save is durable before it is confirmed
        comesToRest(*device);
    }

    void aSynchronisationThatIsKilledAtAnyMomentIsFinishedByTheNext()
    {
        const auto device = tablet();
        const auto other = tablet();
        save(*device, 1);
        const int life = lifeOf(device->syncing());
        for (int round = 0; round < kills(20); ++round) {
            save(*device, 2);
            save(*other, 1);
            if (round % 4 == 0)
                QCOMPARE(other->faultsAtRest(), QStringList()); // something to fetch
            killed += runAndKillAfter(device->syncing(), int(random.below(quint64(life)))).killed ? 1 : 0;
            QCOMPARE(device->faults(), QStringList());
        }
        comesToRest(*other);
        comesToRest(*device);
    }

    void aSynchronisationThatIsKilledAtAnySyncIsFinishedByTheNext()
    {
        const auto device = tablet();
        const auto other = tablet();
        bool dies = true;
        int n = 0;
        while (dies && n < mostSyncs) {
            save(*device, 2);
            save(*other, 1);
            QCOMPARE(other->faultsAtRest(), QStringList());
            const Fate fate = runAndKillAtSync(device->syncing(), ++n);
            dies = fate.killed;
            killed += dies ? 1 : 0;
            QVERIFY2(dies || fate.outcome.ok(), fate.outcome.messages.constData());
            QCOMPARE(device->faults(), QStringList());
        }
        QVERIFY(!dies && n > 2); // receipts and what was fetched are durable
        comesToRest(*other);
        comesToRest(*device);
    }

    // The first of all commands makes the file, step by step.
    void anEnrolmentThatIsKilledAtAnySyncCanBeMadeAgain()
    {
        bool dies = true;
        int n = 0;
        while (dies && n < mostSyncs) {
            DeviceProcess device;
            device.wrapper = killerAtSync(++n);
            const Outcome first = device.enrol(city->server.url(), ServedCity::officer());
            dies = !first.ok();
            killed += dies ? 1 : 0;
            device.wrapper.clear();
            if (dies)
                QVERIFY2(device.enrol(city->server.url(), ServedCity::officer()).ok(),
                         first.messages.constData());
            QVERIFY(device.sync().ok());
            QVERIFY(enterReport(device, city->unit, n).seq == 1);
        }
        QVERIFY(!dies && n > 1);
    }
};

QTEST_GUILESS_MAIN(KillDeviceTest)
#include "tst_killdevice.moc"
