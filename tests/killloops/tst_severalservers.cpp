#include "base/random.h"
#include "killloops/doorway.h"
#include "killloops/killedtablets.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// What `verify` counts, without the audit log: a restore is an entry of its own.
static QJsonObject contentOf(const Outcome& verified)
{
    QJsonObject counted = verified.object();
    for (const QString& key : counted.keys()) {
        if (key.startsWith("audit"_L1))
            counted.remove(key);
    }
    return counted;
}

// Two processes of the server over one PostgreSQL: whichever a tablet comes to, it meets the same city.
class SeveralServersTest : public QObject
{
    Q_OBJECT

    SeededRandom random{killSeed()};

    struct Scene {
        ServedCity city; // the first process
        ServerProcess second{city.server};
        std::unique_ptr<Doorway> doorToFirst;
        KilledTablets tablets{city};

        Scene()
        {
            if (!second.start())
                qFatal("no second process");
            doorToFirst = std::make_unique<Doorway>(city.server.url());
            for (const QString& url : {doorToFirst->url(), second.url()}) {
                tablets.add(ServedCity::officer(), city.unit, url);
                tablets.add(ServedCity::otherOfficer(), city.otherUnit, url);
            }
        }
    };
    static Outcome restoreInto(const QString& folder, const QString& backup, const QStringList& more = {})
    {
        return runProgram(u"thidua-server"_s,
                          QStringList{u"restore"_s, u"--data"_s, folder, u"--from"_s, backup} + more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!ServerProcess::postgres().isEmpty(), "THIDUA_TEST_POSTGRES names no PostgreSQL");
    }

    void whatOneTakesInTheOtherGivesOut()
    {
        ServedCity city;
        ServerProcess second(city.server);
        QVERIFY(second.start());
        DeviceProcess here;
        DeviceProcess there;
        QVERIFY(here.enrol(city.server.url(), ServedCity::officer()).ok());
        QVERIFY(there.enrol(second.url(), ServedCity::officer()).ok());
        QVERIFY(there.sync().ok());
        const Saved saved = enterReport(here, city.unit, 7000);
        QVERIFY(here.sync().ok());
        QVERIFY(there.sync().ok());
        QCOMPARE(there.command(u"hash"_s).object()[city.unitChannel], city.digests()[city.unitChannel]);
        QCOMPARE(city.history(saved.record).size(), 1);
        // What an administrator ends holds at every process, at once.
        QVERIFY(city.server.command({u"user"_s, u"disable"_s, ServedCity::officer()}).ok());
        QVERIFY(!there.sync().ok());
    }

    void aProcessThatIsKilledUnderLoadIsMissedByNobody()
    {
        Scene scene;
        for (int round = 0; round < kills(8); ++round) {
            scene.tablets.save(2);
            Crowd syncing;
            scene.tablets.startToSync(syncing);
            syncing.runFor(int(random.below(120)));
            scene.city.server.kill();
            (void)syncing.end();
            scene.doorToFirst->leadTo(scene.second.url());
            QVERIFY(scene.tablets.synchronise()); // at the other
            QVERIFY(scene.city.server.start());
            scene.doorToFirst->leadTo(scene.city.server.url());
            QCOMPARE(scene.tablets.faults(), QStringList());
        }
        QCOMPARE(scene.tablets.faultsAtRest(), QStringList());
    }

    void everyConnectionCutOffUnderLoadIsMadeAgain()
    {
        Scene scene;
        for (int round = 0; round < kills(5); ++round) {
            scene.tablets.save(1);
            Crowd syncing;
            scene.tablets.startToSync(syncing);
            syncing.runFor(int(random.below(120)));
            QVERIFY(scene.city.server
                        .askPostgres(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                     "WHERE application_name = '%1'"_s.arg(scene.city.server.city()))
                        .ok());
            (void)syncing.end();
            QCOMPARE(scene.tablets.faults(), QStringList());
        }
        QCOMPARE(scene.tablets.faultsAtRest(), QStringList());
    }

    void aCityThatIsServedIsNotReplaced()
    {
        const ServedCity city;
        const QString backup = city.server.data() + u"/../backup.db"_s;
        QVERIFY(city.server.command({u"backup"_s, u"--to"_s, backup}).ok());
        QVERIFY(city.server.command({u"restore"_s, u"--from"_s, backup}).messages.contains("busy"));
        // Nor from another machine, which knows nothing of this folder.
        const Outcome far =
            restoreInto(city.server.data() + u"-far"_s, backup,
                        {u"--postgres"_s, ServerProcess::postgres(), u"--city"_s, city.server.city()});
        QVERIFY2(far.messages.contains("busy"), far.messages.constData());
        QVERIFY(city.verify().ok());
    }

    void everythingIsCarriedFromOneDatabaseToTheOther()
    {
        ServerProcess server;
        QVERIFY(server.init({u"--sample"_s}).ok());
        const QJsonObject whole = contentOf(server.command({u"verify"_s}));
        QVERIFY(whole[u"records"_s].toInteger() > 1000);
        const QString backup = server.data() + u"/../backup.db"_s;
        const QString asFile = server.data() + u"-as-file"_s;
        QVERIFY(server.command({u"backup"_s, u"--to"_s, backup}).ok());
        QVERIFY(restoreInto(asFile, backup).ok());
        QCOMPARE(contentOf(runProgram(u"thidua-server"_s, {u"verify"_s, u"--data"_s, asFile})), whole);
        QVERIFY(runProgram(u"thidua-server"_s, {u"backup"_s, u"--data"_s, asFile, u"--to"_s, backup}).ok());
        const Outcome back = server.command({u"restore"_s, u"--from"_s, backup});
        QVERIFY2(back.ok(), back.messages.constData());
        QCOMPARE(back.object()[u"aside"_s].toString(), server.city() + u"_before_epoch_3"_s);
        QCOMPARE(contentOf(server.command({u"verify"_s})), whole);
        // Numbers go on behind those that were copied in.
        QVERIFY(server.addUser(u"can.bo.moi"_s, u"Trần Mẫu An"_s, {u"council@city"_s}).ok());
    }
};

QTEST_GUILESS_MAIN(SeveralServersTest)
#include "tst_severalservers.moc"
