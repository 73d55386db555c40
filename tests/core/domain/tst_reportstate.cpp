#include "domain/lifecycle.h"
#include "domain/names.h"
#include "domain/reportstate.h"
#include "domain/schema.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array allStates{ReportState::Draft,     ReportState::Submitted, ReportState::Returned,
                               ReportState::Appraised, ReportState::Decided,   ReportState::Published};
constexpr std::array allRoles{Role::Observer,  Role::Officer, Role::UnitHead,
                              Role::BlockLead, Role::Council, Role::Admin};

// A report that is in this state after its second submission.
Fields reportIn(ReportState state)
{
    if (state == ReportState::Draft)
        return {{name::submission, 0}};
    Fields report{{name::submission, 2}};
    if (state != ReportState::Submitted) {
        report.insert(name::status, reportStateName(state));
        report.insert(name::reviewedSubmission, 2);
    }
    return report;
}

Fields review(ReportState to, const Fields& seen, const QString& reason = u"lý do"_s)
{
    return {{name::status, reportStateName(to)},
            {name::reason, reason},
            {name::reviewedSubmission, seen.value(name::submission).toInteger()}};
}

// The legal reviews in words of their own: from, to, lowest role.
const QList<std::tuple<ReportState, ReportState, Role>> legalReviews{
    {ReportState::Submitted, ReportState::Returned, Role::BlockLead},
    {ReportState::Submitted, ReportState::Appraised, Role::BlockLead},
    {ReportState::Returned, ReportState::Returned, Role::BlockLead},
    {ReportState::Returned, ReportState::Appraised, Role::BlockLead},
    {ReportState::Appraised, ReportState::Returned, Role::BlockLead},
    {ReportState::Appraised, ReportState::Appraised, Role::BlockLead},
    {ReportState::Appraised, ReportState::Decided, Role::Council},
    {ReportState::Decided, ReportState::Appraised, Role::Council},
    {ReportState::Decided, ReportState::Decided, Role::Council},
    {ReportState::Decided, ReportState::Published, Role::Council},
};

bool isListed(ReportState from, ReportState to, Role role)
{
    return std::ranges::any_of(legalReviews, [&](const auto& legal) {
        return std::get<0>(legal) == from && std::get<1>(legal) == to && role >= std::get<2>(legal);
    });
}

} // namespace

class ReportStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewReportIsADraft();
    void theStateFollowsFromSubmissionAndStatus();
    void aStatusAboutAnEarlierSubmissionNoLongerCounts();
    void aKindWithoutALifeHasNoState();
    void exactlyTheListedReviewsAreLegal();
    void aReturnNeedsAReason();
    void aReviewJudgesTheSubmissionThatWasSeen();
    void aStatusIsNeverWipedOut();
    void submissionsCountUpByOne();
    void aUnitAnswersAReturnWithoutAHigherRole();
};

void ReportStateTest::aNewReportIsADraft()
{
    QCOMPARE(reportStateOf({}), ReportState::Draft);
    QCOMPARE(stateOf(QString(kind::report), {}), u"draft"_s);
}

void ReportStateTest::theStateFollowsFromSubmissionAndStatus()
{
    for (ReportState state : allStates)
        QCOMPARE(reportStateOf(reportIn(state)), state);
}

void ReportStateTest::aStatusAboutAnEarlierSubmissionNoLongerCounts()
{
    Fields report = reportIn(ReportState::Returned);
    report.insert(name::submission, 3);
    QCOMPARE(reportStateOf(report), ReportState::Submitted);
}

void ReportStateTest::aKindWithoutALifeHasNoState()
{
    QCOMPARE(stateOf(QString(kind::movement), {{name::status, u"launched"_s}}), QString());
    QVERIFY(checkMove(QString(kind::movement), Role::Council, {}, {{name::status, u"closed"_s}}).ok());
}

void ReportStateTest::exactlyTheListedReviewsAreLegal()
{
    for (ReportState from : allStates) {
        const Fields seen = reportIn(from);
        for (ReportState to : allStates) {
            for (Role role : allRoles) {
                const auto checked = checkMove(QString(kind::report), role, seen, review(to, seen));
                const auto expected = isListed(from, to, role) ? ErrorCode::None : ErrorCode::IllegalMove;
                QVERIFY2(checked.error().code == expected,
                         qPrintable(reportStateName(from) + " -> "_L1 + reportStateName(to) + " by "_L1 +
                                    roleName(role)));
            }
        }
    }
}

void ReportStateTest::aReturnNeedsAReason()
{
    const Fields seen = reportIn(ReportState::Submitted);
    for (const QString& reason : {QString(), u"   "_s}) {
        const auto set = review(ReportState::Returned, seen, reason);
        QCOMPARE(checkMove(QString(kind::report), Role::BlockLead, seen, set).error().code,
                 ErrorCode::IllegalMove);
    }
    const auto appraised = review(ReportState::Appraised, seen, QString());
    QVERIFY(checkMove(QString(kind::report), Role::BlockLead, seen, appraised).ok());
}

void ReportStateTest::aReviewJudgesTheSubmissionThatWasSeen()
{
    const Fields seen = reportIn(ReportState::Submitted);
    Fields set = review(ReportState::Appraised, seen);
    for (int other : {0, 1, 3}) {
        set.insert(name::reviewedSubmission, other);
        QCOMPARE(checkMove(QString(kind::report), Role::Council, seen, set).error().code,
                 ErrorCode::IllegalMove);
    }
}

void ReportStateTest::aStatusIsNeverWipedOut()
{
    const Fields nothing{{name::status, {}}, {name::reason, {}}, {name::reviewedSubmission, {}}};
    QVERIFY(checkMove(QString(kind::report), Role::Council, {}, nothing).ok());
    for (ReportState state : {ReportState::Returned, ReportState::Decided, ReportState::Published}) {
        QCOMPARE(checkMove(QString(kind::report), Role::Admin, reportIn(state), nothing).error().code,
                 ErrorCode::IllegalMove);
    }
}

void ReportStateTest::submissionsCountUpByOne()
{
    const Fields seen{{name::submission, 2}};
    const auto submit = [&](qint64 number) {
        return checkMove(QString(kind::report), Role::Officer, seen, {{name::submission, number}})
            .error()
            .code;
    };
    QCOMPARE(submit(2), ErrorCode::None);
    QCOMPARE(submit(3), ErrorCode::None);
    QCOMPARE(submit(1), ErrorCode::IllegalMove);
    QCOMPARE(submit(4), ErrorCode::IllegalMove);
    QCOMPARE(submit(-1), ErrorCode::IllegalMove);
}

void ReportStateTest::aUnitAnswersAReturnWithoutAHigherRole()
{
    Fields report = reportIn(ReportState::Returned);
    const Fields answer{{name::submission, 3}};
    QVERIFY(checkMove(QString(kind::report), Role::Officer, report, answer).ok());
    report.insert(answer);
    QCOMPARE(reportStateOf(report), ReportState::Submitted);
}

QTEST_APPLESS_MAIN(ReportStateTest)
#include "tst_reportstate.moc"
