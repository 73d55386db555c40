#include "openserver.h"

using namespace thidua;
using namespace thidua::test;

// What an operator sees of the server: numbers, and a line for each request.
class TestTraffic : public QObject
{
    Q_OBJECT

    static QByteArray metrics(OpenServer& server)
    {
        server.remote = u"127.0.0.1"_s;
        return server.call("GET", "/metrics").body;
    }

private Q_SLOTS:
    void requestsAreCountedByRouteAndStatus()
    {
        OpenServer server;
        const auto officer = server.officer();
        for (int i = 0; i < 3; ++i)
            server.call("GET", "/v1/me", {}, officer.token);
        server.call("GET", "/v1/me", {}, "guess");
        server.call("GET", "/v1/records/" + officer.token + "/history", {}, officer.token);
        server.call("GET", "/somewhere/else");
        const QByteArray text = metrics(server);
        QVERIFY(text.contains("thidua_requests_total{route=\"GET /v1/me\",status=\"200\"} 3\n"));
        QVERIFY(text.contains("thidua_requests_total{route=\"GET /v1/me\",status=\"401\"} 1\n"));
        QVERIFY(text.contains(
            "thidua_requests_total{route=\"GET /v1/records/{id}/history\",status=\"404\"} 1\n"));
        QVERIFY(text.contains("thidua_requests_total{route=\"none\",status=\"404\"} 1\n"));
        QVERIFY(text.contains("thidua_request_seconds_bucket{route=\"GET /v1/me\",le=\"0.005\"} 4\n"));
        QVERIFY(text.contains("thidua_request_seconds_count{route=\"GET /v1/me\"} 4\n"));
    }

    void whatTakesLongCountsInTheLongerBuckets()
    {
        TestClock clock;
        server::Traffic traffic(clock);
        int answered = 0;
        const auto reply = traffic.watch({}, 0, [&](const server::Response&) { ++answered; });
        clock.advance(std::chrono::milliseconds(300));
        reply({});
        QCOMPARE(answered, 1);
        const QByteArray text = traffic.text();
        QVERIFY(text.contains("{route=\"POST /v1/devices\",le=\"0.1\"} 0\n"));
        QVERIFY(text.contains("{route=\"POST /v1/devices\",le=\"0.5\"} 1\n"));
        QVERIFY(text.contains("thidua_request_seconds_sum{route=\"POST /v1/devices\"} 0.3\n"));
    }

    void refusedEditsAreCountedByReason()
    {
        OpenServer server;
        const auto stranger = server.enrol(domain::Role::Officer, domain::Channel::unit(server.city.unitB));
        server.callJson("POST", "/v1/push", server.reportPush(server.city.newRecord(), 1), stranger.token);
        QVERIFY(metrics(server).contains("thidua_refused_edits_total{reason=\"forbidden\"} 1\n"));
    }

    void clocksThatAreWrongAreCounted()
    {
        OpenServer server;
        const auto officer = server.officer();
        const QJsonObject push = server.reportPush(server.city.newRecord(), 1);
        server.city.clock.wall -= 10LL * 60 * 1000; // the device is ten minutes ahead of the server
        server.callJson("POST", "/v1/push", push, officer.token);
        const QByteArray text = metrics(server);
        QVERIFY(text.contains("thidua_clock_offset_seconds_bucket{le=\"120\"} 0\n"));
        QVERIFY(text.contains("thidua_clock_offset_seconds_bucket{le=\"3600\"} 1\n"));
    }

    void devicesAreCountedByWhenTheyWereSeen()
    {
        OpenServer server;
        (void)server.officer();
        server.city.clock.advance(std::chrono::hours(24 * 10));
        (void)server.officer();
        const QByteArray text = metrics(server);
        QVERIFY(text.contains("thidua_devices 2\n"));
        QVERIFY(text.contains("thidua_devices_seen{days=\"7\"} 1\n"));
        QVERIFY(text.contains("thidua_devices_seen{days=\"30\"} 2\n"));
    }

    // X27: a marker in everything that a request can carry.
    void aLineOfTheLogHasNothingOfAPersonOrARequest()
    {
        OpenServer server;
        QByteArray log;
        server.core->traffic().setSink([&](const QByteArray& line) { log += line; });
        const auto officer = server.officer();
        const QJsonObject body{
            {u"login"_s, u"MARKER"_s}, {u"password"_s, u"MARKER"_s}, {u"name"_s, u"MARKER"_s}};
        server.callJson("POST", "/v1/devices", body);
        server.call("GET", "/MARKER\r\n{\"status\":1}", {}, "MARKER", {{"user-agent", "MARKER"}});
        server.call("GET", "/v1/records/MARKER/history", {}, officer.token);
        server.call("GET", "/v1/me", {}, officer.token);
        QVERIFY(!log.contains("MARKER"));
        QVERIFY(!log.contains(officer.token));
        QCOMPARE(log.count('\n'), 4);
        for (const QByteArray& line : log.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QCOMPARE(object.keys(),
                     (QStringList{u"at"_s, u"ms"_s, u"received"_s, u"route"_s, u"sent"_s, u"status"_s}));
        }
    }
};

QTEST_APPLESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
