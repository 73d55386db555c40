#include "domain/lifecycle.h"
#include "domain/names.h"
#include "domain/permission.h"

#include <QMap>
#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

// Who may write what in which state, written by hand from the rules of work and not from the schema. A line
// is: kind, the lowest role, the states in which it is open (* for all), and the fields. Every field of every
// kind stands here once.
const char* const table = R"(
unit admin * code name type district validFrom validTo deleted
block council * code name kind year decision tieBreak illustration deleted
membership council * block unit year role deleted
person admin * name position unit deleted
document council * type number issuedOn issuer name validFrom validTo note deleted
movement council * name code kind level mode goal subjects scope field theme startsOn endsOn dossierDeadline
movement council * awardForms legalBasis organiser status reason note deleted
scoreTable block-lead * name year block movement bonusCap penaltyCap dueOn illustration legalBasis deleted
criterion block-lead * scoreTable block group number name groupName kind scoring maxPoints measure movement deleted
pledge block-lead * name block movement status signedOn
pledge council * deleted
pledgeItem block-lead * pledge block number text
pledgeItem council * deleted
target council * name indicator movement comparator threshold measure baseline rank period note deleted
report officer draft,submitted,returned unit criterion movement period value measure target occurredOn place
report officer draft,submitted,returned explanation scoreSelf reporter submission
report officer draft,returned deleted
report officer * note objection
report block-lead submitted,returned,appraised scoreAppraisal appraisalReason
report council appraised,decided scoreCouncil councilReason
report block-lead * status reason reviewedSubmission
attachment officer * unit report sha256 size mediaType name note deleted
standing admin * block scoreTable period asOf status reported expected groups units groupPoints base bonus penalty
standing admin * total rank previousRank unitReported unitExpected deleted
review block-lead planned,held name kind block year agenda occurredOn place units attendees minutes legalBasis
review block-lead planned deleted
review block-lead * status reason
ballot block-lead open name kind block review candidates commendation period basis quorum approval secrecy
ballot block-lead open occurredOn legalBasis deleted
ballot officer open members present votes against invalid
ballot block-lead * status reason
body council * name type level members legalBasis note deleted
awardForm council * name type subject level validFrom validTo legalBasis previous years quota basis quorum approval
awardForm council * secrecy deleted
commendation officer draft,submitted,returned unit awardForm year nominee achievement proposal achievementReport
commendation officer draft,submitted,returned minutes movement legalBasis submission
commendation officer draft,returned deleted
commendation officer * note objection
commendation block-lead * status reason reviewedSubmission ballot awardDecision
awardDecision council * name type number signedOn issuer legalBasis note deleted
inspection block-lead open unit block occurredOn findings followUp dueOn deleted
inspection officer open answer
inspection block-lead * status reason
reminder block-lead * name block scoreTable period role dueOn daysBefore deleted
announcement block-lead draft name text block startsOn endsOn legalBasis deleted
announcement block-lead * status reason
example officer proposed unit name achievement occurredOn place movement deleted
example block-lead * status reason
work officer registered unit name goal movement startsOn endsOn deleted
work officer * progress
work council * status reason
creativityEntry officer entered unit name year field authors achievement deleted
creativityEntry council * status reason prize
)";

struct Right {
    Role lowest = Role::Admin;
    QStringList states; // empty: all
};

// "kind.field" -> right; a field that stands twice is a mistake of this table.
const QMap<QString, Right>& rights()
{
    static const QMap<QString, Right> made = [] {
        QMap<QString, Right> result;
        for (const QString& line : QString::fromLatin1(table).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = line.split(u' ');
            const QStringList states = words[2] == u"*"_s ? QStringList() : words[2].split(u',');
            for (const QString& field : words.mid(3)) {
                const QString key = words[0] + u'.' + field;
                if (result.contains(key))
                    qFatal("%s stands twice", qPrintable(key));
                result.insert(key, {*roleFromName(words[1]), states});
            }
        }
        return result;
    }();
    return made;
}

Fields recordIn(const Kind& kind, const QString& state)
{
    if (state.isEmpty() || state == statesOf(kind.name).first())
        return {};
    const bool handedIn = kind.field(QString(name::submission)) != nullptr;
    Fields fields;
    if (handedIn)
        fields.insert(name::submission, 1);
    if (state != u"submitted"_s) {
        fields.insert(name::status, state);
        if (handedIn)
            fields.insert(name::reviewedSubmission, 1);
    }
    return fields;
}

// What carries a step; whether the step itself is legal is another table's business (tst_lifecycle).
bool isStep(const QString& field)
{
    return QStringList{name::status, name::reason, name::submission, name::reviewedSubmission}.contains(
        field);
}

ErrorCode expected(const Right& right, Role role, const QString& state)
{
    if (role < right.lowest)
        return ErrorCode::Forbidden;
    const bool open = right.states.isEmpty() || state.isEmpty() || right.states.contains(state);
    return open ? ErrorCode::None : ErrorCode::StateLocked;
}

} // namespace

class PermissionMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldStandsInTheTableAndNoOther();
    void everyRoleWritesWhatTheTableSaysInEveryState();
};

void PermissionMatrixTest::everyFieldStandsInTheTableAndNoOther()
{
    QStringList fields;
    for (const Kind& kind : Schema::current().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields)
                fields.append(kind.name + u'.' + field.name);
        }
    }
    fields.sort();
    QCOMPARE(fields, QStringList(rights().keys()));
}

void PermissionMatrixTest::everyRoleWritesWhatTheTableSaysInEveryState()
{
    int asked = 0;
    for (auto entry = rights().cbegin(); entry != rights().cend(); ++entry) {
        const QStringList words = entry.key().split(u'.');
        const Kind& kind = *Schema::current().kind(words[0]);
        const QStringList states = statesOf(kind.name);
        for (const QString& state : states.isEmpty() ? QStringList{QString()} : states) {
            const Fields seen = recordIn(kind, state);
            for (Role role : {Role::Observer, Role::Officer, Role::UnitHead, Role::BlockLead, Role::Council,
                              Role::Admin}) {
                const auto judged =
                    judge(Schema::current(), {kind.name, role, {{words[1], {}}}, seen, seen, false});
                ErrorCode code = judged.error().code;
                if (isStep(words[1]) && code == ErrorCode::IllegalMove)
                    code = ErrorCode::None;
                QVERIFY2(code == expected(*entry, role, state),
                         qPrintable(entry.key() + u" by "_s + roleName(role) + u" in "_s + state + u": "_s +
                                    codeName(code)));
                ++asked;
            }
        }
    }
    QVERIFY2(asked > 4'000, qPrintable(QString::number(asked)));
}

QTEST_APPLESS_MAIN(PermissionMatrixTest)
#include "tst_permissionmatrix.moc"
