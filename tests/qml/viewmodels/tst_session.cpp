#include "support/sessiontest.h"

#include <QFile>

using namespace thidua;
using namespace thidua::test;
using viewmodels::Session;

class SessionTest : public QObject
{
    Q_OBJECT

private:
    struct Rights {
        bool enter, appraise, decide, reads;
        friend bool operator==(const Rights&, const Rights&) = default;
    };
    static Rights rightsOf(domain::Role role, const domain::Channel& scope)
    {
        SampleApp sample({{role, scope, 0, 0}});
        const bool started = sample.start();
        Q_ASSERT(started);
        const Session& session = sample.session();
        return {session.canEnter(), session.canAppraise(), session.canDecide(), session.onlyReads()};
    }

private Q_SLOTS:
    void anOpenedFileSaysWhoseItIs()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const Session& session = sample.session();
        QCOMPARE(session.userName(), u"Nguyễn Văn An"_s);
        QCOMPARE(session.roleName(), u"officer"_s);
        QCOMPARE(session.roleText(), u"Data entry officer"_s);
        QCOMPARE(session.unitName(), u"Phường Bến Thành"_s);
        QCOMPARE(session.unitId(), unitA.toText());
        QCOMPARE(session.deviceName(), u"Máy bảng của An"_s);
        QCOMPARE(session.lastServer(), u"https://thidua.test"_s);
        QVERIFY(!session.busy());
    }

    void everyRoleHasItsRights()
    {
        const auto unit = domain::Channel::unit(unitA);
        const auto ofBlock = domain::Channel::block(block);
        const auto city = domain::Channel::city();
        QVERIFY((rightsOf(domain::Role::Officer, unit) == Rights{true, false, false, false}));
        QVERIFY((rightsOf(domain::Role::UnitHead, unit) == Rights{true, false, false, false}));
        QVERIFY((rightsOf(domain::Role::BlockLead, ofBlock) == Rights{false, true, false, false}));
        QVERIFY((rightsOf(domain::Role::Council, city) == Rights{false, false, true, false}));
        QVERIFY((rightsOf(domain::Role::Observer, city) == Rights{false, false, false, true}));
    }

    void aDamagedFileFailsWithWordsAndCanBeTriedAgain()
    {
        SampleApp sample;
        sample.server.reset();
        QFile file(sample.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(!sample.start());
        QCOMPARE(sample.session().state(), Session::Failed);
        QVERIFY(!sample.session().errorText().isEmpty());
        QSignalSpy reopen(&sample.session(), &Session::reopenWanted);
        sample.session().reopen();
        QCOMPARE(reopen.count(), 1);
        QCOMPARE(sample.session().state(), Session::Opening);
    }

    void signingInNeedsEveryFieldAndASecureAddress()
    {
        SampleApp sample;
        sample.app = std::make_unique<App>(sample.path(), sample.clock);
        Session& session = sample.session();
        QSignalSpy wanted(&session, &Session::signInWanted);
        session.signIn(u"thidua.example.vn"_s, u"an"_s, QString());
        QCOMPARE(wanted.count(), 0);
        QVERIFY(!session.errorText().isEmpty());
        session.signIn(u" thidua.example.vn/ "_s, u" an "_s, u" p w "_s);
        QCOMPARE(wanted.count(), 1);
        const auto signIn = wanted.first().first().value<viewmodels::SignIn>();
        QCOMPARE(signIn.server, u"https://thidua.example.vn"_s);
        QCOMPARE(signIn.login, u"an"_s);
        QCOMPARE(signIn.password, u" p w "_s);
        QVERIFY(session.busy());
        session.signIn(u"again"_s, u"an"_s, u"x"_s);
        QCOMPARE(wanted.count(), 1);
        session.setSignedOut(ErrorCode::WrongCredentials);
        QVERIFY(!session.busy());
        QVERIFY(session.errorText().contains(u"password"_s));
        session.signInWithCode(u"http://127.0.0.1:8080"_s, u" ABCD-1234 "_s);
        QCOMPARE(wanted.last().first().value<viewmodels::SignIn>().server, u"http://127.0.0.1:8080"_s);
        QCOMPARE(wanted.last().first().value<viewmodels::SignIn>().code, u"ABCD-1234"_s);
    }

    void signingOutIsRefusedWhileWorkWouldBeLost()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        Session& session = sample.session();
        QSignalSpy wanted(&session, &Session::signOutWanted);
        std::unique_ptr<viewmodels::ReportEditor> editor(session.newReport(graded.toText(), period));
        QTRY_VERIFY(!editor->loading());
        editor->setNote(u"chưa xong"_s);
        editor->keepDraft();
        QTRY_VERIFY(editor->draftKept());
        session.signOut();
        QTRY_VERIFY(!session.errorText().isEmpty());
        QCOMPARE(wanted.count(), 0);
        editor->discard();
        QTRY_VERIFY(!editor->isChanged());
        session.signOut();
        QTRY_COMPARE(wanted.count(), 1);
    }

    void newGrantsAreNoticedAfterASynchronisation()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        QVERIFY(sample.server->updateGrants(leadOf(block), u"Nguyễn Văn An"_s));
        client::SyncStatus status;
        status.phase = client::SyncStatus::Phase::UpToDate;
        sample.session().setSyncStatus(status);
        QTRY_VERIFY(sample.session().canAppraise());
        QTRY_VERIFY(sample.session().unitName().isEmpty());
    }

    void looksAreRememberedForTheDevice()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        Session& session = sample.session();
        QCOMPARE(session.language(), u"vi"_s);
        QSignalSpy language(&session, &Session::languageWanted);
        session.setLanguage(u"en"_s);
        QCOMPARE(language.count(), 1);
        session.setTheme(u"system"_s);
        QVERIFY(!session.dark());
        session.setSystemDark(true);
        QVERIFY(session.dark());
        session.setTheme(u"light"_s);
        QVERIFY(!session.dark());
        session.setTextScale(3);
        QVERIFY(sample.start());
        QCOMPARE(sample.session().language(), u"en"_s);
        QCOMPARE(sample.session().theme(), u"light"_s);
        QCOMPARE(sample.session().textScale(), 2.0);
    }

    void whatIsNoIdOpensNothing()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        QVERIFY(!sample.session().editReport(u"x"_s));
        QVERIFY(!sample.session().newReport(QString(), period));
        QVERIFY(!sample.session().movement(u"1"_s));
        QVERIFY(!sample.session().history(QString()));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
