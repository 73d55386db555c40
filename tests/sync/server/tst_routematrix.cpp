#include "filecalls.h"
#include "server/routes.h"

#include <algorithm>
#include <string_view>

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;
using std::string_view;

namespace
{

// Who asks, in the order of the columns below.
constexpr std::array callers{"nobody",  "guessed token", "revoked",    "disabled", "observer",
                             "officer", "unit head",     "block lead", "council",  "admin"};
// Officer and head are of unit A, the lead of its block; the others have a grant for the city.

enum class What {
    Any,
    Own,     // the caller's own, or of unit A
    Foreign, // another person's, or of a unit outside the block
};

struct Row {
    string_view method;
    string_view path;
    What what;
    std::array<const char*, callers.size()> outcomes; // status, then the code of what was refused
};

// The whole of it, by hand. What differs between roles is what PRODUCT and SYNC.md say of them.
constexpr const char* no = "401 unauthenticated";
constexpr const char* cut = "401 revoked";
constexpr const char* lost = "404 not-found";
constexpr const char* bad = "400 malformed";
constexpr const char* ok = "200";
constexpr auto matrix = std::to_array<Row>({
    //  nobody, guessed, revoked, disabled, observer, officer, head, lead, council, admin
    {"POST",
     "/v1/devices",
     What::Own,
     {"201", "201", "201", "201", "201", "201", "201", "201", "201", "201"}},
    {"POST",
     "/v1/devices",
     What::Foreign,
     {"401 wrong-credentials", "401 wrong-credentials", "401 wrong-credentials", "401 wrong-credentials",
      "401 wrong-credentials", "401 wrong-credentials", "401 wrong-credentials", "401 wrong-credentials",
      "401 wrong-credentials", "401 wrong-credentials"}},
    {"DELETE", "/v1/devices/{id}", What::Own, {no, no, cut, cut, "204", "204", "204", "204", "204", "204"}},
    {"DELETE", "/v1/devices/{id}", What::Foreign, {no, no, cut, cut, lost, lost, lost, lost, lost, "204"}},
    {"GET", "/v1/me", What::Any, {no, no, cut, cut, ok, ok, ok, ok, ok, ok}},
    {"POST", "/v1/push", What::Own, {no, no, cut, cut, "200 forbidden", ok, ok, ok, ok, ok}},
    {"POST",
     "/v1/push",
     What::Foreign,
     {no, no, cut, cut, "200 forbidden", "200 forbidden", "200 forbidden", "200 forbidden", ok, ok}},
    {"POST",
     "/v1/quarantine",
     What::Any,
     {no, no, ok, ok, "403 forbidden", "403 forbidden", "403 forbidden", "403 forbidden", "403 forbidden",
      "403 forbidden"}},
    {"POST", "/v1/handover", What::Any, {no, no, cut, cut, bad, bad, bad, bad, bad, bad}},
    {"POST", "/v1/pull", What::Own, {no, no, cut, cut, ok, ok, ok, ok, ok, ok}},
    {"POST", "/v1/pull", What::Foreign, {no, no, cut, cut, ok, "200 gone", "200 gone", "200 gone", ok, ok}},
    {"GET",
     "/v1/events",
     What::Own,
     {no, no, cut, cut, "200 silent", ok, ok, ok, "200 silent", "200 silent"}},
    {"GET",
     "/v1/events",
     What::Foreign,
     {no, no, cut, cut, "200 silent", "200 silent", "200 silent", "200 silent", "200 silent", "200 silent"}},
    {"GET", "/v1/records/{id}/history", What::Own, {no, no, cut, cut, ok, ok, ok, ok, ok, ok}},
    {"GET", "/v1/records/{id}/history", What::Foreign, {no, no, cut, cut, ok, lost, lost, lost, ok, ok}},
    {"OPTIONS",
     "/v1/files",
     What::Any,
     {"204", "204", "204", "204", "204", "204", "204", "204", "204", "204"}},
    {"POST", "/v1/files", What::Own, {no, no, cut, cut, lost, "201", "201", "201", "201", "201"}},
    {"POST", "/v1/files", What::Foreign, {no, no, cut, cut, lost, lost, lost, lost, "201", "201"}},
    {"HEAD", "/v1/files/{id}", What::Own, {no, no, cut, cut, lost, ok, ok, ok, ok, ok}},
    {"HEAD", "/v1/files/{id}", What::Foreign, {no, no, cut, cut, lost, lost, lost, lost, lost, lost}},
    {"PATCH", "/v1/files/{id}", What::Own, {no, no, cut, cut, lost, "204", "204", "204", "204", "204"}},
    {"PATCH", "/v1/files/{id}", What::Foreign, {no, no, cut, cut, lost, lost, lost, lost, lost, lost}},
    {"GET", "/v1/files/{id}", What::Own, {no, no, cut, cut, ok, ok, ok, ok, ok, ok}},
    {"GET", "/v1/files/{id}", What::Foreign, {no, no, cut, cut, ok, lost, lost, lost, ok, ok}},
    {"GET", "/v1/schema", What::Any, {ok, ok, ok, ok, ok, ok, ok, ok, ok, ok}},
    {"GET", "/healthz", What::Any, {ok, ok, ok, ok, ok, ok, ok, ok, ok, ok}},
    {"GET", "/readyz", What::Any, {ok, ok, ok, ok, ok, ok, ok, ok, ok, ok}},
    {"GET", "/metrics", What::Any, {lost, lost, lost, lost, lost, lost, lost, lost, lost, lost}},
});

constexpr bool has(const server::Route& route, What what)
{
    return std::ranges::any_of(matrix, [&](const Row& row) {
        return row.method == route.method && row.path == route.path && row.what == what;
    });
}
// A path with an id needs to be asked for one's own and for a foreign one.
constexpr bool isComplete(const server::Route& route)
{
    const bool both = has(route, What::Own) && has(route, What::Foreign);
    return both || (string_view(route.path).find("{id}") == string_view::npos && has(route, What::Any));
}
static_assert(std::ranges::all_of(server::routes, isComplete), "a route without a row in the matrix");
static_assert(std::ranges::all_of(matrix,
                                  [](const Row& row) {
                                      return std::ranges::any_of(
                                          server::routes, [&](const server::Route& route) {
                                              return row.method == route.method && row.path == route.path;
                                          });
                                  }),
              "a row of a route that there is no more");

} // namespace

// X13, A11, A13: every route, for everybody, with one's own and with others' things.
class TestRouteMatrix : public QObject, private FileCalls
{
    Q_OBJECT

    static constexpr qsizetype photographSize = 1000;

    struct Call {
        QByteArray path;
        QByteArray body = {};
        Headers headers = {};
    };

    // A caller with all that is theirs; revoked or disabled only after it was made.
    static Enrolled enrolAs(OpenServer& server, const QByteArray& caller)
    {
        if (caller == "observer")
            return server.enrol(Role::Observer, Channel::city());
        if (caller == "unit head")
            return server.enrol(Role::UnitHead, Channel::unit(server.city.unitA));
        if (caller == "block lead")
            return server.enrol(Role::BlockLead, Channel::block(server.city.block));
        if (caller == "council")
            return server.enrol(Role::Council, Channel::city());
        if (caller == "admin")
            return server.admin();
        return server.officer();
    }
    static QByteArray tokenOf(OpenServer& server, const QByteArray& caller, const Enrolled& enrolled)
    {
        auto& store = server.city.writer.store();
        const auto device = *store.devices.byId(enrolled.tablet.id);
        if (caller == "revoked")
            City::require(store.devices.revoke(device->number, server.city.clock.now()));
        if (caller == "disabled")
            City::require(store.accounts.disable(device->account, server.city.clock.now()));
        if (caller == "nobody")
            return {};
        return caller == "guessed token" ? QByteArray("guessed") : enrolled.token;
    }

    static RecordId unitOf(OpenServer& server, What what)
    {
        return what == What::Foreign ? server.city.outside : server.city.unitA;
    }
    static Enrolled officerOf(OpenServer& server, const RecordId& unit)
    {
        return server.enrol(Role::Officer, Channel::unit(unit));
    }
    static QByteArray text(const RecordId& id) { return id.toText().toLatin1(); }
    static QByteArray json(const QJsonObject& object) { return QJsonDocument(object).toJson(); }

    static Call enrolment(OpenServer& server, What what)
    {
        const qint64 account =
            *server.city.writer.store().ids.accountOf(officerOf(server, server.city.unitA).tablet.user);
        const QString code =
            *server::Enrolment(server.city.writer.store(), server.city.clock, server.city.random)
                 .issueCode(account);
        return {"/v1/devices", json({{u"code"_s, what == What::Own ? code : u"0000-0000-0000-0000"_s},
                                     {u"name"_s, u"m"_s}})};
    }
    static Call ending(OpenServer& server, What what, const Enrolled& caller)
    {
        const auto device = what == What::Own ? caller.tablet.id : server.officer().tablet.id;
        return {"/v1/devices/" + device.toText().toLatin1()};
    }
    static Call push(OpenServer& server, const QByteArray& path, What what)
    {
        QJsonObject push = server.reportPush(server.city.newRecord(), 1);
        QJsonObject edit = push.value(u"edits"_s).toArray().first().toObject();
        QJsonObject set = edit.value(u"set"_s).toObject();
        set.insert(u"unit"_s, unitOf(server, what).toText());
        edit.insert(u"set"_s, set);
        push.insert(u"edits"_s, QJsonArray{edit});
        return {path, json(push)};
    }
    static Call pull(OpenServer& server, What what)
    {
        const QString channel = Channel::unit(unitOf(server, what)).name();
        return {"/v1/pull", json({{u"channels"_s, QJsonObject{{channel, 0}}}})};
    }
    static Call history(OpenServer& server, What what)
    {
        auto author = officerOf(server, unitOf(server, what));
        const RecordId report = server.city.newRecord();
        server.city.pushOne(author.tablet,
                            {report, kind::report, server.city.reportOf(unitOf(server, what))});
        return {"/v1/records/" + text(report) + "/history"};
    }
    // A file that waits to be sent, by an officer of that unit.
    static QByteArray newContent()
    {
        static int number = 0;
        return photograph(photographSize) + QByteArray::number(++number);
    }
    static Call beginning(OpenServer& server, What what)
    {
        auto author = officerOf(server, unitOf(server, what));
        const QByteArray content = newContent();
        const RecordId named = attachment(server, author, content, unitOf(server, what));
        return {"/v1/files", {}, creating(named, hashOf(content), content.size())};
    }
    // Begun by the caller, or by a colleague: whoever may not begin has no upload that could be theirs.
    static Call upload(OpenServer& server, What what, const Enrolled& caller, bool sends)
    {
        const Call begun = beginning(server, What::Own);
        const auto created = server.call(
            "POST", begun.path, {}, what == What::Own ? caller.token : server.officer().token, begun.headers);
        const QByteArray path = created.status == 201 ? created.header("Location") : "/v1/files/none";
        Headers headers{{"tus-resumable", "1.0.0"}};
        if (!sends)
            return {path, {}, headers};
        headers.insert("content-type", "application/offset+octet-stream");
        headers.insert("upload-offset", "0");
        return {path, "\xff\xd8\xff\xe0", headers};
    }
    static Call reading(OpenServer& server, What what)
    {
        auto author = officerOf(server, unitOf(server, what));
        const QByteArray content = newContent();
        FileCalls::upload(server, author, content, unitOf(server, what));
        return {"/v1/files/" + hashOf(content).toHex()};
    }

    static Call callFor(OpenServer& server, const Row& row, const Enrolled& caller)
    {
        const QByteArray method(row.method.data(), qsizetype(row.method.size()));
        const QByteArray path(row.path.data(), qsizetype(row.path.size()));
        if (path == "/v1/devices")
            return enrolment(server, row.what);
        if (path == "/v1/devices/{id}")
            return ending(server, row.what, caller);
        if (path == "/v1/push" || path == "/v1/quarantine")
            return push(server, path, row.what);
        if (path == "/v1/handover")
            return {path, "not sealed", {{"content-type", "application/octet-stream"}}};
        if (path == "/v1/pull")
            return pull(server, row.what);
        if (path == "/v1/records/{id}/history")
            return history(server, row.what);
        if (method == "POST" && path == "/v1/files")
            return beginning(server, row.what);
        if (path == "/v1/files/{id}" && method == "GET")
            return reading(server, row.what);
        if (path == "/v1/files/{id}")
            return upload(server, row.what, caller, method == "PATCH");
        return {path};
    }

    // The status, and what an answer of 200 refuses inside.
    static QByteArray outcomeOf(OpenServer& server, const Row& row, const server::Response& answer)
    {
        const QByteArray status = QByteArray::number(answer.status);
        if (answer.status >= 400) {
            const bool headOnly = row.method == "HEAD";
            return headOnly && answer.body.isEmpty() ? status
                                                     : status + ' ' + OpenServer::code(answer).toLatin1();
        }
        const QString channel = Channel::unit(unitOf(server, row.what)).name();
        const QJsonObject body = OpenServer::object(answer);
        if (row.path == "/v1/push") {
            const QString code = body.value(u"results"_s)[0][u"code"_s].toString();
            return code.isEmpty() ? status : status + ' ' + code.toLatin1();
        }
        if (row.path == "/v1/pull")
            return body.value(u"gone"_s).toArray().contains(channel) ? status + " gone" : status;
        if (row.path == "/v1/events")
            return answer.follow && answer.follow->contains(channel) ? status : status + " silent";
        return status;
    }

private Q_SLOTS:
    void everybodyGetsWhatTheMatrixSays_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < matrix.size(); ++i) {
            const char* whose = matrix[i].what == What::Any   ? ""
                                : matrix[i].what == What::Own ? ", own"
                                                              : ", foreign";
            QTest::addRow("%s %s%s", matrix[i].method.data(), matrix[i].path.data(), whose) << int(i);
        }
    }
    void everybodyGetsWhatTheMatrixSays()
    {
        QFETCH(int, index);
        const Row& row = matrix[size_t(index)];
        OpenServer server;
        QByteArrayList found;
        QByteArrayList expected;
        for (size_t i = 0; i < callers.size(); ++i) {
            const QByteArray caller = callers[i];
            const Enrolled enrolled = enrolAs(server, caller);
            const Call call = callFor(server, row, enrolled);
            const QByteArray token = tokenOf(server, caller, enrolled);
            const auto answer = server.call(row.method.data(), call.path, call.body, token, call.headers);
            found += caller + ": " + outcomeOf(server, row, answer);
            expected += caller + ": " + row.outcomes[i];
        }
        QCOMPARE(found.join('\n'), expected.join('\n'));
    }
};

QTEST_APPLESS_MAIN(TestRouteMatrix)
#include "tst_routematrix.moc"
