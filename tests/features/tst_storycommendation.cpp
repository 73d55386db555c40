#include "domain/names.h"
#include "features/story.h"

#include <QTest>

using namespace thidua;
using namespace thidua::features;
using namespace Qt::StringLiterals;
using domain::Commendation;

namespace
{

constexpr domain::VoteRule ruleOfAward{domain::VoteBasis::Members, 6667, 8000, domain::Secrecy::Secret};

RecordId certificate(Story& story)
{
    domain::AwardForm form;
    form.name = u"Bằng khen của Ủy ban nhân dân Thành phố"_s;
    form.vote = ruleOfAward;
    return story.council(kind::awardForm, form.toFields());
}

Commendation dossierOf(const Story& story, const RecordId& form, int ward = 0)
{
    Commendation dossier;
    dossier.unit = story.ward(ward);
    dossier.awardForm = form;
    dossier.year = 2025;
    dossier.achievement = u"Hoàn thành công trình thoát nước"_s;
    dossier.proposal = u"Tờ trình số 5/TTr-UBND"_s;
    dossier.achievementReport = u"Báo cáo thành tích"_s;
    dossier.minutes = u"Biên bản họp"_s;
    return dossier;
}

void must(const Result<void>& done)
{
    if (!done)
        qFatal("story: %s", qPrintable(done.error().detail));
}

services::ShownVersion shown(Teller& teller, const RecordId& dossier)
{
    return teller.form(kind::commendation, dossier);
}

RecordId handedIn(Teller& officer, const Commendation& dossier)
{
    const RecordId id = *officer.can().commendations().draft(dossier);
    must(officer.can().commendations().submit(shown(officer, id)));
    return id;
}

// The council votes on it, by the rule of the award.
RecordId voted(Story& story, Teller& council, const RecordId& dossier)
{
    domain::Ballot ballot;
    ballot.name = u"Bình xét"_s;
    ballot.kind = domain::BallotKind::Commendation;
    ballot.commendation = dossier;
    ballot.rule = ruleOfAward;
    ballot.heldOn = story.today();
    const RecordId id = *council.can().reviews().openBallot(ballot);
    must(council.can().reviews().count(council.form(kind::ballot, id),
                                       {.members = 10, .present = 10, .votes = {9}, .against = 1}));
    must(council.can().reviews().closeBallot(council.form(kind::ballot, id)));
    must(council.can().commendations().enterVote(shown(council, dossier), id));
    return id;
}

RecordId decision(Story& story, Teller& council, domain::DecisionType type, const QString& number)
{
    domain::AwardDecision made;
    made.name = u"Quyết định"_s;
    made.type = type;
    made.number = number;
    made.signedOn = story.today();
    return *council.can().commendations().addDecision(made);
}

// From the ward's draft to the council's decision.
RecordId decided(Story& story, const RecordId& form)
{
    Teller& officer = story.officer();
    Teller& lead = story.lead();
    Teller& council = story.council();
    const RecordId id = handedIn(officer, dossierOf(story, form));
    story.synchronise({&officer, &lead});
    must(lead.can().commendations().appraise(shown(lead, id)));
    story.synchronise({&lead, &council});
    must(council.store().addChannels({domain::Channel::unit(story.ward(0)).name()})); // opens it
    story.synchronise({&council});
    voted(story, council, id);
    must(council.can().commendations().decide(
        shown(council, id), decision(story, council, domain::DecisionType::Grant, u"12/QĐ-UBND"_s)));
    story.everybodySynchronises();
    return id;
}

} // namespace

// As a ward I propose who deserves an award; as its cluster I appraise; as the council I decide.
class StoryCommendation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDossierGoesFromTheWardToTheDecisionThoughNobodyIsOnlineMeanwhile()
    {
        Story story;
        const RecordId id = decided(story, certificate(story));
        QCOMPARE(story.officer().stateOf(id), u"decided"_s);
        // The ward reads by which decision
        const RecordId grant = story.officer().sees(id).value(name::awardDecision).toId();
        QCOMPARE(story.officer().sees(grant).value(name::number).toText(), u"12/QĐ-UBND"_s);
        QVERIFY(story.allAgreeOn(id));
        QVERIFY(story.officer().refused().isEmpty());
    }

    void anOfficerDecidesNothingEvenOffline()
    {
        Story story;
        Teller& officer = story.officer();
        const RecordId id = handedIn(officer, dossierOf(story, certificate(story)));
        auto& dossiers = officer.can().commendations();
        QCOMPARE(dossiers.appraise(shown(officer, id)).error().code, ErrorCode::Forbidden);
        QCOMPARE(dossiers.returnDossier(shown(officer, id), u"x"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(officer.stateOf(id), u"submitted"_s);
    }

    void aReturnedDossierComesBackWithItsReasonAndIsHandedInAgain()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        Commendation dossier = dossierOf(story, certificate(story));
        const RecordId id = handedIn(officer, dossier);
        story.everybodySynchronises();
        // When the cluster returns it
        must(lead.can().commendations().returnDossier(shown(lead, id), u"Báo cáo thiếu số liệu"_s));
        story.everybodySynchronises();
        // Then the officer reads why, completes it and hands it in a second time
        QCOMPARE(officer.stateOf(id), u"returned"_s);
        QCOMPARE(officer.sees(id).value(name::reason).toText(), u"Báo cáo thiếu số liệu"_s);
        dossier.achievementReport = u"Báo cáo thành tích, có số liệu"_s;
        must(officer.can().commendations().save(shown(officer, id), dossier));
        must(officer.can().commendations().submit(shown(officer, id)));
        story.everybodySynchronises();
        QCOMPARE(lead.stateOf(id), u"submitted"_s);
        QCOMPARE(lead.sees(id).value(name::submission).toInteger(), 2);
        QVERIFY(story.allAgreeOn(id));
    }

    void aChangeToADossierThatWasAppraisedMeanwhileStandsBesideIt()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        Commendation dossier = dossierOf(story, certificate(story));
        const RecordId id = handedIn(officer, dossier);
        story.everybodySynchronises();
        // Given an officer who changes the achievement while the lead appraises
        dossier.achievement = u"Hoàn thành hai công trình"_s;
        must(officer.can().commendations().save(shown(officer, id), dossier));
        must(lead.can().commendations().appraise(shown(lead, id)));
        story.synchronise({&lead, &officer});
        story.everybodySynchronises();
        // Then what was appraised stands, and the late words are beside it, not lost
        QCOMPARE(lead.sees(id).value(name::achievement).toText(), u"Hoàn thành công trình thoát nước"_s);
        const auto beside = officer.conflict(id, name::achievement);
        QVERIFY(beside);
        QCOMPARE(beside->siblings.first().values.value(name::achievement).toText(),
                 u"Hoàn thành hai công trình"_s);
        QVERIFY(officer.refused().isEmpty());
        QVERIFY(story.allAgreeOn(id));
    }

    void anAwardIsRevokedByADecisionOfItsOwnAndTheGrantStaysInTheHistory()
    {
        Story story;
        const RecordId id = decided(story, certificate(story));
        Teller& council = story.council();
        const RecordId revocation =
            decision(story, council, domain::DecisionType::Revocation, u"80/QĐ-UBND"_s);
        must(council.can().commendations().revoke(shown(council, id), u"Khai man thành tích"_s, revocation));
        story.everybodySynchronises();
        Teller& officer = story.officer();
        QCOMPARE(officer.stateOf(id), u"revoked"_s);
        QCOMPARE(officer.sees(id).value(name::reason).toText(), u"Khai man thành tích"_s);
        // It no longer counts as an award, and nobody revokes it twice
        QCOMPARE(
            council.can().commendations().revoke(shown(council, id), u"lần nữa"_s, revocation).error().code,
            ErrorCode::IllegalMove);
    }

    void twoTabletsOfTheCouncilDecideDifferentlyAndOneDecisionStands()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        Teller& first = story.council();
        Teller& second = story.council(1);
        const RecordId id = handedIn(officer, dossierOf(story, certificate(story)));
        story.synchronise({&officer, &lead});
        must(lead.can().commendations().appraise(shown(lead, id)));
        story.synchronise({&lead});
        for (Teller* council : {&first, &second})
            must(council->store().addChannels({domain::Channel::unit(story.ward(0)).name()}));
        story.synchronise({&first});
        voted(story, first, id);
        story.everybodySynchronises();
        // When one grants and the other, later and without knowing, rejects
        must(first.can().commendations().decide(
            shown(first, id), decision(story, first, domain::DecisionType::Grant, u"12/QĐ-UBND"_s)));
        story.pass(std::chrono::minutes(1));
        must(second.can().commendations().reject(shown(second, id), u"Trùng thành tích"_s));
        story.synchronise({&second, &first});
        story.everybodySynchronises();
        // Then the later word of equals stands, and the other is beside it
        QCOMPARE(officer.stateOf(id), u"rejected"_s);
        const auto beside = first.conflict(id, name::status);
        QVERIFY(beside);
        QCOMPARE(beside->siblings.first().values.value(name::status).toText(), u"decided"_s);
        QVERIFY(story.allAgreeOn(id));
    }

    void aSecondDossierForTheSameAchievementIsWarnedOf()
    {
        Story story;
        const RecordId form = certificate(story);
        decided(story, form);
        domain::AwardForm flag;
        flag.name = u"Cờ thi đua"_s;
        flag.type = domain::AwardType::Flag;
        const RecordId flagId = story.council(kind::awardForm, flag.toFields());
        Teller& officer = story.officer();
        const auto eligible = officer.can().commendations().eligibility(dossierOf(story, flagId));
        QCOMPARE(eligible->obstacles, QList{domain::Obstacle::SameAchievement});
        QVERIFY(eligible->allowed()); // people weigh it
        QCOMPARE(eligible->regime, domain::LegalRegime::Law2022Decree152);
    }

    void theBlockSeesThatItsQuotaIsFullThoughTheWardCouldNot()
    {
        Story story;
        domain::AwardForm flag;
        flag.name = u"Cờ thi đua"_s;
        flag.type = domain::AwardType::Flag;
        flag.quota = 5000; // of two wards: one place
        const RecordId form = story.council(kind::awardForm, flag.toFields());
        // Given that both wards propose themselves, each without the other's dossier
        Teller& lead = story.lead();
        const RecordId first = handedIn(story.officer(0), dossierOf(story, form, 0));
        const RecordId second = handedIn(story.officer(1), dossierOf(story, form, 1));
        story.everybodySynchronises();
        // Then the cluster cannot pass both on
        QCOMPARE(lead.can().commendations().appraise(shown(lead, first)).error().code,
                 ErrorCode::InvalidValue);
        must(lead.can().commendations().returnDossier(shown(lead, second), u"Cụm chỉ có một cờ"_s));
        must(lead.can().commendations().appraise(shown(lead, first)));
        story.everybodySynchronises();
        QCOMPARE(story.officer(0).stateOf(first), u"appraised"_s);
        QCOMPARE(story.officer(1).stateOf(second), u"returned"_s);
    }
};

QTEST_GUILESS_MAIN(StoryCommendation)
#include "tst_storycommendation.moc"
