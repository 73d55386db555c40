#include "features/servedcity.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// A tablet that finds no network hands its work over as a file; a colleague with a network, or the
// administrator, brings it.
class TestHandoverFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;
    QTemporaryDir dir;

    [[nodiscard]] QString file() const { return dir.filePath(u"ban-giao.thidua"_s); }
    void enrol(DeviceProcess& device, const QString& login) const
    {
        QVERIFY(device.enrol(city->server.url(), login).ok());
        QVERIFY(device.sync().ok());
    }
    // Two edits of a new report that wait, and the file of them.
    Saved handedOver(const DeviceProcess& device) const
    {
        Saved saved = enterReport(device, city->unit, 100);
        changeReport(device, saved.record, {u"note=\"Làm ở khu phố không có mạng\""_s});
        const Outcome made = device.command(u"handover"_s, {u"--to"_s, file()});
        if (!made.ok() || made.object()[u"edits"_s] != 2)
            qFatal("hand-over: %s %s", made.output.constData(), made.messages.constData());
        return saved;
    }

private Q_SLOTS:
    void initTestCase() { city = std::make_unique<ServedCity>(); }
    void cleanupTestCase() { city.reset(); }
    void cleanup() { QFile::remove(file()); }

    void aColleagueBringsItAndTheAuthorLearnsOfItLater()
    {
        DeviceProcess author;
        DeviceProcess colleague;
        enrol(author, ServedCity::officer());
        enrol(colleague, ServedCity::otherOfficer());
        const Saved saved = handedOver(author);
        QCOMPARE(seqsOf(listed(author, u"pending"_s)).size(), 2); // a file is no receipt

        for (int i = 0; i < 2; ++i) { // brought twice is brought once
            const Outcome brought = colleague.command(u"deliver"_s, {file()});
            QVERIFY2(brought.ok(), brought.messages.constData());
            QCOMPARE(brought.object()[u"edits"_s], 2);
            QCOMPARE(brought.object()[u"quarantined"_s], 0);
        }
        const QJsonArray history = city->history(saved.record);
        QCOMPARE(history.size(), 2);
        // The colleague has brought it and sees nothing of it.
        QVERIFY(colleague.sync().ok());
        QVERIFY(colleague.record(u"report"_s, saved.record).isEmpty());

        QVERIFY(author.sync().ok());
        QVERIFY(listed(author, u"pending"_s).isEmpty());
        QVERIFY(listed(author, u"attention"_s).isEmpty());
        QCOMPARE(city->history(saved.record).size(), 2);
        QVERIFY(city->verify().ok());
    }

    void theAdministratorBringsItOnTheServerItself()
    {
        DeviceProcess author;
        enrol(author, ServedCity::officer());
        const Saved saved = handedOver(author);
        const Outcome brought = city->server.command({u"handover"_s, file()});
        QVERIFY2(brought.ok(), brought.messages.constData());
        QCOMPARE(brought.object()[u"edits"_s], 2);
        QCOMPARE(city->history(saved.record).size(), 2);
        QVERIFY(author.sync().ok());
        QVERIFY(listed(author, u"pending"_s).isEmpty());
    }

    void whoeverCarriesItCannotReadIt()
    {
        DeviceProcess author;
        enrol(author, ServedCity::officer());
        const Saved saved = handedOver(author);
        QFile carried(file());
        QVERIFY(carried.open(QFile::ReadOnly));
        const QByteArray bytes = carried.readAll();
        QVERIFY(!bytes.contains("khu phố"));
        QVERIFY(!bytes.contains(QByteArray::fromHex(saved.record.toLatin1().replace('-', ""))));
        QVERIFY(author.sync().ok());
    }

    void aDamagedFileChangesNothing()
    {
        DeviceProcess author;
        enrol(author, ServedCity::officer());
        handedOver(author);
        const QJsonObject before = city->digests();
        QFile carried(file());
        QVERIFY(carried.open(QFile::ReadWrite));
        QByteArray bytes = carried.readAll();
        bytes[bytes.size() - 7] = char(bytes[bytes.size() - 7] ^ 4);
        carried.seek(0);
        carried.write(bytes);
        carried.close();
        const Outcome refused = author.command(u"deliver"_s, {file()});
        QVERIFY(!refused.ok());
        QCOMPARE(codeOf(refused), u"malformed"_s);
        QVERIFY(!sentenceOf(refused).isEmpty());
        QVERIFY(!city->server.command({u"handover"_s, file()}).ok());
        QCOMPARE(city->digests(), before);
        QVERIFY(author.sync().ok()); // nothing was lost by it
        QVERIFY(listed(author, u"pending"_s).isEmpty());
    }

    void aFileForAnotherServerIsToldAsSuch()
    {
        ServedCity elsewhere;
        DeviceProcess author;
        QVERIFY(author.enrol(elsewhere.server.url(), ServedCity::officer()).ok());
        QVERIFY(author.sync().ok());
        enterReport(author, elsewhere.unit, 100);
        QVERIFY(author.command(u"handover"_s, {u"--to"_s, file()}).ok());
        DeviceProcess colleague;
        enrol(colleague, ServedCity::otherOfficer());
        const QJsonObject before = city->digests();
        QCOMPARE(codeOf(colleague.command(u"deliver"_s, {file()})), u"not-our-server"_s);
        QVERIFY(!city->server.command({u"handover"_s, file()}).ok());
        QCOMPARE(city->digests(), before);
    }

    void withNothingToHandOverNoFileIsMade()
    {
        DeviceProcess author;
        enrol(author, ServedCity::officer());
        QCOMPARE(codeOf(author.command(u"handover"_s, {u"--to"_s, file()})), u"not-found"_s);
        QVERIFY(!QFile::exists(file()));
    }

    void aFolderThatTakesNoFileIsTold()
    {
        DeviceProcess author;
        enrol(author, ServedCity::officer());
        enterReport(author, city->unit, 100);
        const Outcome failed =
            author.command(u"handover"_s, {u"--to"_s, dir.filePath(u"khong-co/ban-giao.thidua"_s)});
        QCOMPARE(codeOf(failed), u"storage-failed"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(seqsOf(listed(author, u"pending"_s)).size(), 1);
    }

    void ofATabletThatWasRevokedMeanwhileAPersonJudges()
    {
        DeviceProcess author;
        const QString id =
            author.enrol(city->server.url(), ServedCity::officer()).object()[u"device"_s].toString();
        QVERIFY(author.sync().ok());
        const Saved saved = handedOver(author);
        QVERIFY(city->server.command({u"device"_s, u"revoke"_s, id}).ok());
        const Outcome brought = city->server.command({u"handover"_s, file()});
        QVERIFY2(brought.ok(), brought.messages.constData());
        QCOMPARE(brought.object()[u"quarantined"_s], 2);
        QVERIFY(city->history(saved.record).isEmpty());
        const Outcome judged = city->server.command({u"quarantine"_s, u"accept"_s, id});
        QVERIFY2(judged.ok(), judged.messages.constData());
        QCOMPARE(judged.object()[u"accepted"_s], 2);
        QCOMPARE(city->history(saved.record).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHandoverFile)
#include "tst_handoverfile.moc"
