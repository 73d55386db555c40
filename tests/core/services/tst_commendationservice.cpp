#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::Commendation;
using services::ShownVersion;

namespace
{

const RecordId certificate = idOf("certificate");
const RecordId baseTitle = idOf("base title");
const RecordId cityTitle = idOf("city title");
const RecordId dossierId = idOf("dossier");
const RecordId voteId = idOf("vote");
const QList<domain::Grant> ofCouncil{{domain::Role::Council, domain::Channel::city(), 0, 0}};

Fields awardForm(const QString& name, const QString& subject)
{
    return {{name::name, name},       {name::type, u"certificate"_s}, {name::subject, subject},
            {name::level, u"city"_s}, {name::basis, u"members"_s},    {name::quorum, 6667},
            {name::approval, 8000},   {name::secrecy, u"secret"_s}};
}

Commendation fullDossier()
{
    Commendation dossier;
    dossier.unit = unitA;
    dossier.awardForm = certificate;
    dossier.year = 2023;
    dossier.achievement = u"Hoàn thành xuất sắc nhiệm vụ"_s;
    dossier.proposal = u"Tờ trình số 5/TTr-UBND"_s;
    dossier.achievementReport = u"Báo cáo thành tích"_s;
    dossier.minutes = u"Biên bản họp"_s;
    return dossier;
}

// The dossier as it stands in a state on the server.
Fields dossierIn(const QString& state)
{
    Fields fields = fullDossier().toFields();
    fields.insert(name::submission, 1);
    if (state != u"submitted"_s)
        fields.insert({{name::status, state},
                       {name::reason, Value()},
                       {name::reviewedSubmission, 1},
                       {name::ballot, voteId},
                       {name::awardDecision, Value()}});
    return fields;
}

Fields vote(qint64 inFavour, const QString& status, qint64 approval = 8000)
{
    return {{name::name, u"Bình xét"_s},
            {name::kind, u"commendation"_s},
            {name::commendation, dossierId},
            {name::basis, u"members"_s},
            {name::quorum, 6667},
            {name::approval, approval},
            {name::secrecy, u"secret"_s},
            {name::occurredOn, u"2023-11-10"_s},
            {name::members, 10},
            {name::present, 10},
            {name::votes, Value::List{inFavour}},
            {name::against, 10 - inFavour},
            {name::invalid, 0},
            {name::status, status},
            {name::reason, Value()}};
}

// A file whose catalogue knows the award, and in which the dossier may stand already.
class File : public ServicesFile
{
public:
    explicit File(const QList<domain::Grant>& grants = officerOf(unitA), const QString& state = {})
        : ServicesFile(grants)
    {
        decisions.row(kind::awardForm, certificate, awardForm(u"Bằng khen"_s, u"unit"_s));
        if (!state.isEmpty())
            decisions.row(kind::commendation, dossierId, dossierIn(state), {.version = 5, .rank = 30});
        arrive();
    }
    services::CommendationService& dossiers() { return services->commendations(); }
    ShownVersion shown(const RecordId& id = dossierId)
    {
        return *services->edits().shown(kind::commendation, id);
    }
    QString state(const RecordId& id = dossierId)
    {
        return domain::stateOf(QString(kind::commendation), shown(id).fields);
    }
    RecordId decision(domain::DecisionType type, const QString& number)
    {
        domain::AwardDecision made;
        made.name = u"Quyết định khen thưởng"_s;
        made.type = type;
        made.number = number;
        made.signedOn = QDate(2023, 11, 12);
        return *dossiers().addDecision(made);
    }
};

} // namespace

class CommendationServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsHandedInWithItsThreePapers()
    {
        File file;
        Commendation incomplete = fullDossier();
        incomplete.minutes = u" "_s;
        const RecordId id = *file.dossiers().draft(incomplete);
        QCOMPARE(file.state(id), u"draft"_s);
        QCOMPARE(file.dossiers().submit(file.shown(id)).error().code, ErrorCode::MissingField);
        QVERIFY(file.dossiers().save(file.shown(id), fullDossier()));
        QVERIFY(file.dossiers().submit(file.shown(id)));
        QCOMPARE(file.state(id), u"submitted"_s);
        QCOMPARE(file.dossiers().dossiersOf(unitA)->size(), 1);
    }

    void whatDoesNotMeetTheConditionsIsNotHandedIn()
    {
        File file;
        Commendation person = fullDossier();
        person.nominee = u"Trần Mẫu An"_s; // of a form for collectives
        const RecordId id = *file.dossiers().draft(person);
        QCOMPARE(file.dossiers().submit(file.shown(id)).error().code, ErrorCode::InvalidValue);
        QCOMPARE(file.dossiers().eligibility(person)->obstacles, QList{domain::Obstacle::WrongSubject});
    }

    void yearsUnderBothLawsMakeOneRow()
    {
        File file;
        Fields old = awardForm(u"Chiến sĩ thi đua cơ sở"_s, u"person"_s);
        file.decisions.row(kind::awardForm, idOf("old base title"), old).row(kind::awardForm, baseTitle, old);
        Fields title = awardForm(u"Chiến sĩ thi đua Thành phố"_s, u"person"_s);
        title.insert({{name::previous, baseTitle}, {name::years, 3}});
        file.decisions.row(kind::awardForm, cityTitle, title);
        for (int year : {2020, 2021, 2022}) {
            Fields won = dossierIn(u"decided"_s);
            won.insert({{name::awardForm, year < 2022 ? idOf("old base title") : baseTitle},
                        {name::year, year},
                        {name::nominee, u"Trần Mẫu An"_s}});
            file.decisions.row(kind::commendation, idOf(qPrintable(QString::number(year))), won);
        }
        file.arrive();
        Commendation dossier = fullDossier();
        dossier.awardForm = cityTitle;
        dossier.nominee = u"Trần Mẫu An"_s;
        QCOMPARE(file.dossiers().eligibility(dossier)->yearsInARow, 3);
        dossier.nominee = u"Lê Mẫu Bình"_s;
        QCOMPARE(file.dossiers().eligibility(dossier)->obstacles, QList{domain::Obstacle::ChainTooShort});
    }

    void anOfficerJudgesNoDossier()
    {
        File file(officerOf(unitA), u"submitted"_s);
        QCOMPARE(file.dossiers().appraise(file.shown()).error().code, ErrorCode::Forbidden);
        QCOMPARE(file.dossiers().returnDossier(file.shown(), u"thiếu"_s).error().code, ErrorCode::Forbidden);
        domain::AwardDecision decision;
        decision.number = u"1/QĐ-UBND"_s;
        decision.signedOn = QDate(2023, 11, 12);
        QCOMPARE(file.dossiers().addDecision(decision).error().code, ErrorCode::Forbidden);
        QCOMPARE(file.server->counts()->pendingEdits, 0);
    }

    void aReturnNeedsItsReason()
    {
        File file(leadOf(block), u"submitted"_s);
        QCOMPARE(file.dossiers().returnDossier(file.shown(), u"  "_s).error().code, ErrorCode::IllegalMove);
        QVERIFY(file.dossiers().returnDossier(file.shown(), u"Thiếu số liệu"_s));
        QCOMPARE(file.state(), u"returned"_s);
    }

    void aLockedDossierIsNotChangedByItsUnit()
    {
        File file(officerOf(unitA), u"appraised"_s);
        Commendation other = fullDossier();
        other.achievement = u"Thành tích khác"_s;
        QCOMPARE(file.dossiers().save(file.shown(), other).error().code, ErrorCode::StateLocked);
        QVERIFY(file.dossiers().object(file.shown(), u"Đề nghị xem lại"_s)); // never locked
    }

    void onlyAClosedVoteInFavourByTheRightRuleOpensTheWay_data()
    {
        QTest::addColumn<Fields>("ballot");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("in favour") << vote(8, u"closed"_s) << ErrorCode::None;
        QTest::newRow("not enough") << vote(7, u"closed"_s) << ErrorCode::IllegalMove;
        QTest::newRow("still open") << vote(8, u"open"_s) << ErrorCode::IllegalMove;
        QTest::newRow("by an easier rule") << vote(8, u"closed"_s, 5001) << ErrorCode::InvalidValue;
        Fields foreign = vote(8, u"closed"_s);
        foreign.insert(name::commendation, idOf("another dossier"));
        QTest::newRow("on another dossier") << foreign << ErrorCode::InvalidValue;
    }

    void onlyAClosedVoteInFavourByTheRightRuleOpensTheWay()
    {
        QFETCH(Fields, ballot);
        QFETCH(ErrorCode, code);
        File file(ofCouncil, u"appraised"_s);
        file.decisions.row(kind::ballot, voteId, ballot);
        file.arrive();
        QCOMPARE(file.dossiers().enterVote(file.shown(), voteId).error().code, code);
        QCOMPARE(file.state(), code == ErrorCode::None ? u"voted"_s : u"appraised"_s);
    }

    void aDecisionHasANumberAndADay()
    {
        File file(ofCouncil);
        domain::AwardDecision decision;
        decision.name = u"Quyết định"_s;
        decision.signedOn = QDate(2023, 11, 12);
        QCOMPARE(file.dossiers().addDecision(decision).error().code, ErrorCode::MissingField);
        decision.number = u"12/QĐ-UBND"_s;
        decision.signedOn = {};
        QCOMPARE(file.dossiers().addDecision(decision).error().code, ErrorCode::MissingField);
    }

    void theCouncilDecidesAndRevokesWithDecisionsOfTheirOwn()
    {
        File file(ofCouncil, u"voted"_s);
        const RecordId grant = file.decision(domain::DecisionType::Grant, u"12/QĐ-UBND"_s);
        const RecordId revocation = file.decision(domain::DecisionType::Revocation, u"80/QĐ-UBND"_s);
        QCOMPARE(file.dossiers().decide(file.shown(), revocation).error().code, ErrorCode::InvalidValue);
        QCOMPARE(file.dossiers().decide(file.shown(), idOf("nothing")).error().code, ErrorCode::NotFound);
        QVERIFY(file.dossiers().decide(file.shown(), grant));
        QCOMPARE(file.state(), u"decided"_s);
        QCOMPARE(file.shown().fields.value(name::ballot).toId(), voteId); // carried on
        QCOMPARE(file.dossiers().revoke(file.shown(), {}, revocation).error().code, ErrorCode::IllegalMove);
        QVERIFY(file.dossiers().revoke(file.shown(), u"Khai man thành tích"_s, revocation));
        QCOMPARE(file.state(), u"revoked"_s);
    }

    void aWaitingDossierIsNamedByWhomItProposes()
    {
        File file;
        Commendation person = fullDossier();
        QVERIFY(file.dossiers().draft(person).ok());
        QCOMPARE(file.services->waiting().waiting(1)->items.first().subject.name, person.achievement);
        person.nominee = u"Trần Mẫu An"_s;
        QVERIFY(file.dossiers().draft(person).ok());
        const auto waiting = file.services->waiting().waiting(2);
        QCOMPARE(waiting->items.last().subject.name, u"Trần Mẫu An"_s);
    }

    void aRejectedDossierTellsWhy()
    {
        File file(ofCouncil, u"voted"_s);
        QCOMPARE(file.dossiers().reject(file.shown(), {}).error().code, ErrorCode::IllegalMove);
        QVERIFY(file.dossiers().reject(file.shown(), u"Chưa đủ điều kiện"_s));
        QCOMPARE(file.shown().fields.value(name::reason).toText(), u"Chưa đủ điều kiện"_s);
    }
};

QTEST_GUILESS_MAIN(CommendationServiceTest)
#include "tst_commendationservice.moc"
