#include "domain/awardform.h"
#include "domain/commendation.h"
#include "domain/inspection.h"
#include "domain/names.h"
#include "domain/publicity.h"
#include "domain/reminder.h"
#include "domain/review.h"
#include "valuechecks.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

const QDate day(2025, 7, 15);

Review fullReview()
{
    return {.id = record("V"),
            .name = u"Tổng kết năm 2025"_s,
            .kind = ReviewKind::Final,
            .block = record("K"),
            .year = 2025,
            .agenda = u"Báo cáo; bình xét; bầu cụm trưởng"_s,
            .heldOn = day,
            .place = u"Hội trường"_s,
            .units = {record("U"), record("W")},
            .attendees = 42,
            .minutes = u"biên bản"_s,
            .legalBasis = {record("D")}};
}

Ballot fullBallot()
{
    return {.id = record("B"),
            .name = u"Bầu cụm trưởng năm 2026"_s,
            .kind = BallotKind::Election,
            .block = record("K"),
            .review = record("V"),
            .candidates = {record("U"), record("W")},
            .commendation = record("H"),
            .period = u"2025"_s,
            .rule = {VoteBasis::Present, 6667, 7000, Secrecy::Open},
            .heldOn = day,
            .count = VoteCount{10, 9, {6, 2}, 0, 1},
            .legalBasis = {record("D")}};
}

AwardForm fullAwardForm()
{
    return {.id = record("F"),
            .name = u"Chiến sĩ thi đua Thành phố"_s,
            .type = AwardType::Title,
            .subject = AwardSubject::Person,
            .level = AwardLevel::City,
            .validFrom = day,
            .validTo = day.addYears(2),
            .legalBasis = {record("D")},
            .previous = record("F0"),
            .years = 3,
            .quota = 1500,
            .vote = VoteRule{VoteBasis::Members, 6667, 9000, Secrecy::Secret}};
}

Commendation fullDossier()
{
    Commendation dossier;
    dossier.id = record("H");
    dossier.unit = record("U");
    dossier.awardForm = record("F");
    dossier.year = 2025;
    dossier.nominee = u"Trần Mẫu An"_s;
    dossier.achievement = u"sáng kiến"_s;
    dossier.proposal = u"Tờ trình số 1/TTr-UBND"_s;
    dossier.achievementReport = u"Báo cáo thành tích"_s;
    dossier.minutes = u"Biên bản họp"_s;
    dossier.movement = record("M");
    dossier.legalBasis = {record("D")};
    dossier.note = u"ghi chú"_s;
    dossier.objection = u"kiến nghị"_s;
    return dossier;
}

QStringList unwritten(QLatin1String kindName, const Fields& fields)
{
    QStringList names;
    for (const FieldGroup& group : Schema::current().kind(QString(kindName))->groups) {
        for (const Field& field : group.fields) {
            if (!fields.contains(field.name))
                names.append(field.name);
        }
    }
    return names;
}

} // namespace

class YearValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reviewsAndBallotsSurviveTheirFields();
    void whatIsCommendedSurvivesItsFields();
    void urgingSurvivesItsFields();
    void publicitySurvivesItsFields();
    void emptyValuesAreNewRecordsToo();
    void onlyStatesAndDeletionAreNotWritten();
    void statesAreReadAndNotWritten();
    void aDossierWithoutOneOfItsPapersIsIncomplete();
    void anAnnouncementIsShownBetweenItsDays();
    void aFormIsInForceBetweenItsDays();
    void aCountNamesNobody();
};

void YearValuesTest::reviewsAndBallotsSurviveTheirFields()
{
    QVERIFY(survives(kind::review, fullReview()));
    QVERIFY(survives(kind::ballot, fullBallot()));
}

void YearValuesTest::whatIsCommendedSurvivesItsFields()
{
    QVERIFY(survives(kind::awardForm, fullAwardForm()));
    QVERIFY(survives(kind::commendation, fullDossier()));
    QVERIFY(survives(kind::awardDecision, AwardDecision{record("Q"),
                                                        u"Tặng Bằng khen"_s,
                                                        DecisionType::Revocation,
                                                        u"123/QĐ-UBND"_s,
                                                        day,
                                                        u"Ủy ban nhân dân Thành phố"_s,
                                                        {record("D")},
                                                        u"ghi chú"_s,
                                                        false}));
}

void YearValuesTest::urgingSurvivesItsFields()
{
    Inspection inspection;
    inspection.id = record("N");
    inspection.unit = record("U");
    inspection.block = record("K");
    inspection.on = day;
    inspection.findings = u"thiếu kế hoạch"_s;
    inspection.followUp = u"bổ sung kế hoạch"_s;
    inspection.dueOn = day.addDays(14);
    inspection.answer = u"đã bổ sung"_s;
    QVERIFY(survives(kind::inspection, inspection));
    QVERIFY(survives(kind::reminder, Reminder{record("R"),
                                              u"Nộp báo cáo"_s,
                                              record("K"),
                                              record("T"),
                                              u"2025"_s,
                                              Role::UnitHead,
                                              day,
                                              {7, 1},
                                              false}));
}

void YearValuesTest::publicitySurvivesItsFields()
{
    QVERIFY(survives(kind::announcement, Announcement{record("A"),
                                                      u"Thông báo"_s,
                                                      u"nội dung"_s,
                                                      record("K"),
                                                      day,
                                                      day.addDays(9),
                                                      {record("D")},
                                                      false,
                                                      false}));
    QVERIFY(survives(kind::example, Example{record("E"), record("U"), u"Tổ dân phố 5"_s, u"việc làm"_s, day,
                                            u"Khu phố 2"_s, record("M"), false, false}));
    QVERIFY(survives(kind::work, Work{record("W"), record("U"), u"Công viên"_s, u"mục tiêu"_s, record("M"),
                                      day, day.addYears(1), 4550, false, false}));
    for (int field = 0; field < 7; ++field)
        QVERIFY(survives(kind::creativityEntry,
                         CreativityEntry{record("C"), record("U"), u"Giải pháp"_s, 2025,
                                         CreativityField(field), u"Nhóm tác giả"_s, u"hiệu quả"_s, false}));
}

void YearValuesTest::emptyValuesAreNewRecordsToo()
{
    QCOMPARE(shapeOf(kind::review, Review{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::commendation, Commendation{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::awardForm, AwardForm{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::awardDecision, AwardDecision{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::announcement, Announcement{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::example, Example{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::work, Work{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::creativityEntry, CreativityEntry{}), ErrorCode::None);
    Ballot ballot;
    ballot.heldOn = day;
    QCOMPARE(shapeOf(kind::ballot, ballot), ErrorCode::None);
    QVERIFY(!ballot.toFields().contains(name::members)); // not counted yet
}

void YearValuesTest::onlyStatesAndDeletionAreNotWritten()
{
    const QStringList moved{name::status, name::reason, name::deleted};
    QCOMPARE(unwritten(kind::review, fullReview().toFields()), moved);
    QCOMPARE(unwritten(kind::ballot, fullBallot().toFields()), moved);
    QCOMPARE(unwritten(kind::awardForm, fullAwardForm().toFields()), QStringList{name::deleted});
    QCOMPARE(unwritten(kind::commendation, fullDossier().toFields()),
             (QStringList{name::submission, name::status, name::reason, name::reviewedSubmission,
                          name::ballot, name::awardDecision, name::deleted}));
}

void YearValuesTest::statesAreReadAndNotWritten()
{
    Fields fields = fullDossier().toFields();
    fields.insert({{name::submission, 1},
                   {name::reviewedSubmission, 1},
                   {name::status, u"revoked"_s},
                   {name::reason, u"Khai man thành tích"_s},
                   {name::ballot, record("B")},
                   {name::awardDecision, record("Q")}});
    const Commendation dossier = Commendation::fromFields(record("H"), fields);
    QCOMPARE(dossier.state, CommendationState::Revoked);
    QCOMPARE(dossier.reason, u"Khai man thành tích"_s);
    QCOMPARE(dossier.awardDecision, record("Q"));
    QVERIFY(!dossier.toFields().contains(name::status));
    fields.insert(name::submission, 2); // handed in again: the judgement was of the first one
    QCOMPARE(Commendation::fromFields(record("H"), fields).state, CommendationState::Submitted);
}

void YearValuesTest::aDossierWithoutOneOfItsPapersIsIncomplete()
{
    QVERIFY(fullDossier().hasPapers());
    for (QString Commendation::*paper :
         {&Commendation::proposal, &Commendation::achievementReport, &Commendation::minutes}) {
        Commendation dossier = fullDossier();
        dossier.*paper = u"  "_s;
        QVERIFY(!dossier.hasPapers());
    }
}

void YearValuesTest::anAnnouncementIsShownBetweenItsDays()
{
    Announcement said;
    said.startsOn = day;
    said.endsOn = day.addDays(2);
    QVERIFY(!said.isShownOn(day)); // a draft
    said.published = true;
    QVERIFY(!said.isShownOn(day.addDays(-1)));
    QVERIFY(said.isShownOn(day));
    QVERIFY(said.isShownOn(day.addDays(2)));
    QVERIFY(!said.isShownOn(day.addDays(3)));
    said.deleted = true;
    QVERIFY(!said.isShownOn(day));
}

void YearValuesTest::aFormIsInForceBetweenItsDays()
{
    const AwardForm form = fullAwardForm();
    QVERIFY(!form.inForceOn(day.addDays(-1)));
    QVERIFY(form.inForceOn(day));
    QVERIFY(form.inForceOn(form.validTo));
    QVERIFY(!form.inForceOn(form.validTo.addDays(1)));
    QVERIFY(AwardForm{}.inForceOn(day));
}

void YearValuesTest::aCountNamesNobody()
{
    // Whatever stands in a ballot's count is a number: who voted how is nowhere.
    for (const Field& field : Schema::current().kind(QString(kind::ballot))->group(u"count")->fields) {
        const QString type = field.type.name();
        QVERIFY2(type == u"integer"_s || type == u"list(integer)"_s, qPrintable(field.name));
    }
}

QTEST_APPLESS_MAIN(YearValuesTest)
#include "tst_yearvalues.moc"
