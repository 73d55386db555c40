#include "domain/lifecycle.h"
#include "domain/names.h"
#include "domain/permission.h"
#include "domain/reportstate.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

const QList<Role> allRoles{Role::Observer,  Role::Officer, Role::UnitHead,
                           Role::BlockLead, Role::Council, Role::Admin};
// The fields that take a step of the state machine; tst_reportstate judges them.
const QStringList steps{name::status, name::reason, name::reviewedSubmission, name::submission};

Fields reportIn(ReportState state)
{
    if (state == ReportState::Draft)
        return {};
    if (state == ReportState::Submitted)
        return {{name::submission, 1}};
    return {{name::submission, 1}, {name::status, reportStateName(state)}, {name::reviewedSubmission, 1}};
}

// A record of the kind in one of its states; without states it has said nothing yet.
Fields seenIn(const Kind& kind, const QString& state)
{
    const QStringList states = statesOf(kind.name);
    const bool handedIn = kind.field(QString(name::submission)) != nullptr;
    if (states.isEmpty() || state == states.first())
        return {};
    if (handedIn && state == u"submitted"_s)
        return {{name::submission, 1}};
    Fields fields{{name::status, state}};
    if (handedIn)
        fields.insert({{name::submission, 1}, {name::reviewedSubmission, 1}});
    return fields;
}

ErrorCode judged(const Kind& kind, const Field& field, Role role, const QString& state)
{
    const Fields seen = seenIn(kind, state);
    return judge(Schema::current(), {kind.name, role, {{field.name, {}}}, seen, seen, false}).error().code;
}

// Calls with every kind x field x state; kinds without a life are in the state that has no name.
template<typename Visit>
void forEveryField(const Visit& visit)
{
    for (const Kind& kind : Schema::current().kinds()) {
        const QStringList states = statesOf(kind.name);
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                for (const QString& state : states.isEmpty() ? QStringList{QString()} : states)
                    visit(kind, field, state);
            }
        }
    }
}

// Who may write what, in words of our own: "kind.field", the lowest role, and for reports the states as
// letters: (d)raft, (s)ubmitted, (r)eturned, (a)ppraised, d(e)cided, (p)ublished.
struct Rule {
    QString field;
    Role lowest;
    QString states = u"dsraep"_s;
};
const QList<Rule> rules{
    {u"report.value"_s, Role::Officer, u"dsr"_s},
    {u"report.measure"_s, Role::Officer, u"dsr"_s},
    {u"report.explanation"_s, Role::Officer, u"dsr"_s},
    {u"report.scoreSelf"_s, Role::Officer, u"dsr"_s},
    {u"report.unit"_s, Role::Officer, u"dsr"_s},
    {u"report.note"_s, Role::Officer},
    {u"report.objection"_s, Role::Officer},
    {u"report.scoreAppraisal"_s, Role::BlockLead, u"sra"_s},
    {u"report.appraisalReason"_s, Role::BlockLead, u"sra"_s},
    {u"report.scoreCouncil"_s, Role::Council, u"ae"_s},
    {u"report.councilReason"_s, Role::Council, u"ae"_s},
    {u"report.deleted"_s, Role::Officer, u"dr"_s},
    {u"unit.name"_s, Role::Admin},
    {u"unit.deleted"_s, Role::Admin},
    {u"person.name"_s, Role::Admin},
    {u"block.tieBreak"_s, Role::Council},
    {u"membership.role"_s, Role::Council},
    {u"document.number"_s, Role::Council},
    {u"movement.goal"_s, Role::Council},
    {u"movement.status"_s, Role::Council},
    {u"target.threshold"_s, Role::Council},
    {u"criterion.maxPoints"_s, Role::BlockLead},
    {u"scoreTable.bonusCap"_s, Role::BlockLead},
    {u"pledge.signedOn"_s, Role::BlockLead},
    {u"pledge.deleted"_s, Role::Council},
    {u"standing.total"_s, Role::Admin},
    {u"standing.deleted"_s, Role::Admin},
};

QString where(const Kind& kind, const Field& field, Role role, const QString& state)
{
    return kind.name + u'.' + field.name + u" by "_s + roleName(role) + u" in "_s + state;
}

} // namespace

class PermissionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCrucialFieldsFollowTheTable();
    void observersWriteNothing();
    void aHigherRoleMayAllThatALowerOneMay();
    void belowTheBlockOnlyWhatAUnitSaysIsWritten();
    void publicationLocksAllButWords();
    void noRoleWritesAgainstALockThatItSaw();
    void anEditAgainstALockItDidNotSeeIsLate();
    void anEditThatSawTheLockIsRefusedThoughItWasLiftedSince();
    void oneForbiddenFieldRefusesTheWholeEdit();
    void anIllegalStepIsRefused();
    void aNewReportMayBeSubmittedAtOnce();
    void unknownFieldsAreWrittenFromOfficerUp();
};

void PermissionTest::theCrucialFieldsFollowTheTable()
{
    const QStringList states{u"draft"_s,     u"submitted"_s, u"returned"_s,
                             u"appraised"_s, u"decided"_s,   u"published"_s};
    const QString letters = u"dsraep"_s;
    int met = 0;
    forEveryField([&](const Kind& kind, const Field& field, const QString& state) {
        for (const Rule& rule : rules) {
            if (rule.field != kind.name + u'.' + field.name)
                continue;
            ++met;
            for (Role role : allRoles) {
                const qsizetype place = states.indexOf(state);
                const bool open = place < 0 || rule.states.contains(letters[place]);
                const auto expected = role < rule.lowest ? ErrorCode::Forbidden
                                      : open             ? ErrorCode::None
                                                         : ErrorCode::StateLocked;
                QVERIFY2(judged(kind, field, role, state) == expected,
                         qPrintable(where(kind, field, role, state)));
            }
        }
    });
    QCOMPARE(met, 12 * 6 + 15); // every rule found its field: twelve of reports, in six states
}

void PermissionTest::observersWriteNothing()
{
    forEveryField([](const Kind& kind, const Field& field, const QString& state) {
        QVERIFY2(judged(kind, field, Role::Observer, state) == ErrorCode::Forbidden,
                 qPrintable(where(kind, field, Role::Observer, state)));
    });
}

void PermissionTest::aHigherRoleMayAllThatALowerOneMay()
{
    forEveryField([](const Kind& kind, const Field& field, const QString& state) {
        bool lowerMay = false;
        for (Role role : allRoles) {
            const bool may = judged(kind, field, role, state) == ErrorCode::None;
            QVERIFY2(may || !lowerMay, qPrintable(where(kind, field, role, state)));
            lowerMay = may;
        }
    });
}

void PermissionTest::belowTheBlockOnlyWhatAUnitSaysIsWritten()
{
    const QStringList ofUnits{kind::report,  kind::attachment, kind::commendation,
                              kind::example, kind::work,       kind::creativityEntry};
    // Of what is the block's own, a unit answers an inspection, and the block's secretary counts votes.
    const QStringList single{u"inspection.answer"_s, u"ballot.members"_s, u"ballot.present"_s,
                             u"ballot.votes"_s,      u"ballot.against"_s, u"ballot.invalid"_s};
    forEveryField([&](const Kind& kind, const Field& field, const QString& state) {
        if (ofUnits.contains(kind.name) || single.contains(kind.name + u'.' + field.name))
            return;
        for (Role role : {Role::Officer, Role::UnitHead})
            QVERIFY2(judged(kind, field, role, state) == ErrorCode::Forbidden,
                     qPrintable(where(kind, field, role, state)));
    });
}

void PermissionTest::publicationLocksAllButWords()
{
    forEveryField([](const Kind& kind, const Field& field, const QString& state) {
        if (kind.name != kind::report || state != u"published"_s || steps.contains(field.name))
            return;
        const bool words = field.name == name::note || field.name == name::objection;
        for (Role role : allRoles)
            QVERIFY2((judged(kind, field, role, state) == ErrorCode::None) ==
                         (words && role != Role::Observer),
                     qPrintable(where(kind, field, role, state)));
    });
}

void PermissionTest::noRoleWritesAgainstALockThatItSaw()
{
    forEveryField([](const Kind& kind, const Field& field, const QString& state) {
        if (field.states.isEmpty() || field.states.contains(state))
            return;
        for (Role role : field.writers())
            QVERIFY2(judged(kind, field, role, state) == ErrorCode::StateLocked,
                     qPrintable(where(kind, field, role, state)));
    });
}

void PermissionTest::anEditAgainstALockItDidNotSeeIsLate()
{
    const Fields set{{name::value, 100}, {name::measure, u"%"_s}, {name::note, u"ghi chú"_s}};
    const auto answer =
        judge(Schema::current(), {kind::report, Role::Officer, set, reportIn(ReportState::Submitted),
                                  reportIn(ReportState::Appraised), false});
    QVERIFY(answer.ok());
    QCOMPARE(answer->lateGroups,
             QList<QString>{u"result"_s}); // once, and not the note, which is never locked
}

void PermissionTest::anEditThatSawTheLockIsRefusedThoughItWasLiftedSince()
{
    const Fields set{{name::explanation, u"bổ sung"_s}};
    const auto answer =
        judge(Schema::current(), {kind::report, Role::Officer, set, reportIn(ReportState::Appraised),
                                  reportIn(ReportState::Returned), false});
    QCOMPARE(answer.error().code, ErrorCode::StateLocked);
}

void PermissionTest::oneForbiddenFieldRefusesTheWholeEdit()
{
    const Fields set{{name::explanation, u"bổ sung"_s}, {name::scoreCouncil, 100}};
    const Fields seen = reportIn(ReportState::Submitted);
    QCOMPARE(judge(Schema::current(), {kind::report, Role::UnitHead, set, seen, seen, false}).error().code,
             ErrorCode::Forbidden);
}

void PermissionTest::anIllegalStepIsRefused()
{
    const Fields seen = reportIn(ReportState::Submitted);
    const Fields set{{name::status, u"published"_s}, {name::reason, {}}, {name::reviewedSubmission, 1}};
    QCOMPARE(judge(Schema::current(), {kind::report, Role::Admin, set, seen, seen, false}).error().code,
             ErrorCode::IllegalMove);
}

void PermissionTest::aNewReportMayBeSubmittedAtOnce()
{
    const Fields set{{name::scoreSelf, 1000}, {name::submission, 1}};
    QVERIFY(judge(Schema::current(), {kind::report, Role::Officer, set, {}, {}, true}).ok());
}

void PermissionTest::unknownFieldsAreWrittenFromOfficerUp()
{
    const auto judgedAs = [](const QString& kind, Role role) {
        return judge(Schema::current(), {kind, role, {{u"colour"_s, 1}}, {}, {}, true}).error().code;
    };
    for (const QString& kind : {QString(kind::movement), u"poem"_s}) {
        QCOMPARE(judgedAs(kind, Role::Observer), ErrorCode::Forbidden);
        QCOMPARE(judgedAs(kind, Role::Officer), ErrorCode::None);
    }
}

QTEST_APPLESS_MAIN(PermissionTest)
#include "tst_permission.moc"
