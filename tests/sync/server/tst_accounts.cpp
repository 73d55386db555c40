#include "openserver.h"

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;

// Signing in, as it is seen from outside.
class TestAccounts : public QObject
{
    Q_OBJECT

    static QString addPerson(OpenServer& server, const QString& password)
    {
        const UserId user =
            server.city.addPerson({{domain::Role::Officer, domain::Channel::unit(server.city.unitA), 0, 0}});
        auto& store = server.city.writer.store();
        const qint64 number = *store.ids.accountOf(user);
        City::require(
            store.accounts.setPassword(number, *server::hashPassword(password, server.city.random)));
        return (*store.accounts.byNumber(number))->login;
    }
    static server::Response signIn(OpenServer& server, const QString& login, const QString& password)
    {
        return server.callJson("POST", "/v1/devices",
                               {{u"login"_s, login}, {u"password"_s, password}, {u"name"_s, u"Máy 1"_s}});
    }

private Q_SLOTS:
    void thePasswordEnrolsADevice()
    {
        OpenServer server;
        const QString login = addPerson(server, u"đúng mật khẩu"_s);
        const auto answer = signIn(server, u' ' + login.toUpper(), u"đúng mật khẩu"_s);
        QCOMPARE(answer.status, 201);
        const auto body = OpenServer::object(answer);
        const QByteArray token = body.value(u"token"_s).toString().toLatin1();
        QCOMPARE(server.call("GET", "/v1/me", {}, token).status, 200);
    }

    void everyWrongSignInIsAnsweredAlike()
    {
        OpenServer server;
        const QString login = addPerson(server, u"đúng mật khẩu"_s);
        const QString disabled = addPerson(server, u"đúng mật khẩu"_s);
        auto& accounts = server.city.writer.store().accounts;
        City::require(accounts.disable((*accounts.byLogin(disabled))->number, server.city.clock.now()));
        const auto wrong = signIn(server, login, u"sai mật khẩu"_s);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(OpenServer::code(wrong), u"wrong-credentials"_s);
        QCOMPARE(signIn(server, u"nobody"_s, u"sai mật khẩu"_s).body, wrong.body);
        QCOMPARE(signIn(server, disabled, u"đúng mật khẩu"_s).body, wrong.body);
    }

    void guessingIsSlowedDownAndTheOwnerElsewhereIsNot()
    {
        OpenServer server;
        const QString login = addPerson(server, u"đúng mật khẩu"_s);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(signIn(server, login, u"sai"_s).status, 401);
        const auto held = signIn(server, login, u"đúng mật khẩu"_s);
        QCOMPARE(held.status, 429);
        QCOMPARE(OpenServer::code(held), u"busy"_s);
        QCOMPARE(held.header("Retry-After"), QByteArray("1"));
        server.remote = u"198.51.100.7"_s;
        QCOMPARE(signIn(server, login, u"đúng mật khẩu"_s).status, 201);
    }

    void afterTheWaitTheRightPasswordIsHeard()
    {
        OpenServer server;
        const QString login = addPerson(server, u"đúng mật khẩu"_s);
        for (int i = 0; i < 3; ++i)
            signIn(server, login, u"sai"_s);
        server.city.clock.advance(1s);
        QCOMPARE(signIn(server, login, u"đúng mật khẩu"_s).status, 201);
    }

    void aCodeWorksOnceWhateverTheAttempts()
    {
        OpenServer server;
        const QString login = addPerson(server, u"đúng mật khẩu"_s);
        auto& store = server.city.writer.store();
        const QString code = *server::Enrolment(store, server.city.clock, server.city.random)
                                  .issueCode((*store.accounts.byLogin(login))->number);
        for (int i = 0; i < 20; ++i)
            signIn(server, login, u"sai"_s);
        const QJsonObject body{{u"code"_s, code}, {u"name"_s, u"Máy 2"_s}};
        QCOMPARE(server.callJson("POST", "/v1/devices", body).status, 201);
        const auto again = server.callJson("POST", "/v1/devices", body);
        QCOMPARE(again.status, 401);
        QCOMPARE(OpenServer::code(again), u"wrong-credentials"_s);
    }

    void tooManyAtOnceAreTurnedAway()
    {
        // Work that is never done, as far as this test goes.
        class Stuck final : public server::Executor
        {
        public:
            void post(Work work) override { queue.append(std::move(work)); }
            [[nodiscard]] int workers() const override { return 1; }
            [[nodiscard]] int waiting() const override { return int(queue.size()); }
            QList<Work> queue;
        };
        City city;
        Stuck executor;
        server::Metrics metrics;
        server::Accounts accounts(executor, nullptr, city.clock, metrics);
        QList<int> statuses;
        for (int i = 0; i < 200; ++i)
            accounts.check(u"a"_s, u"b"_s, u"10.0.0.1"_s, [&](const auto& answer) {
                statuses.append(std::get<protocol::Problem>(answer).status);
            });
        QCOMPARE(executor.queue.size(), 50);
        QCOMPARE(statuses, QList<int>(150, 429));
    }
};

QTEST_APPLESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
