#include "domain/review.h"
#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using services::Step;

namespace
{

domain::Review plannedReview()
{
    domain::Review review;
    review.name = u"Sơ kết 6 tháng đầu năm 2025"_s;
    review.block = block;
    review.year = 2025;
    return review;
}

QList<Step> stepsOf(ServicesFile& file, QLatin1String kind, const RecordId& id)
{
    return file.services->steps().steps(kind, *file.services->edits().shown(kind, id));
}

} // namespace

// What can be done next, and what stands in the way.
class StepServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLeadsReviewIsHeldAndThenLacksWhatItIsClosedWith()
    {
        ServicesFile file(leadOf(block));
        auto& steps = file.services->steps();
        const RecordId id = *file.services->reviews().plan(plannedReview());
        const auto first = stepsOf(file, kind::review, id);
        QCOMPARE(first.size(), 1);
        QCOMPARE(first[0].to, u"held"_s);
        QVERIFY(first[0].isPossible());
        QVERIFY(steps.take(kind::review, *file.services->edits().shown(kind::review, id), u"held"_s, {}));
        const auto second = stepsOf(file, kind::review, id);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second[0].to, u"closed"_s);
        QCOMPARE(second[0].why, ErrorCode::None);
        QCOMPARE(second[0].missing, (QStringList{u"occurredOn"_s, u"units"_s, u"minutes"_s}));
        QVERIFY(!second[0].isPossible());
        // The service of the part says the same when it is tried all the same.
        const auto tried =
            steps.take(kind::review, *file.services->edits().shown(kind::review, id), u"closed"_s, {});
        QCOMPARE(tried.error().code, ErrorCode::MissingField);
    }

    void whoMayNotTakeAStepIsToldThatSomebodyElseDoes()
    {
        ServicesFile file; // an officer
        file.decisions.row(kind::review, idOf("review"), plannedReview().toFields());
        file.arrive();
        const auto steps = stepsOf(file, kind::review, idOf("review"));
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0].why, ErrorCode::Forbidden);
        QCOMPARE(steps[0].role, domain::Role::BlockLead);
    }

    void aStepThatLeadsNowhereIsIllegal()
    {
        ServicesFile file(leadOf(block));
        const RecordId id = *file.services->reviews().plan(plannedReview());
        const auto shown = *file.services->edits().shown(kind::review, id);
        for (const auto& to : {u"closed"_s, u"published"_s, u"nonsense"_s, QString()})
            QCOMPARE(file.services->steps().take(kind::review, shown, to, {}).error().code,
                     ErrorCode::IllegalMove);
    }
};

QTEST_GUILESS_MAIN(StepServiceTest)
#include "tst_stepservice.moc"
