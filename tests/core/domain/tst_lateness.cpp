#include "domain/inspection.h"
#include "domain/lateness.h"
#include "domain/reminder.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

RecordId record(const char* name)
{
    return RecordId::named("test", name);
}

const QDate due(2025, 11, 30);

Schedule schedule()
{
    return {.dueOn = due,
            .units = {record("A"), record("B"), record("C")},
            .criteria = {record("I.1"), record("I.2")}};
}

ScoredReport report(const char* unit, const char* criterion, ReportState state = ReportState::Submitted)
{
    return {.id = {}, .unit = record(unit), .criterion = record(criterion), .state = state};
}

Reminder reminder(Role role, const QList<qint64>& daysBefore)
{
    return {.id = record("reminder"),
            .name = u"Nộp báo cáo năm"_s,
            .block = {},
            .scoreTable = {},
            .period = u"2025"_s,
            .role = role,
            .dueOn = due,
            .daysBefore = daysBefore};
}

QList<QDate> daysOf(const QList<Notice>& notices)
{
    QList<QDate> days;
    for (const Notice& notice : notices)
        days.append(notice.on);
    return days;
}

} // namespace

class LatenessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsLateOnTheDayItself();
    void whoHasMostToDoStandsFirst();
    void draftsAndReturnedReportsAreNotYetReported();
    void reportsOfOtherTablesDoNotHelp();
    void twoReportsOnOneCriterionAreOne();
    void remindersRingOnTheirDaysAndOnTheDayItself();
    void daysThatHavePassedDoNotRing();
    void anotherRoleIsLeftAlone();
    void aDeletedReminderIsSilent();
    void anAnswerIsOverdueAfterItsDayUnlessTheInspectionIsClosed();
};

void LatenessTest::nobodyIsLateOnTheDayItself()
{
    QVERIFY(lateUnits(schedule(), {}, due).isEmpty());
    QCOMPARE(lateUnits(schedule(), {}, due.addDays(1)).size(), 3);
    Schedule open = schedule();
    open.dueOn = {};
    QVERIFY(lateUnits(open, {}, due.addDays(1)).isEmpty());
}

void LatenessTest::whoHasMostToDoStandsFirst()
{
    const QList<ScoredReport> reports{report("A", "I.1"), report("B", "I.1"), report("B", "I.2")};
    const QList<LateUnit> expected{{record("C"), 2, 5}, {record("A"), 1, 5}};
    QCOMPARE(lateUnits(schedule(), reports, due.addDays(5)), expected);
}

void LatenessTest::draftsAndReturnedReportsAreNotYetReported()
{
    const QList<ScoredReport> reports{report("A", "I.1", ReportState::Draft),
                                      report("A", "I.2", ReportState::Returned),
                                      report("B", "I.1", ReportState::Decided), report("B", "I.2")};
    const QList<LateUnit> expected{{record("A"), 2, 1}, {record("C"), 2, 1}};
    QCOMPARE(lateUnits(schedule(), reports, due.addDays(1)), expected);
}

void LatenessTest::reportsOfOtherTablesDoNotHelp()
{
    const QList<ScoredReport> reports{report("A", "other 1"), report("A", "other 2")};
    QCOMPARE(lateUnits(schedule(), reports, due.addDays(1)).first().missing, 2);
}

void LatenessTest::twoReportsOnOneCriterionAreOne()
{
    Schedule one = schedule();
    one.units = {record("A")};
    const QList<ScoredReport> reports{report("A", "I.1"), report("A", "I.1")};
    QCOMPARE(lateUnits(one, reports, due.addDays(1)), (QList<LateUnit>{{record("A"), 1, 1}}));
}

void LatenessTest::remindersRingOnTheirDaysAndOnTheDayItself()
{
    const auto notices = noticesFor({reminder(Role::Officer, {7, 1})}, Role::Officer, due.addDays(-30));
    QCOMPARE(daysOf(notices), (QList<QDate>{due.addDays(-7), due.addDays(-1), due}));
    QCOMPARE(notices.first().daysLeft, 7);
    QCOMPARE(notices.last().name, u"Nộp báo cáo năm"_s);
}

void LatenessTest::daysThatHavePassedDoNotRing()
{
    const QList<Reminder> reminders{reminder(Role::Officer, {7, 1, -3})};
    QCOMPARE(daysOf(noticesFor(reminders, Role::Officer, due.addDays(-1))),
             (QList<QDate>{due.addDays(-1), due}));
    QVERIFY(noticesFor(reminders, Role::Officer, due.addDays(1)).isEmpty());
}

void LatenessTest::anotherRoleIsLeftAlone()
{
    QVERIFY(noticesFor({reminder(Role::UnitHead, {1})}, Role::Officer, due.addDays(-30)).isEmpty());
}

void LatenessTest::aDeletedReminderIsSilent()
{
    Reminder gone = reminder(Role::Officer, {1});
    gone.deleted = true;
    QVERIFY(noticesFor({gone}, Role::Officer, due.addDays(-30)).isEmpty());
}

void LatenessTest::anAnswerIsOverdueAfterItsDayUnlessTheInspectionIsClosed()
{
    Inspection inspection;
    inspection.dueOn = due;
    QVERIFY(!inspection.isOverdue(due));
    QVERIFY(inspection.isOverdue(due.addDays(1)));
    inspection.closed = true;
    QVERIFY(!inspection.isOverdue(due.addDays(1)));
}

QTEST_APPLESS_MAIN(LatenessTest)
#include "tst_lateness.moc"
