#include "openserver.h"

#include "domain/attachment.h"

#include <QCryptographicHash>

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;
using Headers = OpenServer::Headers;

namespace
{

QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QByteArray photograph(qsizetype size, char filling = 'p')
{
    return QByteArray("\xff\xd8\xff\xe0").leftJustified(size, filling);
}

} // namespace

// Resumable uploads and reading, as any client may ask for them.
class TestFileHandlers : public QObject
{
    Q_OBJECT

    using Enrolled = OpenServer::Enrolled;

    // An attachment of unit A that names this content, by this person.
    static RecordId attachment(OpenServer& server, Enrolled& by, const QByteArray& content,
                               const RecordId& unit)
    {
        const domain::Attachment attachment{.id = server.city.newRecord(),
                                            .unit = unit,
                                            .report = RecordId::named("test", "report"),
                                            .sha256 = hashOf(content),
                                            .size = content.size(),
                                            .mediaType = u"image/jpeg"_s,
                                            .name = u"../../etc/passwd"_s,
                                            .note = {}};
        const auto result =
            server.city.pushOne(by.tablet, {attachment.id, kind::attachment, attachment.toFields()});
        if (result.code != ErrorCode::None)
            qFatal("attachment: %s", qPrintable(result.detail));
        return attachment.id;
    }
    static Headers creating(const RecordId& record, const QByteArray& sha256, qint64 length)
    {
        return {{"tus-resumable", "1.0.0"},
                {"upload-length", QByteArray::number(length)},
                {"upload-metadata", "sha256 " + sha256.toHex().toBase64() + ",record " +
                                        record.toText().toLatin1().toBase64() + ",name Li4vLi4vZXRj"}};
    }
    static server::Response create(OpenServer& server, const Enrolled& by, const RecordId& record,
                                   const QByteArray& content)
    {
        return server.call("POST", "/v1/files", {}, by.token,
                           creating(record, hashOf(content), content.size()));
    }
    static server::Response append(OpenServer& server, const Enrolled& by, const QByteArray& location,
                                   qint64 offset, const QByteArray& piece, Headers more = {})
    {
        Headers headers{{"tus-resumable", "1.0.0"},
                        {"content-type", "application/offset+octet-stream"},
                        {"upload-offset", QByteArray::number(offset)}};
        headers.insert(more);
        return server.call("PATCH", location, piece, by.token, headers);
    }
    static server::Response progress(OpenServer& server, const Enrolled& by, const QByteArray& location)
    {
        return server.call("HEAD", location, {}, by.token, {{"tus-resumable", "1.0.0"}});
    }
    // Sends all of it, as one piece.
    static void upload(OpenServer& server, Enrolled& by, const QByteArray& content, const RecordId& unit)
    {
        const auto created = create(server, by, attachment(server, by, content, unit), content);
        const auto done = append(server, by, created.header("Location"), 0, content);
        if (done.status != 204)
            qFatal("upload: %d %s", done.status, done.body.constData());
    }
    static server::Response get(OpenServer& server, const Enrolled& by, const QByteArray& content,
                                const Headers& headers = {})
    {
        return server.call("GET", "/v1/files/" + hashOf(content).toHex(), {}, by.token, headers);
    }
    static QByteArray bytesOf(const server::Response& response)
    {
        QByteArray bytes;
        while (response.pieces && bytes.size() < response.pieces->length) {
            const qsizetype before = bytes.size();
            response.pieces->next([&](const QByteArray& piece) { bytes += piece; });
            if (bytes.size() == before)
                break;
        }
        return bytes;
    }

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

    void aPartIsReadByRange_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("length");
        const auto row = [](const char* range, int status, int first, int length) {
            QTest::newRow(range) << QByteArray(range) << status << first << length;
        };
        row("bytes=0-9", 206, 0, 10);
        row("bytes=990-2000", 206, 990, 10);
        row("bytes=400-", 206, 400, 600);
        row("bytes=-3", 206, 997, 3);
        row("bytes=-5000", 206, 0, 1000);
        row("bytes=1000-", 416, 0, 0);
        row("bytes=9-3", 416, 0, 0);
        row("bytes=-0", 416, 0, 0);
        row("bytes=0-1,5-6", 200, 0, 1000);
        row("lines=0-1", 200, 0, 1000);
        row("bytes=a-b", 200, 0, 1000);
        row("bytes=-", 200, 0, 1000);
    }
    void aPartIsReadByRange()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, first);
        QFETCH(int, length);
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(500) + photograph(500, 'q');
        upload(server, officer, content, server.city.unitA);
        const auto read = get(server, officer, content, {{"range", range}});
        QTEST(read.status, "status");
        QCOMPARE(bytesOf(read), content.mid(first, length));
        if (read.status == 206)
            QCOMPARE(read.header("Content-Range"), "bytes " + QByteArray::number(first) + '-' +
                                                       QByteArray::number(first + length - 1) + "/1000");
        if (read.status == 416)
            QCOMPARE(read.header("Content-Range"), QByteArray("bytes */1000"));
        const Headers other{{"range", range}, {"if-range", "\"another\""}};
        QCOMPARE(bytesOf(get(server, officer, content, other)), content);
    }

    // A12: each request is asked anew who may, and a hash alone opens nothing.
    void aFileIsReadOnlyWhereItsRecordIs()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        upload(server, officer, content, server.city.unitA);
        const auto lead = server.enrol(Role::BlockLead, Channel::block(server.city.block));
        const auto council = server.enrol(Role::Council, Channel::city());
        const auto colleague = server.officer();
        for (const auto& reader : {officer, lead, council, colleague})
            QCOMPARE(bytesOf(get(server, reader, content)), content);
        const auto foreign = server.enrol(Role::Officer, Channel::unit(server.city.outside));
        const auto refused = get(server, foreign, content);
        QCOMPARE(refused.status, 404);
        // Uniformly: as a file that nobody has ever had, and as a name that is none.
        QCOMPARE(get(server, foreign, photograph(7)).body, refused.body);
        QCOMPARE(server.call("GET", "/v1/files/..%2F..%2Fetc%2Fpasswd", {}, foreign.token).body,
                 refused.body);
    }

    // Whoever learns a hash may write it into a record of their own; that must not open the file to them.
    void namingAForeignFileGivesNoRightToIt()
    {
        OpenServer server;
        auto officer = server.officer();
        auto thief = server.enrol(Role::Officer, Channel::unit(server.city.outside));
        const QByteArray content = photograph(1000);
        upload(server, officer, content, server.city.unitA);
        const RecordId own = attachment(server, thief, content, server.city.outside);
        QCOMPARE(get(server, thief, content).status, 404);
        // Nor does the announcement: all of it must be sent, as if the server did not have it.
        const auto created = create(server, thief, own, content);
        QCOMPARE(created.header("Upload-Offset"), QByteArray("0"));
        QCOMPARE(append(server, thief, created.header("Location"), 0, photograph(1000, 'q')).status, 460);
        QCOMPARE(get(server, thief, content).status, 404);
        // Whoever can send it has it.
        const auto honest = create(server, thief, own, content);
        QCOMPARE(append(server, thief, honest.header("Location"), 0, content).status, 204);
        QCOMPARE(bytesOf(get(server, thief, content)), content);
    }

    void aDeletedAttachmentOpensItsFileToNobodyElse()
    {
        OpenServer server;
        auto officer = server.officer();
        const auto colleague = server.officer();
        const QByteArray content = photograph(1000);
        const RecordId record = attachment(server, officer, content, server.city.unitA);
        append(server, officer, create(server, officer, record, content).header("Location"), 0, content);
        QCOMPARE(get(server, colleague, content).status, 200);
        QCOMPARE_CODE(
            server.city.pushOne(officer.tablet, {record, kind::attachment, {{name::deleted, true}}, 1}),
            ErrorCode::None);
        QCOMPARE(get(server, colleague, content).status, 404);
        QCOMPARE(get(server, officer, content).status, 200); // they have sent it
    }

    void whatThePersonHasSentBeforeIsThereAtOnce()
    {
        OpenServer server;
        auto officer = server.officer();
        const QByteArray content = photograph(1000);
        upload(server, officer, content, server.city.unitA);
        const auto again =
            create(server, officer, attachment(server, officer, content, server.city.unitA), content);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.header("Upload-Offset"), QByteArray("1000"));
        QCOMPARE(again.header("Location"), "/v1/files/" + hashOf(content).toHex());
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
