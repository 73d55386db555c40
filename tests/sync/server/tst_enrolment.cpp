#include "city.h"

#include "server/enrolment.h"
#include "server/secrets.h"

using namespace thidua;
using namespace thidua::test;
using namespace std::chrono_literals;
using domain::Channel;
using domain::Role;

class TestEnrolment : public QObject
{
    Q_OBJECT

    static qint64 account(City& city)
    {
        return *city.writer.store().ids.accountOf(
            city.addPerson({{Role::Officer, Channel::unit(city.unitA), 0, 0}}));
    }
    static server::Enrolment enrolment(City& city)
    {
        return server::Enrolment(city.writer.store(), city.clock, city.random);
    }

private Q_SLOTS:
    void aCodeEnrolsOneDevice()
    {
        City city;
        const QString code = *enrolment(city).issueCode(account(city));
        const auto answer = enrolment(city).byCode(code, u"Máy tính bảng 1"_s);
        QVERIFY(answer.ok());
        QCOMPARE(answer->epoch, city.epochName());
        QCOMPARE(answer->user.grants.size(), 1);
        const auto device = *city.writer.store().devices.byToken(server::tokenHash(answer->token.toLatin1()));
        QCOMPARE(device->id, answer->device);
        QCOMPARE(device->name, u"Máy tính bảng 1"_s);
        QCOMPARE(enrolment(city).byCode(code, u"2"_s).error().code, ErrorCode::WrongCredentials);
    }

    void aCodeEndsAfter72Hours()
    {
        City city;
        const QString code = *enrolment(city).issueCode(account(city));
        city.clock.advance(72h);
        QCOMPARE(enrolment(city).byCode(code, {}).error().code, ErrorCode::WrongCredentials);
        const QString another = *enrolment(city).issueCode(account(city));
        city.clock.advance(72h - 1s);
        QVERIFY(enrolment(city).byCode(another, {}).ok());
    }

    void aDisabledPersonEnrolsNothingAndTheirDevicesAreRevoked()
    {
        City city;
        const qint64 person = account(city);
        const QString code = *enrolment(city).issueCode(person);
        const auto answer = enrolment(city).byAccount(person, u"máy"_s);
        City::require(city.writer.store().accounts.disable(person, city.clock.now()));
        QCOMPARE(enrolment(city).byCode(code, {}).error().code, ErrorCode::WrongCredentials);
        QVERIFY((*city.writer.store().devices.byId(answer->device))->revokedAt != 0);
    }

    void theTokenItselfIsNotKept()
    {
        City city;
        const auto answer = enrolment(city).byAccount(account(city), u"máy"_s);
        sql::CachedStatement all(city.writer.store().connection(), "SELECT token_hash FROM device");
        auto row = all.step();
        for (; row && *row; row = all.next())
            QVERIFY(!all->blob(0).contains(answer->token.toLatin1()));
    }

    void onlyGrantsThatHoldNowAreTold()
    {
        City city;
        const Instant now = city.clock.now();
        const qint64 person = *city.writer.store().ids.accountOf(
            city.addPerson({{Role::Officer, Channel::unit(city.unitA), 0, now - 1},
                            {Role::UnitHead, Channel::unit(city.unitA), now, 0}}));
        const auto answer = enrolment(city).byAccount(person, {});
        QCOMPARE(answer->user.grants.size(), 1);
        QCOMPARE(answer->user.grants.first().role, Role::UnitHead);
    }
};

QTEST_APPLESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
