#include "domain/lifecycle.h"
#include "domain/names.h"
#include "domain/schema.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

const QList<Role> allRoles{Role::Observer,  Role::Officer, Role::UnitHead,
                           Role::BlockLead, Role::Council, Role::Admin};

// Every legal step in words of our own, a line each: kind from to lowest-role [what it must carry].
// tst_reportstate has the reports.
const char* const legalSteps = R"(
commendation submitted returned block-lead reason
commendation returned returned block-lead reason
commendation appraised returned block-lead reason
commendation voted returned council reason
commendation submitted appraised block-lead
commendation appraised appraised block-lead
commendation appraised voted block-lead ballot
commendation voted decided council ballot awardDecision
commendation voted rejected council reason
commendation decided revoked council reason awardDecision
review planned held block-lead
review held closed block-lead
review closed held council reason
ballot open closed block-lead
ballot closed open council reason
inspection open closed block-lead reason
inspection closed open block-lead reason
announcement draft published block-lead
announcement published withdrawn block-lead reason
example proposed recognised block-lead
example recognised withdrawn block-lead reason
work registered recognised council
work recognised withdrawn council reason
creativityEntry entered accepted council
creativityEntry entered rejected council reason
creativityEntry accepted rejected council reason
creativityEntry accepted awarded council prize
)";

struct Step {
    QString kind;
    QString from;
    QString to;
    Role lowest = Role::Admin;
    QStringList carries;
};

QList<Step> listedSteps()
{
    QList<Step> steps;
    for (const QString& line : QString::fromLatin1(legalSteps).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        steps.append({words[0], words[1], words[2], *roleFromName(words[3]), words.mid(4)});
    }
    return steps;
}

bool isHandedIn(const QString& kind)
{
    return Schema::current().kind(kind)->field(QString(name::submission)) != nullptr;
}

Fields recordIn(const QString& kind, const QString& state)
{
    if (state == statesOf(kind).first())
        return {};
    Fields fields;
    if (isHandedIn(kind))
        fields.insert({{name::submission, 2}, {name::reviewedSubmission, 2}});
    if (state == u"submitted"_s)
        fields.remove(name::reviewedSubmission);
    else
        fields.insert(name::status, state);
    return fields;
}

// The step with everything that any step could need.
Fields stepTo(const QString& kind, const QString& to)
{
    Fields set{{name::status, to}, {name::reason, u"lý do"_s}};
    if (isHandedIn(kind))
        set.insert({{name::reviewedSubmission, 2},
                    {name::ballot, RecordId::named("test", "ballot")},
                    {name::awardDecision, RecordId::named("test", "decision")}});
    if (kind == kind::creativityEntry)
        set.insert(name::prize, u"first"_s);
    return set;
}

ErrorCode checked(const QString& kind, Role role, const Fields& seen, const Fields& set)
{
    return checkMove(kind, role, seen, set).error().code;
}

} // namespace

class LifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRecordIsInItsFirstState();
    void everyStateIsReachedFromItsFields();
    void exactlyTheListedStepsAreLegal();
    void aStepWithoutWhatItMustCarryIsIllegal();
    void aRevocationNeedsADecisionOfItsOwn();
    void aJudgementIsOfTheSubmissionThatWasSeen();
    void aStatusOfANewerVersionCountsAsNone();
    void everyStateOfALifeIsAChoiceOfItsStatus();
};

void LifecycleTest::aNewRecordIsInItsFirstState()
{
    QCOMPARE(stateOf(u"commendation"_s, {}), u"draft"_s);
    QCOMPARE(stateOf(u"review"_s, {}), u"planned"_s);
    QCOMPARE(stateOf(u"ballot"_s, {}), u"open"_s);
    QCOMPARE(stateOf(u"inspection"_s, {}), u"open"_s);
    QCOMPARE(stateOf(u"announcement"_s, {}), u"draft"_s);
    QCOMPARE(stateOf(u"example"_s, {}), u"proposed"_s);
    QCOMPARE(stateOf(u"work"_s, {}), u"registered"_s);
    QCOMPARE(stateOf(u"creativityEntry"_s, {}), u"entered"_s);
    QVERIFY(statesOf(u"unit"_s).isEmpty());
}

void LifecycleTest::everyStateIsReachedFromItsFields()
{
    for (const Kind& kind : Schema::current().kinds()) {
        for (const QString& state : statesOf(kind.name))
            QCOMPARE(stateOf(kind.name, recordIn(kind.name, state)), state);
    }
}

void LifecycleTest::exactlyTheListedStepsAreLegal()
{
    const QList<Step> steps = listedSteps();
    for (const Kind& kind : Schema::current().kinds()) {
        const QStringList states = kind.name == kind::report ? QStringList() : statesOf(kind.name);
        for (const QString& from : states) {
            for (const QString& to : states) {
                for (Role role : allRoles) {
                    const bool listed = std::ranges::any_of(steps, [&](const Step& step) {
                        return step.kind == kind.name && step.from == from && step.to == to &&
                               role >= step.lowest;
                    });
                    const auto code =
                        checked(kind.name, role, recordIn(kind.name, from), stepTo(kind.name, to));
                    QVERIFY2(
                        (code == ErrorCode::None) == listed,
                        qPrintable(kind.name + u' ' + from + u" -> "_s + to + u" by "_s + roleName(role)));
                }
            }
        }
    }
}

void LifecycleTest::aStepWithoutWhatItMustCarryIsIllegal()
{
    int tried = 0;
    for (const Step& step : listedSteps()) {
        for (const QString& field : step.carries) {
            for (const Value& nothing : {Value(), Value(u"  "_s)}) {
                Fields set = stepTo(step.kind, step.to);
                set.insert(field, nothing);
                QVERIFY2(checked(step.kind, Role::Admin, recordIn(step.kind, step.from), set) ==
                             ErrorCode::IllegalMove,
                         qPrintable(step.kind + u' ' + step.to + u" without "_s + field));
                ++tried;
            }
        }
    }
    QCOMPARE(tried, 2 * 20);
}

void LifecycleTest::aRevocationNeedsADecisionOfItsOwn()
{
    const RecordId grant = RecordId::named("test", "grant");
    Fields decided = recordIn(u"commendation"_s, u"decided"_s);
    decided.insert(name::awardDecision, grant);
    Fields set = stepTo(u"commendation"_s, u"revoked"_s);
    QCOMPARE(checked(u"commendation"_s, Role::Council, decided, set), ErrorCode::None);
    set.insert(name::awardDecision, grant);
    QCOMPARE(checked(u"commendation"_s, Role::Council, decided, set), ErrorCode::IllegalMove);
}

void LifecycleTest::aJudgementIsOfTheSubmissionThatWasSeen()
{
    const Fields seen = recordIn(u"commendation"_s, u"submitted"_s);
    Fields set = stepTo(u"commendation"_s, u"appraised"_s);
    for (int other : {0, 1, 3}) {
        set.insert(name::reviewedSubmission, other);
        QCOMPARE(checked(u"commendation"_s, Role::Council, seen, set), ErrorCode::IllegalMove);
    }
}

void LifecycleTest::aStatusOfANewerVersionCountsAsNone()
{
    QCOMPARE(stateOf(u"review"_s, {{name::status, u"broadcast"_s}}), u"planned"_s);
}

void LifecycleTest::everyStateOfALifeIsAChoiceOfItsStatus()
{
    for (const Kind& kind : Schema::current().kinds()) {
        const QStringList states = statesOf(kind.name);
        if (states.isEmpty())
            continue;
        const QStringList choices = kind.field(QString(name::status))->type.choices;
        for (const QString& choice : choices)
            QVERIFY2(states.contains(choice), qPrintable(kind.name + u' ' + choice));
        // The first states follow from a status that was never written; some can be written as well.
        for (const QString& state : states.mid(isHandedIn(kind.name) ? 2 : 1))
            QVERIFY2(choices.contains(state), qPrintable(kind.name + u' ' + state));
    }
}

QTEST_APPLESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
