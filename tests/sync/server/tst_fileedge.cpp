#include "httpserver.h"

#include "domain/attachment.h"
#include "server/enrolment.h"

#include <QCryptographicHash>
#include <QFile>

using namespace thidua;
using namespace thidua::test;

// Files in real HTTP over real sockets: what the handlers cannot see.
class TestFileEdge : public QObject
{
    Q_OBJECT

    // An officer's device with an attachment of this content.
    struct Sender {
        QByteArray token;
        QByteArray sha256;
        RecordId record;
        qint64 size = 0;
    };
    static Sender sender(HttpServer& server, const QByteArray& content)
    {
        City& city = server.city;
        const UserId user =
            city.addPerson({{domain::Role::Officer, domain::Channel::unit(city.unitA), 0, 0}});
        const qint64 account = *city.writer.store().ids.accountOf(user);
        const auto answer =
            server::Enrolment(city.writer.store(), city.clock, city.random).byAccount(account, u"máy"_s);
        Tablet tablet{answer->device, user, 0};
        const QByteArray sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
        const domain::Attachment attachment{.id = city.newRecord(),
                                            .unit = city.unitA,
                                            .report = RecordId::named("test", "report"),
                                            .sha256 = sha256,
                                            .size = content.size(),
                                            .mediaType = u"image/jpeg"_s,
                                            .name = u"anh.jpg"_s,
                                            .note = {}};
        const auto pushed = city.pushOne(tablet, {attachment.id, kind::attachment, attachment.toFields()});
        if (pushed.code != ErrorCode::None)
            qFatal("attachment: %s", qPrintable(pushed.detail));
        return {answer->token.toLatin1(), sha256, attachment.id, content.size()};
    }
    static QByteArray request(const QByteArray& line, const Sender& sender, const QByteArray& more,
                              const QByteArray& body = {})
    {
        return line + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + sender.token +
               "\r\nTus-Resumable: 1.0.0\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               more + "\r\n" + body;
    }
    static QByteArray creation(const Sender& sender)
    {
        return request("POST /v1/files", sender,
                       "Upload-Length: " + QByteArray::number(sender.size) + "\r\nUpload-Metadata: sha256 " +
                           sender.sha256.toHex().toBase64() + ",record " +
                           sender.record.toText().toLatin1().toBase64() + "\r\n");
    }
    static QByteArray piece(const Sender& sender, const QByteArray& location, qint64 offset,
                            const QByteArray& body)
    {
        return request("PATCH " + location, sender,
                       "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                           QByteArray::number(offset) + "\r\n",
                       body);
    }
    static QByteArray ask(RawConnection& connection, const QByteArray& bytes)
    {
        connection.clear();
        connection.send(bytes);
        return connection.readUntil("\r\n\r\n");
    }
    static QByteArray headerOf(const QByteArray& answer, const QByteArray& name)
    {
        const qsizetype from = answer.indexOf("\r\n" + name + ": ");
        return from < 0 ? QByteArray()
                        : answer.mid(from + name.size() + 4,
                                     answer.indexOf("\r\n", from + 2) - from - name.size() - 4);
    }
    static QByteArray photograph(qsizetype size)
    {
        return QByteArray("\xff\xd8\xff\xe0").leftJustified(size, 'p');
    }
    static qint64 peakMemory() // KiB, of this process
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QFile::ReadOnly))
            return 0;
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

private Q_SLOTS:
    void aWholeUploadAndItsReadingGoOverOneConnection()
    {
        HttpServer server;
        const QByteArray content = photograph(1'500'000);
        const Sender officer = sender(server, content);
        RawConnection connection(server.url);
        const QByteArray created = ask(connection, creation(officer));
        QVERIFY2(created.startsWith("HTTP/1.1 201 "), created.constData());
        QVERIFY(created.contains("X-Thidua: 1"));
        const QByteArray location = headerOf(created, "Location");
        const QByteArray first = ask(connection, piece(officer, location, 0, content.left(1 << 20)));
        QVERIFY2(first.startsWith("HTTP/1.1 204 "), first.constData());
        // An answer to HEAD has no body, whatever it says of one; the next request is understood.
        const QByteArray head = ask(connection, request("HEAD " + location, officer, {}));
        QVERIFY(head.startsWith("HTTP/1.1 200 "));
        QCOMPARE(headerOf(head, "Upload-Offset"), QByteArray("1048576"));
        const QByteArray none = ask(connection, request("HEAD /v1/files/none", officer, {}));
        QVERIFY(none.startsWith("HTTP/1.1 404 "));
        QVERIFY(none.endsWith("\r\n\r\n"));
        QVERIFY(ask(connection, piece(officer, location, 1 << 20, content.mid(1 << 20)))
                    .startsWith("HTTP/1.1 204 "));
        const QByteArray get = "GET /v1/files/" + officer.sha256.toHex();
        connection.clear();
        connection.send(request(get, officer, "Connection: close\r\n"));
        const QByteArray read = connection.readToEnd();
        const qsizetype body = read.indexOf("\r\n\r\n") + 4;
        QCOMPARE(headerOf(read, "Content-Length"), QByteArray("1500000"));
        QCOMPARE(read.mid(body), content);
        RawConnection another(server.url);
        another.send(request(get, officer, "Range: bytes=1000000-1000009\r\nConnection: close\r\n"));
        const QByteArray part = another.readToEnd();
        QVERIFY(part.startsWith("HTTP/1.1 206 "));
        QVERIFY(part.endsWith("\r\n\r\n" + content.mid(1'000'000, 10)));
    }

    void aPieceLargerThanABodyMayBeIsRefusedEarly()
    {
        HttpServer server;
        const Sender officer = sender(server, photograph(2'000'000));
        RawConnection connection(server.url);
        const QByteArray location = headerOf(ask(connection, creation(officer)), "Location");
        const QByteArray refused = ask(connection, piece(officer, location, 0, photograph((1 << 20) + 1)));
        QVERIFY2(refused.startsWith("HTTP/1.1 413 "), refused.constData());
        RawConnection another(server.url);
        const QByteArray head = ask(another, request("HEAD " + location, officer, {}));
        QCOMPARE(headerOf(head, "Upload-Offset"), QByteArray("0"));
    }

    void aPieceCutOnItsWayChangesNothing()
    {
        HttpServer server;
        const QByteArray content = photograph(500'000);
        const Sender officer = sender(server, content);
        QByteArray location;
        {
            RawConnection connection(server.url);
            location = headerOf(ask(connection, creation(officer)), "Location");
            connection.send(piece(officer, location, 0, content).chopped(1000));
        }
        RawConnection another(server.url);
        const QByteArray head = ask(another, request("HEAD " + location, officer, {}));
        QCOMPARE(headerOf(head, "Upload-Offset"), QByteArray("0"));
        QVERIFY(ask(another, piece(officer, location, 0, content)).startsWith("HTTP/1.1 204 "));
    }

    // I6: whoever reads slowly, or many at once, costs a piece each and not a file each.
    void manyReadersOfALargeFileTakeLittleMemory()
    {
        HttpServer server;
        const QByteArray content = photograph(domain::Attachment::maxBytes);
        const Sender officer = sender(server, content);
        RawConnection connection(server.url);
        const QByteArray location = headerOf(ask(connection, creation(officer)), "Location");
        for (qint64 offset = 0; offset < content.size(); offset += 1 << 20)
            QVERIFY(ask(connection, piece(officer, location, offset, content.mid(offset, 1 << 20)))
                        .startsWith("HTTP/1.1 204 "));
        const qint64 before = peakMemory();
        std::vector<std::unique_ptr<RawConnection>> readers;
        for (int i = 0; i < 20; ++i) {
            readers.push_back(std::make_unique<RawConnection>(server.url));
            readers.back()->send(request("GET /v1/files/" + officer.sha256.toHex(), officer, {}));
        }
        for (const auto& reader : readers)
            QVERIFY(reader->readUntil("\r\n\r\n").startsWith("HTTP/1.1 200 "));
        QVERIFY2(peakMemory() - before < 100 * 1024, qPrintable(QString::number(peakMemory() - before)));
    }
};

QTEST_GUILESS_MAIN(TestFileEdge)
#include "tst_fileedge.moc"
