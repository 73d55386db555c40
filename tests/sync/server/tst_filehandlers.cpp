#include "filecalls.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;

// Resumable uploads, as any client may ask for them.
class TestFileHandlers : public QObject, private FileCalls
{
    Q_OBJECT

private Q_SLOTS:
    void aFileComesInPiecesAndIsReadAsAWhole()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(600'000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const auto created = create(server, officer, record, content);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.header("Tus-Resumable"), QByteArray("1.0.0"));
        const QByteArray location = created.header("Location");
        QVERIFY(location.startsWith("/v1/files/"));
        QCOMPARE(get(server, officer, content).status, 404); // not before it is whole
        const auto first = append(server, officer, location, 0, content.left(250'000));
        QCOMPARE(first.status, 204);
        QCOMPARE(first.header("Upload-Offset"), QByteArray("250000"));
        QVERIFY(first.header("Upload-Expires").endsWith(" GMT"));
        const auto head = progress(server, officer, location);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Upload-Offset"), QByteArray("250000"));
        QCOMPARE(head.header("Upload-Length"), QByteArray("600000"));
        QCOMPARE(head.header("Cache-Control"), QByteArray("no-store"));
        const auto last = append(server, officer, location, 250'000, content.mid(250'000));
        QCOMPARE(last.status, 204);
        QCOMPARE(last.header("Upload-Offset"), QByteArray("600000"));
        const auto read = get(server, officer, content);
        QCOMPARE(read.status, 200);
        QCOMPARE(bytesOf(read), content);
        QCOMPARE(read.header("Content-Type"), QByteArray("image/jpeg"));
        QCOMPARE(read.header("ETag"), '"' + hashOf(content).toHex() + '"');
        QCOMPARE(read.header("Content-Disposition"), QByteArray("attachment"));
        QCOMPARE(read.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(progress(server, officer, location).status, 404); // it is an upload no more
    }

    void whatIsOfferedIsTold()
    {
        OpenServer server;
        const auto options = server.call("OPTIONS", "/v1/files");
        QCOMPARE(options.status, 204);
        QCOMPARE(options.header("Tus-Version"), QByteArray("1.0.0"));
        QCOMPARE(options.header("Tus-Extension"), QByteArray("creation,checksum,expiration"));
        QCOMPARE(options.header("Tus-Max-Size"), QByteArray("20971520"));
        QCOMPARE(options.header("Tus-Checksum-Algorithm"), QByteArray("sha256"));
    }

    void anotherVersionOfTheProtocolIsRefused()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(100);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        Headers headers = creating(record, hashOf(content), content.size());
        headers["tus-resumable"] = "0.2.2";
        const auto refused = server.call("POST", "/v1/files", {}, officer.token, headers);
        QCOMPARE(refused.status, 412);
        QCOMPARE(OpenServer::code(refused), u"unsupported-version"_s);
        QCOMPARE(refused.header("Tus-Version"), QByteArray("1.0.0"));
        const QByteArray location = create(server, officer, record, content).header("Location");
        QCOMPARE(append(server, officer, location, 0, content, {{"tus-resumable", "2.0.0"}}).status, 412);
        QCOMPARE(server.call("HEAD", location, {}, officer.token).status, 412);
    }

    void anAnnouncementMustBeComplete_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* header, const QByteArray& value, int status) {
            QTest::newRow(name) << QByteArray(header) << value << status;
        };
        const QByteArray record = "record " + RecordId::named("test", "x").toText().toLatin1().toBase64();
        row("no length", "upload-length", "", 400);
        row("negative", "upload-length", "-1", 400);
        row("with a sign", "upload-length", "+100", 400);
        row("nothing", "upload-length", "0", 400);
        row("too much", "upload-length", "20971521", 413);
        row("beyond numbers", "upload-length", "99999999999999999999", 400);
        row("no metadata", "upload-metadata", "", 400);
        row("no hash", "upload-metadata", record, 400);
        row("no base64", "upload-metadata", "sha256 ???," + record, 400);
        row("a path for a hash", "upload-metadata",
            "sha256 " + QByteArray("../../../etc/passwd").toBase64() + ',' + record, 400);
        row("twice", "upload-metadata", record + ',' + record, 400);
    }
    void anAnnouncementMustBeComplete()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(100);
        Headers headers =
            creating(attachment(server, officer, content, server.city.unitA), hashOf(content), 100);
        headers[header] = value;
        const auto refused = server.call("POST", "/v1/files", {}, officer.token, headers);
        QTEST(refused.status, "status");
        QVERIFY(!OpenServer::code(refused).isEmpty());
    }

    void onlyANamedFileOfOnesOwnUnitIsTaken()
    {
        OpenServer server;
        auto officer = server.officer();
        auto other = server.enrol(Role::Officer, Channel::unit(server.city.outside));
        const QByteArray content = photograph(100);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        // Nobody's record, a foreign one, and one's own that names another file: all alike.
        const auto none = create(server, officer, server.city.newRecord(), content);
        const auto foreign = create(server, other, record, content);
        const auto unnamed = create(server, officer, record, photograph(100, 'q'));
        for (const auto& refused : {none, foreign, unnamed}) {
            QCOMPARE(refused.status, 404);
            QCOMPARE(refused.body, none.body);
        }
        // An observer reads and writes nothing.
        const auto observer = server.enrol(Role::Observer, Channel::unit(server.city.unitA));
        QCOMPARE(create(server, observer, record, content).status, 404);
        // A size that the attachment does not name.
        const auto size =
            server.call("POST", "/v1/files", {}, officer.token, creating(record, hashOf(content), 101));
        QCOMPARE(size.status, 400);
    }

    void whoeverLostTheirPlaceFindsTheSameUpload()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        append(server, officer, location, 0, content.left(400));
        const auto again = create(server, officer, record, content);
        QCOMPARE(again.header("Location"), location);
        QCOMPARE(again.header("Upload-Offset"), QByteArray("400"));
    }

    void aPieceGoesOnlyWhereTheLastOneEnded()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        QCOMPARE(append(server, officer, location, 0, content.left(400)).status, 204);
        // N3: the same piece again, and one that leaves a hole.
        for (const qint64 offset : {0, 500}) {
            const auto refused = append(server, officer, location, offset, content.mid(offset, 400));
            QCOMPARE(refused.status, 409);
            QCOMPARE(OpenServer::code(refused), u"wrong-offset"_s);
            QCOMPARE(OpenServer::object(refused).value(u"expected"_s).toInt(), 400);
            QCOMPARE(refused.header("Upload-Offset"), QByteArray("400"));
        }
        QCOMPARE(append(server, officer, location, 400, content.mid(400) + "more").status, 413);
        QCOMPARE(append(server, officer, location, -1, content).status, 400);
        const Headers text{{"content-type", "text/plain"}};
        QCOMPARE(append(server, officer, location, 400, content.mid(400), text).status, 415);
        QCOMPARE(append(server, officer, location, 400, content.mid(400)).status, 204);
    }

    void aDamagedPieceChangesNothing()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        const QByteArray sum = "sha256 " + hashOf(content).toBase64();
        const auto refused =
            append(server, officer, location, 0, photograph(1000, 'q'), {{"upload-checksum", sum}});
        QCOMPARE(refused.status, 460);
        QCOMPARE(OpenServer::code(refused), u"checksum-mismatch"_s);
        QCOMPARE(progress(server, officer, location).header("Upload-Offset"), QByteArray("0"));
        QCOMPARE(append(server, officer, location, 0, content, {{"upload-checksum", "md5 AAAA"}}).status,
                 400);
        QCOMPARE(append(server, officer, location, 0, content, {{"upload-checksum", sum}}).status, 204);
    }

    // What was announced is checked against the whole: nothing lies under a name that is not its own.
    void anotherContentThanWasAnnouncedIsDropped()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        QCOMPARE(append(server, officer, location, 0, photograph(1000, 'q')).status, 460);
        QCOMPARE(progress(server, officer, location).status, 404);
        QCOMPARE(get(server, officer, content).status, 404);
        const auto again = create(server, officer, record, content);
        QCOMPARE(again.header("Upload-Offset"), QByteArray("0"));
        QCOMPARE(append(server, officer, again.header("Location"), 0, content).status, 204);
    }

    // X25: a file is what its content says, not what its record does.
    void aPageThatCallsItselfAPhotographIsRefused()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray page = "<html><script>alert(1)</script></html>";
        const RecordId record = attachment(server, officer, page, server.city.unitA);
        const QByteArray location = create(server, officer, record, page).header("Location");
        const auto refused = append(server, officer, location, 0, page);
        QCOMPARE(refused.status, 415);
        QCOMPARE(OpenServer::code(refused), u"unsupported-media"_s);
        QCOMPARE(get(server, officer, page).status, 404);
    }

    void anUploadIsItsDevicesAlone()
    {
        OpenServer server;
        auto officer = server.officer();
        const auto colleague = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        QCOMPARE(progress(server, colleague, location).status, 404);
        QCOMPARE(append(server, colleague, location, 0, content).status, 404);
        QVERIFY(create(server, colleague, record, content).header("Location") != location);
    }

    void anUnfinishedUploadExpires()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        append(server, officer, location, 0, content.left(400));
        server.city.clock.advance(std::chrono::hours(24 * 6));
        append(server, officer, location, 400, content.mid(400, 100)); // each piece is a new week
        server.city.clock.advance(std::chrono::hours(24 * 6));
        QCOMPARE(progress(server, officer, location).header("Upload-Offset"), QByteArray("500"));
        server.city.clock.advance(std::chrono::hours(24 * 2));
        QCOMPARE(progress(server, officer, location).status, 404);
        const auto anew = create(server, officer, record, content);
        QVERIFY(anew.header("Location") != location);
        QCOMPARE(anew.header("Upload-Offset"), QByteArray("0"));
        QVERIFY(!server.filesIn(u"uploads"_s).contains(QString::fromLatin1(location.mid(10))));
    }

    void aDeviceHasOnlySoManyUploadsOpen()
    {
        OpenServer server;
        auto officer = server.officer();
        int status = 201;
        int created = 0;
        for (int i = 0; i < 30 && status == 201; ++i) {
            const QByteArray content = photograph(100 + i);
            const RecordId record = attachment(server, officer, content, server.city.unitA);
            status = create(server, officer, record, content).status;
            created += status == 201 ? 1 : 0;
        }
        QCOMPARE(created, 20);
        QCOMPARE(status, 503);
    }

    // S2: whatever fails on the disk, nothing is acknowledged that is not there, and the client goes on.
    void whicheverAccessFailsNothingIsToldThatIsNotTrue()
    {
        const QByteArray content = photograph(3000);
        int failures = 0;
        for (int n = 1; n < 50; ++n) {
            OpenServer server;
            auto officer = server.officer();
            const RecordId record = attachment(server, officer, content, server.city.unitA);
            const QByteArray location = create(server, officer, record, content).header("Location");
            server.files.failAt(n, ErrorCode::StorageFull);
            bool acknowledged = true;
            for (qint64 offset = 0; offset < content.size() && acknowledged; offset += 1000)
                acknowledged =
                    append(server, officer, location, offset, content.mid(offset, 1000)).status == 204;
            const bool struck = server.files.struck();
            QCOMPARE(acknowledged, !struck);
            server.files.losePower(FakeFiles::Unsynced::Lost);
            QCOMPARE(get(server, officer, content).status, acknowledged ? 200 : 404);
            // Asked again, it goes on from where the server really is.
            const auto anew = create(server, officer, record, content);
            const qint64 offset = anew.header("Upload-Offset").toLongLong();
            if (offset < content.size())
                QCOMPARE(append(server, officer, anew.header("Location"), offset, content.mid(offset)).status,
                         204);
            QCOMPARE(bytesOf(get(server, officer, content)), content);
            if (!struck)
                break;
            ++failures;
        }
        QVERIFY(failures >= 8); // three pieces of two accesses each, the rename and its sync
    }

    void aFullDiskIsToldAsSuch()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        const QByteArray location = create(server, officer, record, content).header("Location");
        server.files.failAt(1, ErrorCode::StorageFull);
        const auto refused = append(server, officer, location, 0, content);
        QCOMPARE(refused.status, 507);
        QVERIFY(!refused.header("Retry-After").isEmpty());
        server.files.repair();
        QCOMPARE(append(server, officer, location, 0, content).status, 204);
    }

    void noNameOfAClientIsANameOnTheDisk()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        upload(server, officer, content, server.city.unitA); // its name is ../../etc/passwd
        QCOMPARE(server.filesIn(u"files"_s), QStringList{QString::fromLatin1(hashOf(content).toHex())});
        QVERIFY(server.filesIn(u"uploads"_s).isEmpty());
        QCOMPARE(server.files.files().size(), 1);
        for (const char* name :
             {"/v1/files/..", "/v1/files/%2e%2e", "/v1/files/C:%5Ccon", "/v1/files/con."}) {
            QCOMPARE(server.call("GET", name, {}, officer.token).status, 404);
            QCOMPARE(progress(server, officer, name).status, 404);
            QCOMPARE(append(server, officer, name, 0, content).status, 404);
        }
    }
};

QTEST_GUILESS_MAIN(TestFileHandlers)
#include "tst_filehandlers.moc"
