#include "features/middleman.h"
#include "features/servedcity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

#include <atomic>
#include <csignal>
#include <memory>

using namespace thidua::test;
using namespace Qt::StringLiterals;
using Cut = Middleman::Cut;

// Photographs beside reports: taken without a network, sent over a bad one to a server that dies, and seen by
// those whose business they are.
class TestBadUpload : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;
    std::unique_ptr<Middleman> middleman;
    QTemporaryDir dir;

    static QByteArray photograph(qsizetype size, int number = 0)
    {
        QByteArray content = QByteArray("\xff\xd8\xff\xe0").leftJustified(size, 'p');
        content.replace(100, 8, QByteArray::number(10'000'000 + number));
        return content;
    }
    [[nodiscard]] QString file(const QString& name, const QByteArray& content) const
    {
        QFile made(dir.filePath(name));
        if (!made.open(QFile::WriteOnly) || made.write(content) != content.size())
            qFatal("no file");
        return made.fileName();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile read(path);
        return read.open(QFile::ReadOnly) ? read.readAll() : QByteArray();
    }
    static QByteArray hashOf(const QByteArray& content)
    {
        return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    }
    void enrol(DeviceProcess& device, const QString& login)
    {
        middleman->behaveWell();
        QVERIFY(device.enrol(middleman->url(), login).ok());
        QVERIFY(device.sync().ok());
    }
    // A report with this photograph, not sent yet; the attachment as it was printed.
    QJsonObject attached(const DeviceProcess& device, const QByteArray& content,
                         const QString& name = u"anh.jpg"_s)
    {
        const Saved report = enterReport(device, city->unit, 100);
        const Outcome added = device.command(u"attach"_s, {report.record, file(name, content)});
        if (!added.ok())
            qFatal("attach: %s", added.messages.constData());
        return added.object();
    }
    // What somebody's tablet gets of it; empty if it does not.
    QByteArray fetched(const DeviceProcess& device, const QByteArray& sha256)
    {
        const QString path = dir.filePath(u"fetched"_s);
        QFile::remove(path);
        const Outcome outcome = device.command(u"fetch"_s, {QString::fromLatin1(sha256), u"--to"_s, path});
        return outcome.ok() ? contentOf(path) : QByteArray();
    }
    [[nodiscard]] QByteArray httpStatus(const Caller& caller, const QByteArray& request) const
    {
        RawConnection connection(QUrl(city->server.url()));
        connection.send(request + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " +
                        caller.token + "\r\nTus-Resumable: 1.0.0\r\n\r\n");
        return connection.readToEnd().mid(9, 3);
    }
    [[nodiscard]] QStringList serverFiles(const QString& folder) const
    {
        return QDir(city->server.data() + u'/' + folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase()
    {
        city = std::make_unique<ServedCity>();
        middleman = std::make_unique<Middleman>(city->server.url());
    }
    void cleanupTestCase()
    {
        middleman.reset();
        city.reset();
    }

    void aPhotographTakenOfflineIsSeenByThoseWhoseBusinessItIs()
    {
        DeviceProcess officer;
        DeviceProcess colleague;
        DeviceProcess foreign;
        enrol(officer, ServedCity::officer());
        enrol(colleague, ServedCity::officer());
        enrol(foreign, ServedCity::otherOfficer());
        const QByteArray content = photograph(3'000'000);
        const QByteArray sha256 = hashOf(content);
        const QJsonObject added = attached(officer, content, u"Lễ ra quân.jpg"_s);
        QCOMPARE(added[u"sha256"_s].toString().toLatin1(), sha256);
        QCOMPARE(added[u"mediaType"_s], u"image/jpeg"_s);
        QCOMPARE(added[u"name"_s], u"Lễ ra quân.jpg"_s);
        QCOMPARE(officer.command(u"status"_s).object()[u"filesWaiting"_s], 1);
        QCOMPARE(listed(officer, u"pending"_s).last()[u"file"_s].toString().toLatin1(), sha256);
        // The gallery may lose it: the tablet has its own.
        QVERIFY(QFile::remove(dir.filePath(u"Lễ ra quân.jpg"_s)));
        QCOMPARE(fetched(officer, sha256), content);

        const Outcome synced = officer.sync();
        QVERIFY2(synced.ok(), synced.messages.constData());
        QCOMPARE(synced.object()[u"filesWaiting"_s], 0);
        QCOMPARE(officer.command(u"status"_s).object()[u"filesWaiting"_s], 0);
        QVERIFY(listed(officer, u"pending"_s).isEmpty());

        QVERIFY(colleague.sync().ok());
        QCOMPARE(colleague.record(u"attachment"_s, added[u"record"_s].toString())[u"kind"_s],
                 u"attachment"_s);
        QCOMPARE(fetched(colleague, sha256), content);
        city->server.stop(); // what was fetched is there without a network
        QCOMPARE(fetched(colleague, sha256), content);
        QVERIFY(city->server.start());

        // A12: others have neither the record nor, knowing the hash, the file.
        QVERIFY(foreign.sync().ok());
        QCOMPARE(fetched(foreign, sha256), QByteArray());
        const Caller stranger = city->callerOf(ServedCity::otherOfficer());
        QCOMPARE(httpStatus(stranger, "GET /v1/files/" + sha256), QByteArray("404"));
        QCOMPARE(httpStatus(city->callerOf(ServedCity::officer()), "GET /v1/files/" + sha256),
                 QByteArray("200"));
        QVERIFY(city->verify().ok());
    }

    // N15, D21: the network goes in the middle of a piece, or before its answer.
    void aCutUploadGoesOnWhereItWas_data()
    {
        QTest::addColumn<Cut>("request");
        QTest::addColumn<Cut>("answer");
        QTest::newRow("in the headers of a piece") << Cut::InHeaders << Cut::None;
        QTest::newRow("in a piece") << Cut::InBody << Cut::None;
        QTest::newRow("before the last byte") << Cut::BeforeLastByte << Cut::None;
        QTest::newRow("no answer") << Cut::None << Cut::BeforeAnything;
        QTest::newRow("half an answer") << Cut::None << Cut::InHeaders;
    }
    void aCutUploadGoesOnWhereItWas()
    {
        QFETCH(Cut, request);
        QFETCH(Cut, answer);
        DeviceProcess officer;
        enrol(officer, ServedCity::officer());
        const QByteArray content = photograph(2'000'000, __LINE__ + int(request) * 10 + int(answer));
        const QJsonObject added = attached(officer, content);
        middleman->behave({.request = request, .answer = answer, .of = "PATCH /v1/files/"});
        const Outcome failed = syncOnce(officer);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), u"offline"_s);
        QVERIFY(middleman->pushesCut() > 0);
        // What was entered is through; what is left is told.
        QVERIFY(failed.object()[u"upToDate"_s].toBool());
        QCOMPARE(failed.object()[u"filesWaiting"_s], 1);
        QCOMPARE(city->history(added[u"record"_s].toString()).size(), 1);
        middleman->behaveWell();
        QVERIFY(officer.sync().ok());
        if (answer != Cut::None) // the server had the first piece
            QVERIFY(!middleman->heard().contains("Upload-Offset: 0\r\n"));
        QCOMPARE(fetched(officer, hashOf(content)), content);
        QVERIFY(city->verify().ok());
    }

    // S2: no word before the content and its row are both there, whenever the server dies.
    void aServerKilledDuringAnUploadAcknowledgesNothingThatIsNotThere_data()
    {
        QTest::addColumn<int>("piece");
        QTest::addColumn<bool>("answered");
        for (int piece = 1; piece <= 5; ++piece) {
            QTest::addRow("at piece %d", piece) << piece << false;
            QTest::addRow("after the answer to piece %d", piece) << piece << true;
        }
    }
    void aServerKilledDuringAnUploadAcknowledgesNothingThatIsNotThere()
    {
        QFETCH(int, piece);
        QFETCH(bool, answered);
        DeviceProcess officer;
        DeviceProcess colleague;
        enrol(officer, ServedCity::officer());
        enrol(colleague, ServedCity::officer());
        // Pieces of 64, 128, 256, 512 KiB, and the rest.
        const QByteArray content = photograph(2'000'000, piece * 10 + (answered ? 1 : 0));
        attached(officer, content);
        const auto pid = pid_t(city->server.processId());
        std::atomic<int> seen = 0;
        const auto strike = [&] {
            if (++seen == piece)
                ::kill(pid, SIGKILL);
        };
        if (answered)
            middleman->behave({.answered = strike, .of = "PATCH /v1/files/"});
        else
            middleman->behave({.passedOn = strike, .of = "PATCH /v1/files/"});
        const Outcome struck = syncOnce(officer);
        QVERIFY(seen >= piece);
        city->server.kill();
        QVERIFY(city->server.start());
        middleman->behaveWell();
        QVERIFY2(city->verify().ok(), city->verify().messages.constData());
        const auto waiting = officer.command(u"status"_s).object()[u"filesWaiting"_s].toInt();
        if (waiting == 0) { // told that it is there: so it is
            QVERIFY(struck.ok());
            QVERIFY(colleague.sync().ok());
            QCOMPARE(fetched(colleague, hashOf(content)), content);
        }
        QVERIFY(officer.sync().ok());
        QVERIFY(colleague.sync().ok());
        QCOMPARE(fetched(colleague, hashOf(content)), content);
        QVERIFY(serverFiles(u"uploads"_s).isEmpty());
        QVERIFY(city->verify().ok());
    }

    // X15: a name is for people, never for a disk.
    void oddNamesLeadNowhere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Windows path") << u"C:\\Windows\\evil.jpg"_s;
        QTest::newRow("backwards") << u"..\\..\\evil.jpg"_s;
        QTest::newRow("turned around") << u"anh\u202Egpj.exe"_s;
        QTest::newRow("device") << u"con"_s;
        QTest::newRow("trailing dot") << u"anh.jpg."_s;
        QTest::newRow("hidden") << u".anh"_s;
        QTest::newRow("control") << u"anh\nmoi.jpg"_s;
    }
    void oddNamesLeadNowhere()
    {
        QFETCH(QString, name);
        DeviceProcess officer;
        enrol(officer, ServedCity::officer());
        const QByteArray content = photograph(1000, int(qHash(name) % 1'000'000));
        const QString shown = attached(officer, content, name)[u"name"_s].toString();
        QVERIFY(!shown.contains(u'/') && !shown.contains(u'\\') && !shown.contains(QChar(0x202E)));
        QCOMPARE(QDir(officer.data() + u"/files"_s).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QString::fromLatin1(hashOf(content))});
        QVERIFY(officer.sync().ok());
        for (const QString& stored : serverFiles(u"files"_s))
            QCOMPARE(stored.size(), 64);
        QCOMPARE(serverFiles(u"."_s).filter(u"evil"_s), QStringList());
        for (const QByteArray path : {"..%2Fthidua.db", "../thidua.db", "%2e%2e/thidua.db", "thidua.db", ""})
            QCOMPARE(httpStatus(city->callerOf(ServedCity::officer()), "GET /v1/files/" + path),
                     QByteArray("404"));
    }

    // D18: a photograph of 20 MP takes 80 MB when it is unpacked. Nobody here unpacks it; in an address
    // space that would not hold it, it is added and sent.
    void aLargePhotographNeedsLittleMemory()
    {
        DeviceProcess officer;
        enrol(officer, ServedCity::officer());
        const Saved report = enterReport(officer, city->unit, 100);
        const QByteArray content = photograph(20 * 1024 * 1024);
        const QString path = file(u"20mp.jpg"_s, content);
        officer.wrapper = {u"/bin/sh"_s, u"-c"_s, u"ulimit -v 90000; exec \"$0\" \"$@\""_s};
        const Outcome added = officer.command(u"attach"_s, {report.record, path});
        QVERIFY2(added.ok(), added.messages.constData());
        officer.wrapper.clear();
        QVERIFY(officer.sync().ok());
        QCOMPARE(fetched(officer, hashOf(content)), content);
        // One byte more is too much, and is told.
        const Outcome refused =
            officer.command(u"attach"_s, {report.record, file(u"more.jpg"_s, content + 'x')});
        QVERIFY(!refused.ok());
        QCOMPARE(codeOf(refused), u"too-large"_s);
    }

    void aBackupBringsTheFilesAlongAndVerifyMissesNone()
    {
        ServedCity own;
        DeviceProcess officer;
        QVERIFY(officer.enrol(own.server.url(), ServedCity::officer()).ok());
        QVERIFY(officer.sync().ok());
        const Saved report = enterReport(officer, own.unit, 100);
        const QByteArray content = photograph(400'000);
        QVERIFY(officer.command(u"attach"_s, {report.record, file(u"a.jpg"_s, content)}).ok());
        QVERIFY(officer.sync().ok());
        const QString backup = dir.filePath(u"backup.db"_s);
        const Outcome made = own.server.command({u"backup"_s, u"--to"_s, backup});
        QVERIFY2(made.ok(), made.messages.constData());
        QCOMPARE(made.object()[u"files"_s], 1);
        QCOMPARE(contentOf(backup + u".files/"_s + QString::fromLatin1(hashOf(content))), content);

        const QString stored = own.server.data() + u"/files/"_s + QString::fromLatin1(hashOf(content));
        QFile spoilt(stored);
        QVERIFY(spoilt.open(QFile::ReadWrite) && spoilt.seek(1000) && spoilt.write("!") == 1);
        spoilt.close();
        const Outcome found = own.server.command({u"verify"_s});
        QVERIFY(!found.ok());
        QVERIFY(found.object()[u"faults"_s].toArray().first().toString().contains(
            QString::fromLatin1(hashOf(content))));
        QVERIFY(QFile::remove(stored));
        QVERIFY(!own.server.command({u"verify"_s}).ok());

        own.server.stop();
        const Outcome restored = own.server.command({u"restore"_s, u"--from"_s, backup});
        QVERIFY2(restored.ok(), restored.messages.constData());
        QCOMPARE(restored.object()[u"files"_s], 1);
        QVERIFY(restored.object()[u"filesMissing"_s].toArray().isEmpty());
        QVERIFY(own.server.start());
        QVERIFY(own.verify().ok());
        // Lost on both sides of a restore, the tablet that has it brings it back.
        own.server.stop();
        QVERIFY(QFile::remove(stored));
        QVERIFY(QFile::remove(backup + u".files/"_s + QString::fromLatin1(hashOf(content))));
        const Outcome without = own.server.command({u"restore"_s, u"--from"_s, backup});
        QVERIFY(without.ok());
        QCOMPARE(without.object()[u"filesMissing"_s].toArray().size(), 1);
        QVERIFY(own.server.start());
        QVERIFY(!own.verify().ok());
        QVERIFY2(officer.sync().ok(), "the tablet offers its files again");
        QVERIFY(own.verify().ok());
    }
};

QTEST_GUILESS_MAIN(TestBadUpload)
#include "tst_badupload.moc"
