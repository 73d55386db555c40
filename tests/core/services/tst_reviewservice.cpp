#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::Ballot;
using domain::BallotKind;
using domain::BallotOutcome;
using domain::VoteCount;
using services::ShownVersion;

namespace
{

const RecordId nextBlock = idOf("next block");
const QList<domain::Grant> ofCouncil{{domain::Role::Council, domain::Channel::city(), 0, 0}};
const QList<domain::Grant> ofSecretary{{domain::Role::Officer, domain::Channel::block(block), 0, 0}};

domain::Review finalReview()
{
    domain::Review review;
    review.name = u"Tổng kết năm 2025"_s;
    review.kind = domain::ReviewKind::Final;
    review.block = block;
    review.year = 2025;
    return review;
}

Ballot election()
{
    Ballot ballot;
    ballot.name = u"Bầu cụm trưởng năm 2026"_s;
    ballot.kind = BallotKind::Election;
    ballot.block = block;
    ballot.candidates = {unitA, unitC};
    ballot.rule = {domain::VoteBasis::Present, 6667, 5001, domain::Secrecy::Secret};
    ballot.heldOn = QDate(2025, 12, 20);
    return ballot;
}

class File : public ServicesFile
{
public:
    using ServicesFile::ServicesFile;
    services::ReviewService& reviews() { return services->reviews(); }
    ShownVersion review(const RecordId& id) { return *services->edits().shown(kind::review, id); }
    ShownVersion ballot(const RecordId& id) { return *services->edits().shown(kind::ballot, id); }
    QString state(QLatin1String kind, const RecordId& id)
    {
        return domain::stateOf(QString(kind), services->edits().shown(kind, id)->fields);
    }
};

} // namespace

class ReviewServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewIsPlannedHeldAndClosedByItsLead()
    {
        File file(leadOf(block));
        const RecordId id = *file.reviews().plan(finalReview());
        QVERIFY(file.reviews().hold(file.review(id)));
        QCOMPARE(file.reviews().close(file.review(id)).error().code, ErrorCode::MissingField);
        auto held = finalReview();
        held.heldOn = QDate(2025, 12, 20);
        held.units = {unitA, unitB, unitC};
        held.attendees = 31;
        held.minutes = u"Biên bản"_s;
        QVERIFY(file.reviews().save(file.review(id), held));
        QVERIFY(file.reviews().close(file.review(id)));
        QCOMPARE(file.state(kind::review, id), u"closed"_s);
        QCOMPARE(file.reviews().save(file.review(id), finalReview()).error().code, ErrorCode::StateLocked);
        QCOMPARE(file.reviews().reopen(file.review(id), u"Sửa biên bản"_s).error().code,
                 ErrorCode::IllegalMove);
        QCOMPARE(file.reviews().reviewsOf(block)->size(), 1);
    }

    void whatAFormLeavesEmptyIsEmptied()
    {
        File file(leadOf(block));
        auto review = finalReview();
        review.agenda = u"Báo cáo"_s;
        const RecordId id = *file.reviews().plan(review);
        QVERIFY(file.reviews().hold(file.review(id)));
        review.agenda.clear();
        QVERIFY(file.reviews().save(file.review(id), review));
        QVERIFY(file.review(id).fields.value(name::agenda).isNull());
        QCOMPARE(file.state(kind::review, id), u"held"_s); // not a part of the form
    }

    void anOfficerPlansNothing()
    {
        File file;
        QCOMPARE(file.reviews().plan(finalReview()).error().code, ErrorCode::Forbidden);
        QCOMPARE(file.reviews().openBallot(election()).error().code, ErrorCode::Forbidden);
    }

    void aBallotIsCountedClosedAndHasItsResult()
    {
        File file(leadOf(block));
        const RecordId id = *file.reviews().openBallot(election());
        QCOMPARE(file.reviews().result(id)->outcome, BallotOutcome::NotCounted);
        QCOMPARE(file.reviews().closeBallot(file.ballot(id)).error().code, ErrorCode::MissingField);
        QVERIFY(file.reviews().count(file.ballot(id), {.members = 3, .present = 3, .votes = {1, 2}}));
        QVERIFY(file.reviews().closeBallot(file.ballot(id)));
        QCOMPARE(file.reviews().result(id)->outcome, BallotOutcome::Approved);
        QCOMPARE(file.reviews().result(id)->chosen, 1);
        QCOMPARE(
            file.reviews().count(file.ballot(id), {.members = 3, .present = 3, .votes = {3, 0}}).error().code,
            ErrorCode::StateLocked);
    }

    void whoeverVotesTwiceMakesTheCountImpossible()
    {
        File file(leadOf(block));
        const RecordId id = *file.reviews().openBallot(election());
        const VoteCount twice{.members = 3, .present = 3, .votes = {2, 2}};
        QCOMPARE(file.reviews().count(file.ballot(id), twice).error().code, ErrorCode::InvalidValue);
        QCOMPARE(file.reviews().result(id)->outcome, BallotOutcome::NotCounted);
    }

    void candidatesAreTwoAndOfTheBlock()
    {
        File file(leadOf(block));
        Ballot alone = election();
        alone.candidates = {unitA};
        QCOMPARE(file.reviews().openBallot(alone).error().code, ErrorCode::InvalidValue);
        alone.candidates = {unitA, unitA};
        QCOMPARE(file.reviews().openBallot(alone).error().code, ErrorCode::InvalidValue);
        alone.candidates = {unitA, idOf("unit elsewhere")};
        QCOMPARE(file.reviews().openBallot(alone).error().code, ErrorCode::InvalidValue);
    }

    void aRatioIsPartOfTheWholeAndTheDayIsSaid()
    {
        File file(leadOf(block));
        Ballot ballot = election();
        ballot.rule.approval = 10'001;
        QCOMPARE(file.reviews().openBallot(ballot).error().code, ErrorCode::InvalidValue);
        ballot = election();
        ballot.heldOn = {};
        QCOMPARE(file.reviews().openBallot(ballot).error().code, ErrorCode::MissingField);
    }

    void theBoxIsEmptyWhenABallotIsOpened()
    {
        File file(leadOf(block));
        Ballot stuffed = election();
        stuffed.count = VoteCount{.members = 3, .present = 3, .votes = {3, 0}};
        const RecordId id = *file.reviews().openBallot(stuffed);
        QCOMPARE(file.reviews().result(id)->outcome, BallotOutcome::NotCounted);
    }

    void theSecretaryCountsAndTheLeadCloses()
    {
        File file(ofSecretary);
        Fields open = election().toFields();
        file.decisions.row(kind::ballot, idOf("ballot"), open, {.version = 1, .rank = 30});
        file.arrive();
        const auto shown = file.ballot(idOf("ballot"));
        QVERIFY(file.reviews().count(shown, {.members = 3, .present = 3, .votes = {1, 2}}));
        QCOMPARE(file.reviews().closeBallot(file.ballot(idOf("ballot"))).error().code, ErrorCode::Forbidden);
    }

    void theCouncilMakesTheElectedUnitLead()
    {
        File file(ofCouncil);
        Fields closed = election().toFields();
        closed.insert({{name::members, 3},
                       {name::present, 3},
                       {name::votes, Value::List{1, 2}},
                       {name::against, 0},
                       {name::invalid, 0},
                       {name::status, u"closed"_s},
                       {name::reason, Value()}});
        file.decisions.row(kind::ballot, idOf("ballot"), closed);
        file.decisions.row(kind::block, nextBlock,
                           {{name::code, u"1"_s},
                            {name::name, u"Cụm thi đua 1"_s},
                            {name::kind, u"cluster"_s},
                            {name::year, 2026}});
        for (const auto& [key, unit, role] :
             {std::tuple("next b", unitB, u"lead"_s), std::tuple("next c", unitC, u"member"_s)})
            file.decisions.row(
                kind::membership, idOf(key),
                {{name::block, nextBlock}, {name::unit, unit}, {name::year, 2026}, {name::role, role}});
        file.arrive();
        QVERIFY(file.reviews().confirmLead(idOf("ballot"), nextBlock));
        const auto role = [&](const char* key) {
            return file.services->edits().shown(kind::membership, idOf(key))->fields.value(name::role);
        };
        QCOMPARE(role("next c"), Value(u"lead"_s));
        QCOMPARE(role("next b"), Value(u"member"_s));
        const auto edits = *file.server->outbox(store::EditState::Pending);
        QCOMPARE(edits.size(), 2);
        QVERIFY(!edits[0].edit.together.isNull());
        QCOMPARE(edits[0].edit.together, edits[1].edit.together); // both or neither
        QCOMPARE(file.reviews().confirmLead(idOf("ballot"), idOf("elsewhere")).error().code,
                 ErrorCode::NotFound);
    }

    void anOpenElectionMakesNobodyLead()
    {
        File file(ofCouncil);
        file.decisions.row(kind::ballot, idOf("ballot"), election().toFields());
        file.arrive();
        QCOMPARE(file.reviews().confirmLead(idOf("ballot"), block).error().code, ErrorCode::IllegalMove);
    }
};

QTEST_GUILESS_MAIN(ReviewServiceTest)
#include "tst_reviewservice.moc"
