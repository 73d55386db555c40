#include "domain/eligibility.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

RecordId record(const QString& name)
{
    return RecordId::named("test", name.toUtf8());
}

const RecordId ward = record(u"ward"_s);
const RecordId baseTitle = record(u"CSTĐCS"_s);
const RecordId oldBaseTitle = record(u"CSTĐCS 2003"_s);
const RecordId cityTitle = record(u"CSTĐ Thành phố"_s);
const RecordId nationalTitle = record(u"CSTĐ toàn quốc"_s);

Commendation dossier(const RecordId& form, int year, CommendationState state = CommendationState::Decided)
{
    Commendation made;
    made.id = record(QString::fromLatin1(form.view().toByteArray().toHex()) + QString::number(year));
    made.unit = ward;
    made.awardForm = form;
    made.year = year;
    made.nominee = u"Nguyễn Thị Hòa"_s;
    made.state = state;
    return made;
}

// The title of the city: three years in a row of the base title (law of 2022).
EligibilityInput cityTitleIn(int year, const QList<Commendation>& others)
{
    EligibilityInput input;
    input.form.id = cityTitle;
    input.form.type = AwardType::Title;
    input.form.subject = AwardSubject::Person;
    input.form.previous = baseTitle;
    input.form.years = 3;
    input.dossier = dossier(cityTitle, year, CommendationState::Draft);
    input.on = QDate(year, 12, 1);
    input.previousForms = {baseTitle, oldBaseTitle};
    input.others = others;
    return input;
}

QList<Commendation> yearsOf(const RecordId& form, const QList<int>& years)
{
    QList<Commendation> made;
    for (int year : years)
        made.append(dossier(form, year));
    return made;
}

// A flag for the best fifth of a block of twelve.
EligibilityInput flag(const QList<Commendation>& others)
{
    EligibilityInput input;
    input.form.id = record(u"flag"_s);
    input.form.subject = AwardSubject::Unit;
    input.form.quota = 2000;
    for (int i = 0; i < 12; ++i)
        input.blockUnits.append(record(u"unit%1"_s.arg(i)));
    input.dossier.id = record(u"mine"_s);
    input.dossier.unit = input.blockUnits[0];
    input.dossier.awardForm = input.form.id;
    input.dossier.year = 2025;
    input.on = QDate(2025, 12, 1);
    input.others = others;
    return input;
}

Commendation flagOf(int unit, CommendationState state)
{
    Commendation made;
    made.id = record(u"flag%1"_s.arg(unit));
    made.unit = record(u"unit%1"_s.arg(unit));
    made.awardForm = record(u"flag"_s);
    made.year = 2025;
    made.state = state;
    return made;
}

} // namespace

class EligibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeYearsInARowOpenTheTitleOfTheCity();
    void theTitleOfTheYearItselfMayNotBeDecidedYet();
    void aGapBreaksTheRow();
    void twoYearsOfTheCitysTitleOpenTheNationalOne();
    void yearsUnderTheEarlierLawCount();
    void aRevokedTitleLeavesAGap();
    void somebodyElsesYearsDoNotCount();
    void theSameNameWithTheToneElsewhereIsTheSamePerson();
    void theQuotaIsRoundedDownToOnePlaceAtLeast();
    void aFullQuotaStopsTheNextOne();
    void draftsAndRefusedDossiersTakeNoPlace();
    void anotherDossierForTheSameAchievementIsAWarning();
    void aFormOfAnEarlierLawIsNotInForce();
    void aTitleForPeopleNeedsAPerson();
    void theRegimeFollowsFromTheDay();
};

void EligibilityTest::threeYearsInARowOpenTheTitleOfTheCity()
{
    const auto result = eligibilityOf(cityTitleIn(2025, yearsOf(baseTitle, {2023, 2024, 2025})));
    QCOMPARE(result.yearsInARow, 3);
    QVERIFY(result.allowed());
    const auto tooFew = eligibilityOf(cityTitleIn(2025, yearsOf(baseTitle, {2024, 2025})));
    QCOMPARE(tooFew.obstacles, QList{Obstacle::ChainTooShort});
    QVERIFY(!tooFew.allowed());
}

void EligibilityTest::theTitleOfTheYearItselfMayNotBeDecidedYet()
{
    QCOMPARE(eligibilityOf(cityTitleIn(2025, yearsOf(baseTitle, {2022, 2023, 2024}))).yearsInARow, 3);
}

void EligibilityTest::aGapBreaksTheRow()
{
    QCOMPARE(eligibilityOf(cityTitleIn(2025, yearsOf(baseTitle, {2021, 2022, 2024, 2025}))).yearsInARow, 2);
    QCOMPARE(eligibilityOf(cityTitleIn(2025, yearsOf(baseTitle, {2021, 2022, 2023}))).yearsInARow, 0);
}

void EligibilityTest::twoYearsOfTheCitysTitleOpenTheNationalOne()
{
    EligibilityInput input = cityTitleIn(2025, yearsOf(cityTitle, {2024, 2025}));
    input.form.id = nationalTitle;
    input.form.previous = cityTitle;
    input.form.years = 2;
    input.dossier.awardForm = nationalTitle;
    input.previousForms = {cityTitle};
    QVERIFY(eligibilityOf(input).allowed());
    input.others = yearsOf(cityTitle, {2023, 2025});
    QCOMPARE(eligibilityOf(input).obstacles, QList{Obstacle::ChainTooShort});
}

void EligibilityTest::yearsUnderTheEarlierLawCount()
{
    const auto others = yearsOf(oldBaseTitle, {2022, 2023}) + yearsOf(baseTitle, {2024});
    QCOMPARE(eligibilityOf(cityTitleIn(2024, others)).yearsInARow, 3);
}

void EligibilityTest::aRevokedTitleLeavesAGap()
{
    auto others = yearsOf(baseTitle, {2023, 2024, 2025});
    others[1].state = CommendationState::Revoked;
    QCOMPARE(eligibilityOf(cityTitleIn(2025, others)).yearsInARow, 1);
}

void EligibilityTest::somebodyElsesYearsDoNotCount()
{
    auto others = yearsOf(baseTitle, {2023, 2024, 2025});
    others[0].nominee = u"Nguyễn Văn Khác"_s;
    QCOMPARE(eligibilityOf(cityTitleIn(2025, others)).yearsInARow, 2);
}

void EligibilityTest::theSameNameWithTheToneElsewhereIsTheSamePerson()
{
    auto others = yearsOf(baseTitle, {2023, 2024, 2025});
    others[0].nominee = u"Nguyễn  Thị Hoà"_s;
    QCOMPARE(eligibilityOf(cityTitleIn(2025, others)).yearsInARow, 3);
}

void EligibilityTest::theQuotaIsRoundedDownToOnePlaceAtLeast()
{
    QCOMPARE(placesOf(2000, 12), 2); // 2,4
    QCOMPARE(placesOf(2000, 9), 1);  // 1,8
    QCOMPARE(placesOf(2000, 3), 1);  // 0,6
    QCOMPARE(placesOf(2000, 0), 0);
    QCOMPARE(placesOf(10000, 7), 7);
    QCOMPARE(placesOf(99999, 7), 7);
}

void EligibilityTest::aFullQuotaStopsTheNextOne()
{
    const auto one = eligibilityOf(flag({flagOf(1, CommendationState::Decided)}));
    QCOMPARE(one.places, std::optional(2));
    QVERIFY(one.allowed());
    const auto two =
        eligibilityOf(flag({flagOf(1, CommendationState::Decided), flagOf(2, CommendationState::Submitted)}));
    QCOMPARE(two.obstacles, QList{Obstacle::QuotaFull});
}

void EligibilityTest::draftsAndRefusedDossiersTakeNoPlace()
{
    QVERIFY(
        eligibilityOf(flag({flagOf(1, CommendationState::Draft), flagOf(2, CommendationState::Rejected),
                            flagOf(3, CommendationState::Returned), flagOf(4, CommendationState::Revoked)}))
            .allowed());
}

void EligibilityTest::anotherDossierForTheSameAchievementIsAWarning()
{
    EligibilityInput input = flag({});
    input.dossier.achievement = u"Hoàn thành công trình thoát nước"_s;
    Commendation certificate = input.dossier;
    certificate.id = record(u"certificate"_s);
    certificate.awardForm = record(u"certificate form"_s);
    certificate.achievement = u"Hoàn thành  công trình thoát nước"_s;
    certificate.state = CommendationState::Decided;
    input.others = {certificate};
    const auto result = eligibilityOf(input);
    QCOMPARE(result.obstacles, QList{Obstacle::SameAchievement});
    QVERIFY(result.allowed()); // for people to weigh
    input.others[0].achievement = u"Chuyển đổi số"_s;
    QVERIFY(eligibilityOf(input).obstacles.isEmpty());
}

void EligibilityTest::aFormOfAnEarlierLawIsNotInForce()
{
    EligibilityInput input = flag({});
    input.form.validTo = QDate(2023, 12, 31);
    QCOMPARE(eligibilityOf(input).obstacles, QList{Obstacle::NotInForce});
    input.on = QDate(2023, 12, 31);
    QVERIFY(eligibilityOf(input).allowed());
}

void EligibilityTest::aTitleForPeopleNeedsAPerson()
{
    auto input = cityTitleIn(2025, yearsOf(baseTitle, {2023, 2024, 2025}));
    input.form.years = 0;
    input.dossier.nominee = u"  "_s;
    QCOMPARE(eligibilityOf(input).obstacles, QList{Obstacle::WrongSubject});
}

void EligibilityTest::theRegimeFollowsFromTheDay()
{
    QCOMPARE(legalRegimeOn(QDate(2023, 12, 31)), LegalRegime::Law2003);
    QCOMPARE(legalRegimeOn(QDate(2024, 1, 1)), LegalRegime::Law2022Decree98);
    QCOMPARE(legalRegimeOn(QDate(2025, 6, 30)), LegalRegime::Law2022Decree98);
    QCOMPARE(legalRegimeOn(QDate(2025, 7, 1)), LegalRegime::Law2022Decree152);
    QCOMPARE(eligibilityOf(flag({})).regime, LegalRegime::Law2022Decree152);
}

QTEST_APPLESS_MAIN(EligibilityTest)
#include "tst_eligibility.moc"
