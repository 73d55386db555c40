#include "filecalls.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;

// Who may read a file, and in which parts.
class TestFileReading : public QObject, private FileCalls
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestFileReading)
#include "tst_filereading.moc"
