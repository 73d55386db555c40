#include "domain/names.h"
#include "domain/standing.h"
#include "features/story.h"

#include <QTest>

using namespace thidua;
using namespace thidua::features;
using namespace Qt::StringLiterals;
using domain::Ballot;

namespace
{

domain::Review finalReview(const Story& story)
{
    domain::Review review;
    review.name = u"Tổng kết năm 2025"_s;
    review.kind = domain::ReviewKind::Final;
    review.block = story.cluster();
    review.year = 2025;
    review.agenda = u"Báo cáo; bình xét; bầu cụm trưởng"_s;
    return review;
}

Ballot amongWards(const Story& story, domain::BallotKind kind)
{
    Ballot ballot;
    ballot.name = u"Bỏ phiếu"_s;
    ballot.kind = kind;
    ballot.block = story.cluster();
    ballot.candidates = {story.ward(0), story.ward(1)};
    ballot.period = u"2025"_s;
    ballot.rule = {domain::VoteBasis::Present, 6667, 5001, domain::Secrecy::Secret};
    ballot.heldOn = story.today();
    return ballot;
}

RecordId closedBallot(Teller& lead, const Ballot& ballot, const QList<qint64>& votes)
{
    auto& reviews = lead.can().reviews();
    const RecordId id = *reviews.openBallot(ballot);
    const auto counted =
        reviews.count(lead.form(kind::ballot, id), {.members = 10, .present = 10, .votes = votes});
    const auto closed = counted ? reviews.closeBallot(lead.form(kind::ballot, id)) : counted;
    if (!closed)
        qFatal("story: %s", qPrintable(closed.error().detail));
    return id;
}

// Both wards of the cluster have reported the same points.
void reportTheSame(Story& story)
{
    for (int ward : {0, 1}) {
        Teller& officer = story.officer(ward);
        auto form = officer.can().reports().newForm(story.criterion(), u"2025"_s);
        const auto submitted =
            form ? officer.can().reports().submit(form->shown, {{name::scoreSelf, 500}}) : form.error();
        if (!submitted)
            qFatal("story: %s", qPrintable(submitted.error().detail));
    }
}

domain::Standing standingSeenBy(Teller& teller, const Story& story)
{
    const RecordId id = domain::Standing::idOf(story.cluster(), u"2025"_s);
    return domain::Standing::fromFields(id, teller.sees(id));
}

} // namespace

// As the lead of a cluster I hold its reviews and ballots, with or without a network.
class StoryReviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewPlannedOfflineIsReadByTheWardsAfterTheyMeetTheServer()
    {
        Story story;
        // Given a lead and an officer without a network
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        // When the lead plans the final review
        const auto planned = lead.can().reviews().plan(finalReview(story));
        QVERIFY(planned.ok());
        // Then only their own tablet knows of it
        QVERIFY(officer.sees(*planned).isEmpty());
        QCOMPARE(lead.unsent(), 1);
        // When both have met the server
        story.everybodySynchronises();
        // Then the officer reads it
        QCOMPARE(officer.sees(*planned).value(name::agenda).toText(), finalReview(story).agenda);
        QVERIFY(story.allAgreeOn(*planned));
    }

    void aClosedReviewIsOpenedAgainByTheCouncilWithAReason()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& council = story.council();
        // Given a review that its lead has held and closed
        auto review = finalReview(story);
        review.heldOn = story.today();
        review.units = {story.ward(0), story.ward(1)};
        review.minutes = u"Biên bản"_s;
        const RecordId id = *lead.can().reviews().plan(review);
        QVERIFY(lead.can().reviews().hold(lead.form(kind::review, id)));
        QVERIFY(lead.can().reviews().close(lead.form(kind::review, id)));
        story.everybodySynchronises();
        // When the council finds a mistake in the minutes
        QVERIFY(council.can().reviews().reopen(council.form(kind::review, id), u"Thiếu chữ ký thư ký"_s));
        story.everybodySynchronises();
        // Then the lead can put them right
        QCOMPARE(lead.stateOf(id), u"held"_s);
        QCOMPARE(lead.sees(id).value(name::reason).toText(), u"Thiếu chữ ký thư ký"_s);
        review.minutes = u"Biên bản có chữ ký thư ký"_s;
        QVERIFY(lead.can().reviews().save(lead.form(kind::review, id), review));
        story.everybodySynchronises();
        QVERIFY(story.allAgreeOn(id));
    }

    void ofASecretBallotTheServerHoldsNumbersOnly()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        const RecordId id = closedBallot(lead, amongWards(story, domain::BallotKind::Election), {3, 6});
        story.everybodySynchronises();
        // Then the wards see the result, and numbers behind it
        QCOMPARE(officer.can().reviews().result(id)->chosen, 1);
        QCOMPARE(officer.can().reviews().result(id)->approvals, (QList<qint64>{3000, 6000}));
        for (const auto field : {name::members, name::present, name::against, name::invalid})
            QVERIFY(officer.sees(id).value(field).isInteger());
        QCOMPARE(officer.sees(id).value(name::votes), Value(Value::List{3, 6}));
        QVERIFY(story.allAgreeOn(id));
    }

    void anOfficerOfAWardNeitherCountsNorCloses()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        const RecordId id = *lead.can().reviews().openBallot(amongWards(story, domain::BallotKind::Election));
        story.everybodySynchronises();
        QCOMPARE(officer.can()
                     .reviews()
                     .count(officer.form(kind::ballot, id), {.members = 9, .present = 9, .votes = {9, 0}})
                     .error()
                     .code,
                 ErrorCode::Forbidden);
        QCOMPARE(officer.can().reviews().closeBallot(officer.form(kind::ballot, id)).error().code,
                 ErrorCode::MissingField);
        QCOMPARE(officer.unsent(), 0);
    }

    void twoCountsOfOneBallotStandBesideEachOther()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& council = story.council();
        const RecordId id = *lead.can().reviews().openBallot(amongWards(story, domain::BallotKind::Election));
        story.everybodySynchronises();
        // Given that the lead and the council have both counted, without knowing of each other
        QVERIFY(lead.can().reviews().count(lead.form(kind::ballot, id),
                                           {.members = 10, .present = 10, .votes = {4, 5}}));
        QVERIFY(council.can().reviews().count(council.form(kind::ballot, id),
                                              {.members = 10, .present = 10, .votes = {5, 4}}));
        story.synchronise({&council, &lead});
        story.everybodySynchronises();
        // Then the council's count stands, whole, and the lead's is beside it
        QCOMPARE(lead.sees(id).value(name::votes), Value(Value::List{5, 4}));
        const auto beside = lead.conflict(id, u"count"_s);
        QVERIFY(beside);
        QCOMPARE(beside->siblings.first().values.value(name::votes), Value(Value::List{4, 5}));
        QVERIFY(story.allAgreeOn(id));
    }

    void whoeverWasElectedLeadsOnceTheCouncilHasConfirmed()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer(1);
        Teller& council = story.council();
        const RecordId id = closedBallot(lead, amongWards(story, domain::BallotKind::Election), {2, 8});
        story.everybodySynchronises();
        // The lead cannot, the council can
        QCOMPARE(lead.can().reviews().confirmLead(id, story.cluster()).error().code, ErrorCode::Forbidden);
        QVERIFY(council.can().reviews().confirmLead(id, story.cluster()));
        story.everybodySynchronises();
        // Then everybody knows which ward leads
        QList<RecordId> leading;
        const auto members = officer.can().edits().all<domain::Membership>(kind::membership);
        for (const domain::Membership& member : *members) {
            if (member.block == story.cluster() && member.role == domain::BlockRole::Lead)
                leading.append(member.unit);
        }
        QCOMPARE(leading, QList<RecordId>{story.ward(1)});
    }

    void aTieInTheStandingIsBrokenByTheBallotOnIt()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        reportTheSame(story);
        story.everybodySynchronises();
        // Given two wards of equal points
        auto before = standingSeenBy(officer, story);
        QCOMPARE(before.rows.size(), 2);
        QCOMPARE(before.rows[0].rank, 1);
        QCOMPARE(before.rows[1].rank, 1);
        // When the cluster votes on the tie
        const RecordId id = closedBallot(lead, amongWards(story, domain::BallotKind::TieBreak), {3, 7});
        story.everybodySynchronises();
        // Then the server's standing has one first, for everybody
        const auto after = standingSeenBy(officer, story);
        QCOMPARE(after.rows[0].unit, story.ward(1));
        QCOMPARE(after.rows[0].rank, 1);
        QCOMPARE(after.rows[1].rank, 2);
        // When the council opens the ballot again
        Teller& council = story.council();
        QVERIFY(council.can().reviews().reopenBallot(council.form(kind::ballot, id), u"Đếm lại phiếu"_s));
        story.everybodySynchronises();
        // Then they are equal again
        QCOMPARE(standingSeenBy(officer, story).rows[1].rank, 1);
    }
};

QTEST_GUILESS_MAIN(StoryReviews)
#include "tst_storyreviews.moc"
