#include "openserver.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;

// Routes, callers and formats. What the accept path and the pages do is tested at their classes.
class TestRouter : public QObject
{
    Q_OBJECT

    static QByteArray pathOf(const server::Route& route)
    {
        return QByteArray(route.path).replace("{id}", RecordId::named("test", "nobody").toText().toLatin1());
    }

private Q_SLOTS:
    void everyRouteKnowsItsCallers_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const server::Route& route : server::routes)
            QTest::addRow("%s %s", route.method, route.path) << index++;
    }
    void everyRouteKnowsItsCallers()
    {
        QFETCH(int, index);
        const server::Route& route = server::routes[size_t(index)];
        OpenServer server;
        const auto revoked = server.officer();
        const auto device = *server.city.writer.store().devices.byId(revoked.tablet.id);
        City::require(server.city.writer.store().devices.revoke(device->number, server.city.clock.now()));
        const auto status = [&](const QByteArray& token) {
            const auto answer = server.call(route.method, pathOf(route), {}, token);
            if (answer.header("X-Thidua") != "1")
                qFatal("an answer without X-Thidua");
            return answer.status;
        };
        switch (route.access) {
        case server::Access::Device:
            QCOMPARE(status({}), 401);
            QCOMPARE(status("guess"), 401);
            QCOMPARE(status(revoked.token), 401);
            QVERIFY(status(server.officer().token) != 401);
            break;
        case server::Access::Revoked:
            QCOMPARE(status({}), 401);
            QCOMPARE(status("guess"), 401);
            QVERIFY(status(revoked.token) != 401);
            QCOMPARE(status(server.officer().token), 403);
            break;
        case server::Access::Open:
            QVERIFY(status({}) != 401);
            break;
        case server::Access::Loopback:
            QCOMPARE(status({}), 404);
            QCOMPARE(status(server.admin().token), 404);
            server.remote = u"127.0.0.1"_s;
            QCOMPARE(status({}), 200);
            break;
        }
    }

    // L5
    void aDeviceGoneMadIsHeldBackAndTheOthersAreServed()
    {
        OpenServer server;
        const auto mad = server.officer();
        const auto other = server.officer();
        const double burst = server::RequestRates().device.burst;
        for (int i = 0; i < int(burst); ++i)
            QCOMPARE(server.call("GET", "/v1/me", {}, mad.token).status, 200);
        const auto held = server.call("GET", "/v1/me", {}, mad.token);
        QCOMPARE(held.status, 429);
        QCOMPARE(held.header("Retry-After"), QByteArray("1"));
        QCOMPARE(OpenServer::code(held), u"busy"_s);
        QCOMPARE(server.call("GET", "/v1/me", {}, other.token).status, 200);
        server.city.clock.advance(std::chrono::seconds(1));
        QCOMPARE(server.call("GET", "/v1/me", {}, mad.token).status, 200);
    }

    // L1: all tablets of a city may come through one address; each is counted for itself.
    void enrolledDevicesAreNotCountedForTheirAddress()
    {
        OpenServer server;
        const auto askAs = [&](const QByteArray& token) {
            const server::Request head{
                "GET", "/v1/me", {{"authorization", "Bearer " + token}}, {}, server.remote};
            const auto refused = server.core->router().refuseEarly(head);
            return refused ? refused->status : server.call("GET", "/v1/me", {}, token).status;
        };
        const server::RequestRates rates;
        const int burst = int(rates.address.burst);
        const int ofDevice = int(rates.device.burst);
        for (int asked = 0; asked <= burst; asked += ofDevice) {
            const auto officer = server.officer();
            for (int i = 0; i < ofDevice; ++i)
                QCOMPARE(askAs(officer.token), 200);
        }
        for (int i = 0; i < burst; ++i)
            QCOMPARE(askAs("a guess"), 401);
        QCOMPARE(askAs("a guess"), 429);
    }

    void aFullDiskIsNotReadyUntilThereIsRoom()
    {
        OpenServer server;
        server.core->metrics().storageFull = 1;              // as a commit that found no room left it
        QCOMPARE(server.call("GET", "/readyz").status, 200); // there is room again: a commit went through
        QCOMPARE(server.core->metrics().storageFull.load(), 0);
    }

    void otherPathsAndMethodsAreRefusedByName()
    {
        OpenServer server;
        const auto lost = server.call("GET", "/v1/nothing");
        QCOMPARE(lost.status, 404);
        QCOMPARE(OpenServer::code(lost), u"not-found"_s);
        QCOMPARE(lost.header("Content-Type"), QByteArray("application/problem+json"));
        const auto method = server.call("GET", "/v1/push");
        QCOMPARE(method.status, 405);
        QCOMPARE(OpenServer::code(method), u"method-not-allowed"_s);
        QCOMPARE(server.call("POST", "/v1/file").status, 404);
        QCOMPARE(server.call("GET", "/v1/records//history").status, 404);
    }

    void aWrongTokenIsTold()
    {
        OpenServer server;
        QCOMPARE(OpenServer::code(server.call("GET", "/v1/me")), u"unauthenticated"_s);
        QCOMPARE(OpenServer::code(server.call("GET", "/v1/me", {}, "guess")), u"unauthenticated"_s);
    }

    void anEnrolledDevicePushesAndPulls()
    {
        OpenServer server;
        const auto officer = server.officer();
        const RecordId id = server.city.newRecord();
        const auto pushed =
            OpenServer::object(server.callJson("POST", "/v1/push", server.reportPush(id, 1), officer.token));
        QCOMPARE(pushed.value(u"acked"_s).toInt(), 1);
        const auto pulled = OpenServer::object(
            server.callJson("POST", "/v1/pull", {{u"channels"_s, QJsonObject()}}, officer.token));
        QVERIFY(!pulled.value(u"more"_s).toBool(true));
        QVERIFY(QJsonDocument(pulled).toJson().contains(id.toText().toLatin1()));
        const auto history = OpenServer::object(
            server.call("GET", "/v1/records/" + id.toText().toLatin1() + "/history", {}, officer.token));
        QCOMPARE(history.value(u"edits"_s).toArray().size(), 1);
    }

    void anAnswerComesInTheFormatThatIsAccepted()
    {
        OpenServer server;
        const auto officer = server.officer();
        const auto cbor = server.call("GET", "/v1/me", {}, officer.token, {{"accept", "application/cbor"}});
        QCOMPARE(cbor.header("Content-Type"), QByteArray("application/cbor"));
        QVERIFY(protocol::decode<protocol::MeAnswer>(cbor.body, protocol::Format::Cbor).ok());
        const auto packed = server.call("POST", "/v1/pull", "{\"channels\":{}}", officer.token,
                                        {{"accept-encoding", "gzip, zstd"}});
        QCOMPARE(packed.header("Content-Encoding"), QByteArray("zstd"));
        const auto plain = protocol::decompress(packed.body, protocol::Encoding::Zstd);
        QVERIFY(plain.ok());
        QVERIFY(QJsonDocument::fromJson(*plain).isObject());
    }

    void aPackedPushIsRead_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("zstd") << QByteArray("zstd");
        QTest::newRow("gzip") << QByteArray("gzip");
    }
    void aPackedPushIsRead()
    {
        QFETCH(QByteArray, encoding);
        OpenServer server;
        const auto officer = server.officer();
        const QByteArray plain = QJsonDocument(server.reportPush(server.city.newRecord(), 1)).toJson();
        const QByteArray packed = protocol::compress(plain, *protocol::encodingFromHeader(encoding));
        const auto answer =
            server.call("POST", "/v1/push", packed, officer.token, {{"content-encoding", encoding}});
        QCOMPARE(answer.status, 200);
    }

    void badBodiesAreRefusedByCode_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray json("application/json");
        const QByteArray bomb = protocol::compress(QByteArray(20 << 20, ' '), protocol::Encoding::Gzip);
        QTest::newRow("bomb") << bomb << json << QByteArray("gzip") << 413 << u"too-large"_s;
        QTest::newRow("not gzip") << QByteArray("plain") << json << QByteArray("gzip") << 400
                                  << u"malformed"_s;
        QTest::newRow("encoding") << QByteArray("{}") << json << QByteArray("br") << 400 << u"malformed"_s;
        QTest::newRow("type") << QByteArray("{}") << QByteArray("text/html") << QByteArray() << 400
                              << u"malformed"_s;
        QTest::newRow("nothing") << QByteArray() << json << QByteArray() << 400 << u"malformed"_s;
        QTest::newRow("html") << QByteArray("<html>") << json << QByteArray() << 400 << u"malformed"_s;
        QTest::newRow("deep") << QByteArray(100'000, '[') << json << QByteArray() << 400 << u"malformed"_s;
        QTest::newRow("twice") << QByteArray(R"({"epoch":"a","epoch":"b","edits":[]})") << json
                               << QByteArray() << 400 << u"malformed"_s;
        QTest::newRow("utf-8") << QByteArray("{\"epoch\":\"\xff\xfe\",\"edits\":[]}") << json << QByteArray()
                               << 400 << u"malformed"_s;
        QTest::newRow("cbor") << QByteArray("\xff\xff\xff") << QByteArray("application/cbor") << QByteArray()
                              << 400 << u"malformed"_s;
    }
    void badBodiesAreRefusedByCode()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, encoding);
        QFETCH(int, status);
        QFETCH(QString, code);
        OpenServer server;
        const auto officer = server.officer();
        const auto answer = server.call("POST", "/v1/push", body, officer.token,
                                        {{"content-type", type}, {"content-encoding", encoding}});
        QCOMPARE(answer.status, status);
        QCOMPARE(OpenServer::code(answer), code);
    }

    void serverOwnedMembersOfAnEditAreIgnored()
    {
        OpenServer server;
        const auto officer = server.officer();
        const RecordId id = server.city.newRecord();
        QJsonObject push = server.reportPush(id, 1);
        QJsonObject edit = push.value(u"edits"_s).toArray().first().toObject();
        edit.insert(u"rank"_s, 50);
        edit.insert(u"version"_s, 77);
        edit.insert(u"author"_s, UserId().toText());
        edit.insert(u"device"_s, server.city.unitB.toText());
        push.insert(u"edits"_s, QJsonArray{edit});
        QCOMPARE(server.callJson("POST", "/v1/push", push, officer.token).status, 200);
        const auto stamp = server.city.state(id).groups[u"subject"_s].first().stamp;
        QCOMPARE(stamp.rank, 10);
        QCOMPARE(stamp.version, 1);
        QCOMPARE(stamp.author, officer.tablet.user);
        QCOMPARE(stamp.device, officer.tablet.id);
    }

    void recordsOfOthersAreNotFoundLikeThoseThatAreNot()
    {
        OpenServer server;
        auto other = server.enrol(Role::Officer, Channel::unit(server.city.unitB));
        const RecordId id = server.city.newRecord();
        server.callJson("POST", "/v1/push", server.reportPush(id, 1), server.officer().token);
        const auto theirs =
            server.call("GET", "/v1/records/" + id.toText().toLatin1() + "/history", {}, other.token);
        const auto none =
            server.call("GET", "/v1/records/" + server.city.newRecord().toText().toLatin1() + "/history", {},
                        other.token);
        QCOMPARE(theirs.status, 404);
        QCOMPARE(theirs.body, none.body);
    }

    void aDeviceIsEndedByItsOwnerOrAnAdministratorOnly()
    {
        OpenServer server;
        const auto officer = server.officer();
        const auto other = server.officer();
        const QByteArray path = "/v1/devices/" + officer.tablet.id.toText().toLatin1();
        QCOMPARE(server.call("DELETE", path, {}, other.token).status, 404);
        QCOMPARE(server.call("GET", "/v1/me", {}, officer.token).status, 200);
        QCOMPARE(server.call("DELETE", path, {}, server.admin().token).status, 204);
        const auto after = server.call("GET", "/v1/me", {}, officer.token);
        QCOMPARE(after.status, 401);
        QCOMPARE(OpenServer::code(after), u"revoked"_s);
        const QByteArray own = "/v1/devices/" + other.tablet.id.toText().toLatin1();
        QCOMPARE(server.call("DELETE", own, {}, other.token).status, 204);
        QCOMPARE(server.call("GET", "/v1/me", {}, other.token).status, 401);
    }

    void theServersOwnDeviceCannotBeEnded()
    {
        OpenServer server;
        const QByteArray own = server.city.writer.store().ownDevice()->toText().toLatin1();
        QCOMPARE(server.call("DELETE", "/v1/devices/" + own, {}, server.admin().token).status, 404);
    }

    void anotherEpochIsAnsweredWithTheNewOne()
    {
        OpenServer server;
        const auto officer = server.officer();
        const auto answer = server.callJson(
            "POST", "/v1/pull", {{u"epoch"_s, u"0.x"_s}, {u"channels"_s, QJsonObject()}}, officer.token);
        QCOMPARE(answer.status, 409);
        const auto problem = OpenServer::object(answer);
        QCOMPARE(problem.value(u"code"_s), u"epoch"_s);
        QCOMPARE(problem.value(u"epoch"_s), server.city.epochName());
        QCOMPARE(problem.value(u"expected"_s), 1);
        QVERIFY(problem.value(u"time"_s).toInteger() > 0);
    }

    void theSchemaIsOpenAndMadeFromTheDescription()
    {
        OpenServer server;
        const auto schema = OpenServer::object(server.call("GET", "/v1/schema"));
        QCOMPARE(schema.value(u"kinds"_s).toArray().size(), server.city.schema.kinds().size());
    }

    void eventsFollowWhatThePersonHolds()
    {
        OpenServer server;
        const auto officer = server.officer();
        const auto answer = server.call("GET", "/v1/events", {}, officer.token);
        QCOMPARE(answer.header("Content-Type"), QByteArray("text/event-stream"));
        QVERIFY(answer.follow.has_value());
        QVERIFY(answer.follow->contains(Channel::unit(server.city.unitA).name()));
        QVERIFY(!answer.follow->contains(Channel::unit(server.city.unitB).name()));
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
