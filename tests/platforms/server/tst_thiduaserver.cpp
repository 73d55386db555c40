#include "caller.h"

#include "sql/connection.h"
#include "support/programs.h"

#include <QFile>
#include <QTest>
#include <QUuid>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// The program as an administrator runs it.
class TestThiduaServer : public QObject
{
    Q_OBJECT

    static QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
    static QString idOf(const Outcome& added) { return added.object().value(u"user"_s)[u"id"_s].toString(); }
    static QJsonObject signIn(const QString& login)
    {
        return {{u"login"_s, login},
                {u"password"_s, QString::fromUtf8(ServerProcess::password())},
                {u"name"_s, u"Máy 1"_s}};
    }
    static QJsonObject movementPush(const Caller& caller, int seq, const QString& record)
    {
        return {{u"epoch"_s, caller.epoch},
                {u"edits"_s,
                 QJsonArray{QJsonObject{{u"seq"_s, seq},
                                        {u"at"_s, qint64(1'700'000'000'000)},
                                        {u"seen"_s, 0},
                                        {u"record"_s, record},
                                        {u"kind"_s, u"movement"_s},
                                        {u"set"_s, QJsonObject{{u"name"_s, u"Phong trào %1"_s.arg(seq)},
                                                               {u"kind"_s, u"annual"_s},
                                                               {u"level"_s, u"city"_s},
                                                               {u"mode"_s, QJsonValue::Null}}}}}}};
    }
    static QJsonObject firstResult(const Caller::Answer& answer)
    {
        return answer.body.value(u"results"_s).toArray().first().toObject();
    }
    // A served city with a council member who has a device.
    static Caller councilOf(ServerProcess& server)
    {
        server.init();
        server.addUser(u"hoi.dong"_s, u"Đỗ Mẫu Liên"_s, {u"council@city"_s});
        if (!server.start())
            qFatal("the server does not start");
        Caller caller(server.url());
        if (caller.enrol(signIn(u"hoi.dong"_s)).status != 201)
            qFatal("the council member cannot sign in");
        return caller;
    }

    // Behind the program's back.
    static void execute(const ServerProcess& server, const QByteArray& statement)
    {
        if (!ServerProcess::postgres().isEmpty()) {
            QVERIFY(server.askPostgres(QString::fromLatin1(statement)).ok());
            return;
        }
        auto connection = sql::Connection::open(server.data() + u"/thidua.db"_s);
        QVERIFY((*connection)->execute(statement).ok());
    }
    static void spoil(const ServerProcess& server)
    {
        const QByteArray content = ServerProcess::postgres().isEmpty() ? "x'a0'" : "'\\xa0'";
        execute(server, "UPDATE edit SET rank = 50, content = " + content + " WHERE seq = 1");
    }

private Q_SLOTS:
    void initPrintsTheAdministratorsCodeOnce()
    {
        ServerProcess server;
        const Outcome first = server.init();
        QVERIFY2(first.ok(), first.messages.constData());
        QCOMPARE(first.object().value(u"admin"_s)[u"login"_s], u"admin"_s);
        const Outcome second = server.init();
        QVERIFY(!second.ok());
        QVERIFY(second.messages.contains("storage-failed"));
        QVERIFY(server.start());
        Caller caller(server.url());
        const QJsonObject code{{u"code"_s, first.object().value(u"admin"_s)[u"code"_s]}, {u"name"_s, u"m"_s}};
        QCOMPARE(caller.enrol(code).status, 201);
        QCOMPARE(Caller(server.url()).enrol(code).status, 401);
    }

    void whoeverAsksForHelpGetsIt()
    {
        for (const QStringList& line : {QStringList{u"--help"_s}, QStringList{u"serve"_s, u"--help"_s}}) {
            const Outcome help = runProgram(u"thidua-server"_s, line);
            QVERIFY(help.ok());
            QVERIFY(help.output.contains("restore --data DIR --from FILE"));
        }
    }

    void whatIsNotSafeIsNotServed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto listen = u"--listen"_s;
        QTest::newRow("plain, to the world")
            << QStringList{listen, u"0.0.0.0:0"_s, u"--plain-loopback"_s} << QByteArray("loopback only");
        QTest::newRow("neither plain nor TLS")
            << QStringList{listen, u"127.0.0.1:0"_s} << QByteArray("--tls-cert");
        QTest::newRow("no certificate there")
            << QStringList{listen, u"127.0.0.1:0"_s, u"--tls-cert"_s, u"/none"_s, u"--tls-key"_s, u"/none"_s}
            << QByteArray("tls-failure");
        QTest::newRow("no port") << QStringList{listen, u"127.0.0.1"_s, u"--plain-loopback"_s}
                                 << QByteArray("malformed");
        QTest::newRow("another place for the data") // is said to init, once
            << QStringList{listen, u"127.0.0.1:0"_s, u"--plain-loopback"_s, u"--postgres"_s,
                           u"postgresql://x"_s}
            << QByteArray("--postgres");
        QTest::newRow("unknown option")
            << QStringList{listen, u"127.0.0.1:0"_s, u"--plain-loopback"_s, u"--colour"_s, u"red"_s}
            << QByteArray("--colour");
    }
    void whatIsNotSafeIsNotServed()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        ServerProcess server;
        server.init();
        const Outcome outcome = server.command(QStringList{u"serve"_s} + options);
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.messages.contains(says), outcome.messages.constData());
        QVERIFY(outcome.output.isEmpty());
    }

    // SQLite's file is served by one process, PostgreSQL by as many as there are.
    void aSecondServerOnTheSameDataIsRefusedUnlessTheyAreInPostgresql()
    {
        ServerProcess server;
        server.init();
        QVERIFY(server.start());
        ServerProcess second(server);
        QCOMPARE(second.start(), !ServerProcess::postgres().isEmpty());
        server.kill(); // the lock goes with the process, however it ended
        QVERIFY(server.start());
    }

    void peopleAreManagedWhileItServes()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        const QString record = newId();
        QCOMPARE(council.call("POST", "/v1/push", movementPush(council, 1, record)).status, 200);
        QVERIFY(server.command({u"user"_s, u"revoke"_s, u"hoi.dong"_s, u"council@city"_s}).ok());
        const auto refused = council.call("POST", "/v1/push", movementPush(council, 2, newId()));
        QCOMPARE(firstResult(refused).value(u"code"_s), u"forbidden"_s);
        QVERIFY(server.command({u"user"_s, u"grant"_s, u"hoi.dong"_s, u"council@city"_s}).ok());
        const auto accepted = council.call("POST", "/v1/push", movementPush(council, 3, newId()));
        QCOMPARE(firstResult(accepted).value(u"version"_s), 1);
        QVERIFY(server.command({u"user"_s, u"disable"_s, u"hoi.dong"_s}).ok());
        QCOMPARE(council.call("GET", "/v1/me").body.value(u"code"_s), u"revoked"_s);
        QCOMPARE(Caller(server.url()).enrol(signIn(u"hoi.dong"_s)).status, 401);
    }

    void aRevokedDeviceIsOutAtItsNextRequest()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        const auto devices = server.command({u"device"_s, u"list"_s}).lines();
        QCOMPARE(devices.size(), 1);
        QCOMPARE(devices.first().value(u"id"_s), council.device);
        QVERIFY(server.command({u"device"_s, u"revoke"_s, council.device}).ok());
        QCOMPARE(council.call("GET", "/v1/me").status, 401);
        QVERIFY(!server.command({u"device"_s, u"revoke"_s, newId()}).ok());
    }

    void aNewPersonIsKnownByNameToEverybodysDevice()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        const QString id = idOf(server.addUser(u"can.bo"_s, u"Trần Mẫu An"_s, {u"observer@city"_s}));
        const auto page = council.call("POST", "/v1/pull", {{u"channels"_s, QJsonObject()}});
        const QByteArray json = QJsonDocument(page.body).toJson();
        QVERIFY(json.contains(id.toLatin1()));
        QVERIFY(json.contains("Trần Mẫu An"));
    }

    void wrongPeopleAndGrantsAreRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("no grant") << QStringList{u"a"_s, u"--name"_s, u"A"_s};
        QTest::newRow("no role") << QStringList{u"a"_s, u"--name"_s, u"A"_s, u"--grant"_s, u"king@city"_s};
        QTest::newRow("no scope") << QStringList{u"a"_s, u"--name"_s, u"A"_s, u"--grant"_s,
                                                 u"officer@unit/7"_s};
        QTest::newRow("no name") << QStringList{u"a"_s, u"--name"_s, u" "_s, u"--grant"_s, u"admin@city"_s};
        QTest::newRow("taken") << QStringList{u"ADMIN"_s, u"--name"_s, u"A"_s, u"--grant"_s, u"admin@city"_s};
    }
    void wrongPeopleAndGrantsAreRefused()
    {
        QFETCH(QStringList, options);
        ServerProcess server;
        server.init();
        const Outcome outcome = server.command(QStringList{u"user"_s, u"add"_s} + options);
        QVERIFY(!outcome.ok());
        QVERIFY(!outcome.messages.isEmpty());
        QCOMPARE(server.command({u"user"_s, u"list"_s}).lines().size(), 1);
    }

    void aPasswordThatIsTooShortIsRefused()
    {
        ServerProcess server;
        server.init();
        const Outcome outcome = server.command({u"user"_s, u"add"_s, u"a"_s, u"--name"_s, u"A"_s,
                                                u"--grant"_s, u"admin@city"_s, u"--password-stdin"_s},
                                               "short\n");
        QVERIFY(outcome.messages.contains("invalid-value"));
    }

    void whatWasAcknowledgedSurvivesAPowerCut()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        const auto push = movementPush(council, 1, newId());
        const auto before = council.call("POST", "/v1/push", push);
        QCOMPARE(before.status, 200);
        server.kill();
        QVERIFY(server.start());
        const auto after = council.call("POST", "/v1/push", push);
        QCOMPARE(firstResult(after), firstResult(before));
        QVERIFY(server.command({u"verify"_s}).ok());
    }

    void aRestoreBeginsANewEpochAndLosesNothing()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        const auto first = movementPush(council, 1, newId());
        council.call("POST", "/v1/push", first);
        const QString backup = server.data() + u"/../backup.db"_s;
        QVERIFY(server.command({u"backup"_s, u"--to"_s, backup}).ok());
        auto second = movementPush(council, 2, newId());
        QCOMPARE(council.call("POST", "/v1/push", second).status, 200); // after the backup

        const Outcome busy = server.command({u"restore"_s, u"--from"_s, backup});
        QVERIFY(!busy.ok());
        QVERIFY(busy.messages.contains("busy"));
        server.stop();
        const Outcome restored = server.command({u"restore"_s, u"--from"_s, backup});
        QVERIFY2(restored.ok(), restored.messages.constData());
        const QString epoch = restored.object().value(u"epoch"_s).toString();
        QVERIFY(epoch.startsWith(u"2."_s));
        const QString aside = restored.object().value(u"aside"_s).toString();
        QVERIFY(ServerProcess::postgres().isEmpty() ? QFile::exists(aside)
                                                    : aside.endsWith(u"_before_epoch_2"_s));
        QVERIFY(server.start());

        const auto told = council.call("POST", "/v1/push", movementPush(council, 3, newId()));
        QCOMPARE(told.status, 409);
        QCOMPARE(told.body.value(u"code"_s), u"epoch"_s);
        QCOMPARE(told.body.value(u"epoch"_s), epoch);
        QCOMPARE(told.body.value(u"expected"_s), 2);
        second.insert(u"epoch"_s, epoch);
        QCOMPARE(firstResult(council.call("POST", "/v1/push", second)).value(u"version"_s), 1);
        QVERIFY(server.command({u"verify"_s}).ok());
    }

    void everyRestoreHasAnEpochAboveAllBefore()
    {
        ServerProcess server;
        server.init();
        const QString backup = server.data() + u"/../backup.db"_s;
        server.command({u"backup"_s, u"--to"_s, backup});
        for (const auto& number : {u"2."_s, u"3."_s, u"4."_s}) {
            const Outcome restored = server.command({u"restore"_s, u"--from"_s, backup});
            QVERIFY2(restored.object().value(u"epoch"_s).toString().startsWith(number),
                     restored.output.constData());
        }
    }

    void somethingElseIsNotRestored()
    {
        ServerProcess server;
        server.init();
        const QString other = server.data() + u"/../other.db"_s;
        QFile file(other);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QVERIFY(!server.command({u"restore"_s, u"--from"_s, other}).ok());
        QVERIFY(!server.command({u"restore"_s, u"--from"_s, u"/none"_s}).ok());
        QVERIFY(server.command({u"verify"_s}).ok()); // the present data is untouched
    }

    void verifyTellsOfDamage()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        council.call("POST", "/v1/push", movementPush(council, 1, newId()));
        server.stop();
        spoil(server);
        const Outcome outcome = server.command({u"verify"_s});
        QVERIFY(!outcome.ok());
        QVERIFY(!outcome.object().value(u"faults"_s).toArray().isEmpty());
    }

    void verifyTellsOfAnAuditLogThatWasChanged()
    {
        ServerProcess server;
        (void)councilOf(server);
        server.stop();
        const Outcome sound = server.command({u"verify"_s});
        QVERIFY2(sound.ok(), sound.output.constData());
        QVERIFY(sound.object().value(u"auditEntries"_s).toInteger() >=
                6); // begun, people, grants, code, serving
        QCOMPARE(sound.object().value(u"auditUnsigned"_s), 0);
        // As the folder's owner could: the tail cut off, and the lines about it as well.
        const QString lines = server.data() + u"/audit.checkpoints"_s;
        const QString kept = server.data() + u"/kept-elsewhere"_s;
        QVERIFY(QFile::copy(lines, kept));
        execute(server, "DELETE FROM audit WHERE number > 4");
        const Outcome cut = server.command({u"verify"_s});
        QVERIFY(!cut.ok());
        QVERIFY(cut.output.contains("entries 5 to "));
        QFile file(lines);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.resize(file.readLine().size())); // what init signed
        const Outcome against = server.command({u"verify"_s, u"--checkpoints"_s, kept});
        QVERIFY(!against.ok());
        QVERIFY(against.output.contains("were cut off at the end"));
    }

    void aPowerCutWhileSigningIsNoFaultOfTheAuditLog()
    {
        ServerProcess server;
        QVERIFY(server.init().ok());
        QFile file(server.data() + u"/audit.checkpoints"_s);
        QVERIFY(file.open(QFile::Append));
        file.write("{\"at\":17");
        file.close();
        QVERIFY(server.command({u"verify"_s}).ok());
        QVERIFY(server.start());
        server.stop();
        const Outcome verified = server.command({u"verify"_s});
        QVERIFY2(verified.ok(), verified.output.constData());
        QCOMPARE(verified.object().value(u"auditUnsigned"_s), 0);
    }

    void aRestoreIsNoFaultOfTheAuditLog()
    {
        ServerProcess server;
        QVERIFY(server.init().ok());
        const QString backup = server.data() + u".backup"_s;
        QVERIFY(server.command({u"backup"_s, u"--to"_s, backup}).ok());
        server.addUser(u"sau.sao.luu"_s, u"Sau Sao Lưu"_s, {u"officer@city"_s});
        QVERIFY(server.start()); // signs what the backup does not have
        server.stop();
        QVERIFY(server.command({u"restore"_s, u"--from"_s, backup}).ok());
        const Outcome verified = server.command({u"verify"_s});
        QVERIFY2(verified.ok(), verified.output.constData());
        QVERIFY(!verified.object().value(u"auditRestores"_s).toArray().isEmpty());
    }

    void unitsAreImportedFromText()
    {
        ServerProcess server;
        server.init();
        const QString file = QStringLiteral(THIDUA_SAMPLE_DATA "/hcmc_units_2025.tsv");
        const Outcome imported =
            server.command({u"unit"_s, u"import"_s, file, u"--valid-from"_s, u"2025-07-01"_s});
        QVERIFY2(imported.ok(), imported.messages.constData());
        QCOMPARE(imported.object().value(u"units"_s), 168);
        QCOMPARE(imported.object().value(u"blocks"_s), 16);
        // By code, as an administrator knows them.
        const Outcome added = server.addUser(u"can.bo"_s, u"Trần Mẫu An"_s, {u"officer@unit/26740"_s});
        QVERIFY2(added.ok(), added.messages.constData());
        QVERIFY(server.addUser(u"cum.truong"_s, u"Hồ Mẫu Khang"_s, {u"block-lead@block/C1"_s}).ok());
        const Outcome sheet = server.command({u"unit"_s, u"import"_s, u"/tmp/units.xlsx"_s});
        QVERIFY(!sheet.ok());
        QVERIFY(sheet.messages.contains("not supported yet"));
    }

    void aCodeIsPrintedForPeopleAndForTheirTablets()
    {
        ServerProcess server;
        server.init();
        QVERIFY(server.start());
        const Outcome outcome = server.command({u"enrol"_s, u"admin"_s, u"--url"_s, server.url()});
        QVERIFY2(outcome.ok(), outcome.messages.constData());
        QVERIFY(outcome.output.contains("\u2588"));
        const QString code = QString::fromUtf8(outcome.output.split('\n').first());
        QCOMPARE(Caller(server.url()).enrol({{u"code"_s, code.toLower()}, {u"name"_s, u"m"_s}}).status, 201);
        QVERIFY(!server.command({u"enrol"_s, u"nobody"_s}).ok());
    }

    void theSampleIsACityThatPeopleCanSignInTo()
    {
        ServerProcess server;
        const Outcome outcome = server.init({u"--sample"_s});
        QVERIFY2(outcome.ok(), outcome.messages.constData());
        const QJsonObject sample = outcome.object().value(u"sample"_s).toObject();
        QVERIFY(server.start());
        for (const auto& person : sample.value(u"people"_s).toArray()) {
            Caller caller(server.url());
            const QJsonObject request{{u"login"_s, person[u"login"_s]},
                                      {u"password"_s, sample.value(u"password"_s)},
                                      {u"name"_s, u"m"_s}};
            QCOMPARE(caller.enrol(request).status, 201);
            QCOMPARE(caller.call("GET", "/v1/me").status, 200);
        }
        QVERIFY(server.command({u"verify"_s}).ok());
    }

    void aCommandsChangesReachThoseWhoFollow()
    {
        ServerProcess server;
        Caller council = councilOf(server);
        RawConnection stream{QUrl(server.url())};
        stream.send("GET /v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + council.token +
                    "\r\n\r\n");
        QVERIFY(stream.readUntil(":\n\n").startsWith("HTTP/1.1 200 "));
        QVERIFY(server.addUser(u"can.bo"_s, u"Trần Mẫu An"_s, {u"observer@city"_s}).ok());
        QVERIFY(stream.readUntil("\"channel\":\"city\"").contains("event: change"));
    }
};

QTEST_GUILESS_MAIN(TestThiduaServer)
#include "tst_thiduaserver.moc"
