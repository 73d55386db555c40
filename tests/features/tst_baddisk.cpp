#include "features/servedcity.h"
#include "features/smalldisk.h"

#include <QTest>

#include <memory>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// No room left, on the tablet or on the server: told as such, and what was saved stays saved.
class TestBadDisk : public QObject
{
    Q_OBJECT

    // The city's server stands on a disk of its own as well.
    std::unique_ptr<SmallDisk> serverDisk;
    std::unique_ptr<ServedCity> city;

    // A tablet whose folder is a small disk.
    struct Tablet {
        DeviceProcess device;
        SmallDisk disk{device.data(), 4};
        QStringList records;
        QList<qint64> seqs;
    };
    [[nodiscard]] std::unique_ptr<Tablet> tablet(const QString& login) const
    {
        auto made = std::make_unique<Tablet>();
        if (!made->device.enrol(city->server.url(), login).ok() || !made->device.sync().ok())
            qFatal("the tablet cannot sign in");
        return made;
    }
    [[nodiscard]] QStringList longReport(int value) const
    {
        return reportFields(city->unit, value) +
               QStringList{u"explanation=\"%1\""_s.arg(QString(7000, u'x'))};
    }
    void enter(Tablet& tablet, int count) const
    {
        for (int i = 0; i < count; ++i) {
            const Outcome saved = tablet.device.save(u"report"_s, longReport(i));
            tablet.records.append(saved.object().value(u"record"_s).toString());
            tablet.seqs.append(saved.object().value(u"seq"_s).toInteger());
        }
    }
    // Saves until there is no room for one more; what that one was told.
    Outcome saveUntilFull(Tablet& tablet) const
    {
        for (int i = 0; i < 2000; ++i) {
            const Outcome saved = tablet.device.save(u"report"_s, longReport(i));
            if (!saved.ok())
                return saved;
            tablet.records.append(saved.object().value(u"record"_s).toString());
            tablet.seqs.append(saved.object().value(u"seq"_s).toInteger());
        }
        return {};
    }
    [[nodiscard]] QString digestOn(const DeviceProcess& device) const
    {
        return device.command(u"hash"_s).object().value(city->unitChannel).toString();
    }
    [[nodiscard]] QString digestOnServer() const
    {
        return city->digests().value(city->unitChannel).toString();
    }
    // A journal that was written before has room inside it; a server that has just begun has none.
    void fillServerDisk(qint64 butFor = 0)
    {
        city->server.stop();
        QVERIFY(city->server.start());
        serverDisk->fill(butFor);
    }
    [[nodiscard]] qsizetype acceptedOf(const Tablet& tablet) const
    {
        qsizetype accepted = 0;
        for (const QString& record : tablet.records)
            accepted += city->history(record).size();
        return accepted;
    }
    void arrivedOnce(const Tablet& tablet) const
    {
        QVERIFY(listed(tablet.device, u"pending"_s).isEmpty());
        QVERIFY(listed(tablet.device, u"attention"_s).isEmpty());
        for (const QString& record : tablet.records)
            QCOMPARE(city->history(record).size(), 1);
        QCOMPARE(digestOn(tablet.device), digestOnServer());
    }

public:
    static void initMain() { SmallDisk::takeMountsOfOurOwn(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!SmallDisk::missing().isEmpty())
            QSKIP(qPrintable(SmallDisk::missing()));
        city = std::make_unique<ServedCity>(
            [this](const QString& folder) { serverDisk = std::make_unique<SmallDisk>(folder, 16); });
    }
    void cleanupTestCase()
    {
        if (city)
            city->server.kill();
        serverDisk.reset(); // a folder with a disk over it cannot be removed
        city.reset();
    }
    void cleanup()
    {
        if (serverDisk)
            serverDisk->makeRoom();
    }

    void aSaveWithoutRoomIsToldAndTheEarlierOnesAreThere()
    {
        const auto full = tablet(ServedCity::officer());
        enter(*full, 3);
        full->disk.fill(200'000);
        const Outcome refused = saveUntilFull(*full);
        QVERIFY(!refused.ok());
        QVERIFY(refused.output.isEmpty()); // nothing that could be taken for "saved"
        QCOMPARE(codeOf(refused), u"storage-full"_s);
        QVERIFY(sentenceOf(refused).contains(u"room"_s));
        full->disk.makeRoom();
        QCOMPARE(seqsOf(listed(full->device, u"pending"_s)), full->seqs);
        enter(*full, 1);
        QVERIFY(full->device.sync().ok());
        arrivedOnce(*full);
    }

    void aTabletWithoutAByteOfRoomSaysSoAndIsWellAgainWithRoom()
    {
        const auto full = tablet(ServedCity::officer());
        enter(*full, 3);
        full->disk.fill();
        const Outcome refused = full->device.save(u"report"_s, longReport(4));
        QVERIFY(!refused.ok());
        QVERIFY(refused.output.isEmpty());
        QCOMPARE(codeOf(refused), u"storage-full"_s);
        QVERIFY(sentenceOf(refused).contains(u"room"_s));
        full->disk.makeRoom();
        QCOMPARE(seqsOf(listed(full->device, u"pending"_s)), full->seqs);
        QVERIFY(full->device.sync().ok());
        arrivedOnce(*full);
    }

    void aPullWithoutRoomKeepsTheOutboxAndTheOldRecords()
    {
        const auto writer = tablet(ServedCity::officer());
        const auto reader = tablet(ServedCity::officer());
        enter(*writer, 60);
        QVERIFY(writer->device.sync().ok());
        enter(*reader, 2);
        const QString held = digestOn(reader->device);
        reader->disk.fill(150'000); // room to work, none for what comes
        const Outcome failed = syncOnce(reader->device);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), u"storage-full"_s);
        QVERIFY(sentenceOf(failed).contains(u"room"_s));
        QVERIFY(!failed.object().value(u"upToDate"_s).toBool());
        reader->disk.makeRoom();
        // What was sent before the room ended is sent; nothing of a page is there that was not stored whole.
        const qsizetype pending = listed(reader->device, u"pending"_s).size();
        QCOMPARE(pending + acceptedOf(*reader), 2);
        if (pending == 2)
            QCOMPARE(digestOn(reader->device), held);
        QVERIFY(reader->device.sync().ok());
        arrivedOnce(*reader);
    }

    void aServerWithoutRoomSaysSoAndTheTabletKeepsItsEdits_data()
    {
        QTest::addColumn<int>("left");
        QTest::newRow("not a byte") << 0;
        QTest::newRow("for a part of the push") << 120'000;
    }
    void aServerWithoutRoomSaysSoAndTheTabletKeepsItsEdits()
    {
        QFETCH(int, left);
        const auto sender = tablet(ServedCity::officer());
        enter(*sender, 40);
        const QJsonObject before = city->digests();
        fillServerDisk(left);
        const Outcome failed = syncOnce(sender->device);
        QVERIFY(!failed.ok());
        // Not "storage-full": the person would look for room on the tablet.
        QCOMPARE(codeOf(failed), u"server-fault"_s);
        QVERIFY(sentenceOf(failed).contains(u"server"_s));
        QCOMPARE(seqsOf(listed(sender->device, u"pending"_s)), sender->seqs);
        QVERIFY(listed(sender->device, u"attention"_s).isEmpty());
        QCOMPARE(city->digests(), before); // and it can still be read
        serverDisk->makeRoom();
        QVERIFY(sender->device.sync().ok());
        arrivedOnce(*sender);
    }

    void aServerWithoutRoomAnswersWithACodeOfItsOwn()
    {
        const Caller caller = city->callerOf(ServedCity::officer());
        const QJsonObject set{{u"unit"_s, city->unit},
                              {u"criterion"_s, city->otherUnit},
                              {u"movement"_s, QJsonValue()},
                              {u"period"_s, u"2026"_s},
                              {u"explanation"_s, QString(7000, u'x')}};
        const QJsonObject edit{{u"seq"_s, 1},
                               {u"at"_s, 1},
                               {u"seen"_s, 0},
                               {u"record"_s, city->unit.chopped(2) + u"ab"_s},
                               {u"kind"_s, u"report"_s},
                               {u"set"_s, set}};
        const QJsonObject request{{u"epoch"_s, caller.epoch}, {u"edits"_s, QJsonArray{edit}}};
        fillServerDisk();
        const auto told = caller.call("POST", "/v1/push", request);
        QCOMPARE(told.status, 507);
        QCOMPARE(told.body.value(u"code"_s), u"storage-full"_s);
        QVERIFY(!told.body.value(u"title"_s).toString().isEmpty());
        QVERIFY(told.body.value(u"retryAfter"_s).toInt() > 0);
        QCOMPARE(caller.call("GET", "/v1/me").status, 200);
        QCOMPARE(caller.call("GET", "/readyz").status, 507);
        serverDisk->makeRoom();
        QCOMPARE(caller.call("GET", "/readyz").status, 200); // by itself, before anybody has written
        const auto taken = caller.call("POST", "/v1/push", request);
        QCOMPARE(taken.body.value(u"results"_s)[0][u"version"_s], 1);
    }

    void afterAllThisTheServersDataIsWhole()
    {
        const Outcome verified = city->verify();
        QVERIFY2(verified.ok(), verified.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestBadDisk)
#include "tst_baddisk.moc"
