#include "support/servicestest.h"

#include <QDateTime>
#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::Inspection;

namespace
{

Inspection inspectionOf(const RecordId& unit)
{
    Inspection inspection;
    inspection.unit = unit;
    inspection.block = block;
    inspection.on = QDate(2023, 11, 10);
    inspection.findings = u"Chưa ban hành kế hoạch"_s;
    inspection.followUp = u"Ban hành kế hoạch"_s;
    inspection.dueOn = QDate(2023, 11, 20);
    return inspection;
}

void setDay(ServicesFile& file, const QDate& day)
{
    file.clock.wall = QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch();
}

Fields reminderFields(const QString& role, const Value& of)
{
    return {{name::name, u"Nộp báo cáo"_s},
            {name::block, of},
            {name::scoreTable, scoreTable},
            {name::period, period},
            {name::role, role},
            {name::dueOn, u"2023-11-30"_s},
            {name::daysBefore, Value::List{7}}};
}

} // namespace

class UrgingServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasNotReportedOnEveryCriterionIsLate()
    {
        ServicesFile file(leadOf(block));
        setDay(file, QDate(2025, 12, 2)); // the table's day is 30/11
        for (const RecordId& criterion : {quantity, graded, second})
            file.decisions.row(kind::report, reportOf(unitA, criterion),
                               reportFields(unitA, criterion, 9000, 5000, 1));
        file.decisions.row(kind::report, reportOf(unitB, graded),
                           reportFields(unitB, graded, Value(), 5000, 1));
        file.arrive();
        const QList<domain::LateUnit> expected{{unitC, 3, 2}, {unitB, 2, 2}};
        QCOMPARE(*file.services->urging().late(block, period), expected);
        QCOMPARE(file.services->urging().late(block, u"2019"_s).error().code, ErrorCode::NotFound);
    }

    void theDeviceRemindsItsPersonAndNobodyElse()
    {
        ServicesFile file;
        setDay(file, QDate(2023, 11, 20));
        file.decisions.row(kind::reminder, idOf("mine"), reminderFields(u"officer"_s, block))
            .row(kind::reminder, idOf("the head's"), reminderFields(u"unit-head"_s, block));
        file.arrive();
        const auto notices = *file.services->urging().notices();
        QCOMPARE(notices.size(), 2); // a week before, and on the day
        QCOMPARE(notices.first().reminder, idOf("mine"));
        QCOMPARE(notices.first().on, QDate(2023, 11, 23));
    }

    void theBlockSetsADeadlineAndAnOfficerDoesNot()
    {
        domain::Reminder reminder;
        reminder.name = u"Nộp báo cáo"_s;
        reminder.block = block;
        reminder.dueOn = QDate(2023, 11, 30);
        ServicesFile lead(leadOf(block));
        QVERIFY(lead.services->urging().remind(reminder));
        ServicesFile officer;
        QCOMPARE(officer.services->urging().remind(reminder).error().code, ErrorCode::Forbidden);
    }

    void whatIsToFollowHasADay()
    {
        ServicesFile file(leadOf(block));
        Inspection open = inspectionOf(unitA);
        open.dueOn = {};
        QCOMPARE(file.services->urging().inspect(open).error().code, ErrorCode::MissingField);
        open = inspectionOf(unitA);
        open.followUp.clear();
        QCOMPARE(file.services->urging().inspect(open).error().code, ErrorCode::MissingField);
    }

    void anInspectionIsOverdueUntilTheBlockClosesIt()
    {
        ServicesFile file(leadOf(block));
        setDay(file, QDate(2023, 11, 21));
        auto& urging = file.services->urging();
        const RecordId id = *urging.inspect(inspectionOf(unitA));
        QCOMPARE(urging.overdue()->size(), 1);
        const auto shown = [&] { return *file.services->edits().shown(kind::inspection, id); };
        QCOMPARE(urging.close(shown(), {}).error().code, ErrorCode::IllegalMove);
        QVERIFY(urging.close(shown(), u"Đã ban hành kế hoạch"_s));
        QVERIFY(urging.overdue()->isEmpty());
        QVERIFY(urging.reopen(shown(), u"Kế hoạch chưa được ký"_s));
        QCOMPARE(urging.overdue()->size(), 1);
    }

    void theUnitAnswersButDoesNotClose()
    {
        ServicesFile file;
        file.decisions.row(kind::inspection, idOf("inspection"), inspectionOf(unitA).toFields());
        file.arrive();
        const auto shown = *file.services->edits().shown(kind::inspection, idOf("inspection"));
        QVERIFY(file.services->urging().answer(shown, u"Đã ban hành"_s));
        QCOMPARE(file.services->urging().close(shown, u"xong"_s).error().code, ErrorCode::Forbidden);
        QCOMPARE(file.services->urging().inspect(inspectionOf(unitA)).error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(UrgingServiceTest)
#include "tst_urgingservice.moc"
