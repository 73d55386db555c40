#include "base/random.h"
#include "killloops/killedtablets.h"

#include <QElapsedTimer>
#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// S1 and S3 of the faults: the server is killed while several tablets push and pull; at any moment, and at
// each of its syncs of the disk. It starts again at once and by itself, and has all that it acknowledged,
// once.
class KillServerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int longestStart = 5'000; // ms
    SeededRandom random{killSeed()};
    int killed = 0;
    qint64 slowestStart = 0;
    qsizetype confirmed = 0;

    struct Scene {
        ServedCity city;
        KilledTablets tablets{city};

        Scene()
        {
            for (int i = 0; i < 3; ++i)
                tablets.add(ServedCity::officer(), city.unit);
            tablets.add(ServedCity::otherOfficer(), city.otherUnit);
        }
    };
    // As it is, without repair.
    void startAgain(Scene& scene)
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(scene.city.server.start());
        slowestStart = std::max(slowestStart, timer.elapsed());
        QVERIFY2(timer.elapsed() < longestStart, "a start takes too long");
    }
    void comesToRest(Scene& scene)
    {
        QCOMPARE(scene.tablets.faultsAtRest(), QStringList());
        confirmed += scene.tablets.confirmed();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(!killerAtSync(1).first().isEmpty(), "the package strace is needed"); }
    void cleanupTestCase()
    {
        qInfo("counted: %d kills of the server, %lld confirmed saves, slowest start %lld ms, seed %llu",
              killed, qlonglong(confirmed), qlonglong(slowestStart), qulonglong(killSeed()));
    }

    void aServerKilledUnderLoadHasAllThatItAcknowledgedOnce()
    {
        Scene scene;
        for (int round = 0; round < kills(15); ++round) {
            scene.tablets.save(2);
            Crowd syncing;
            scene.tablets.startToSync(syncing);
            syncing.runFor(int(random.below(120)));
            scene.city.server.kill();
            ++killed;
            (void)syncing.end();
            startAgain(scene);
            QCOMPARE(scene.tablets.faults(), QStringList());
        }
        comesToRest(scene);
    }

    void aServerKilledAtAnySyncHasAllThatItAcknowledgedOnce()
    {
        Scene scene;
        scene.city.server.stop();
        bool dies = true;
        int n = 0;
        while (dies && n < mostSyncs) {
            if (!scene.city.server.start(killerAtSync(++n))) { // it writes down where it listens
                QVERIFY(scene.city.server.hasEnded());
                ++killed;
                startAgain(scene);
                QCOMPARE(scene.tablets.faults(), QStringList());
                scene.city.server.stop();
                continue;
            }
            scene.tablets.save(1);
            Crowd syncing;
            scene.tablets.startToSync(syncing);
            const auto synced = syncing.end();
            dies = std::ranges::any_of(synced, [](const Outcome& outcome) { return !outcome.ok(); });
            killed += dies ? 1 : 0;
            if (dies)
                QVERIFY(scene.city.server.hasEnded());
            else
                scene.city.server.stop();
            startAgain(scene);
            QCOMPARE(scene.tablets.faults(), QStringList());
            scene.city.server.stop();
        }
        QVERIFY(!dies && n > 1); // a push is durable before it is acknowledged
        startAgain(scene);
        comesToRest(scene);
    }
};

QTEST_GUILESS_MAIN(KillServerTest)
#include "tst_killserver.moc"
