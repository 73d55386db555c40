#include "domain/names.h"
#include "features/story.h"

#include <QTest>

using namespace thidua;
using namespace thidua::features;
using namespace Qt::StringLiterals;

namespace
{

domain::Inspection inspectionOf(const Story& story)
{
    domain::Inspection inspection;
    inspection.unit = story.ward(0);
    inspection.block = story.cluster();
    inspection.on = story.today();
    inspection.findings = u"Chưa ban hành kế hoạch"_s;
    inspection.followUp = u"Ban hành kế hoạch"_s;
    inspection.dueOn = story.today().addDays(7);
    return inspection;
}

} // namespace

// As a cluster I urge and make known; as a ward I answer, propose and report progress.
class StoryPublicity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInspectionIsAnsweredByTheWardAndClosedByTheCluster()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        const RecordId id = *lead.can().urging().inspect(inspectionOf(story));
        story.everybodySynchronises();
        // When the week is over without an answer, both tablets know, without a network
        story.pass(std::chrono::hours(24 * 9));
        QCOMPARE(officer.can().urging().overdue()->size(), 1);
        QCOMPARE(lead.can().urging().overdue()->size(), 1);
        // When the ward answers
        QVERIFY(officer.can().urging().answer(officer.form(kind::inspection, id), u"Đã ban hành"_s));
        QCOMPARE(officer.can().urging().close(officer.form(kind::inspection, id), u"xong"_s).error().code,
                 ErrorCode::Forbidden);
        story.everybodySynchronises();
        // Then the cluster reads it and closes
        QCOMPARE(lead.sees(id).value(name::answer).toText(), u"Đã ban hành"_s);
        QVERIFY(lead.can().urging().close(lead.form(kind::inspection, id), u"Đã có kế hoạch"_s));
        story.everybodySynchronises();
        QVERIFY(officer.can().urging().overdue()->isEmpty());
        QVERIFY(story.allAgreeOn(id));
    }

    void anAnswerThatCrossesTheClosingIsKept()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        const RecordId id = *lead.can().urging().inspect(inspectionOf(story));
        story.everybodySynchronises();
        QVERIFY(lead.can().urging().close(lead.form(kind::inspection, id), u"Đã thấy tại chỗ"_s));
        QVERIFY(officer.can().urging().answer(officer.form(kind::inspection, id), u"Đã ban hành"_s));
        story.synchronise({&lead, &officer});
        story.everybodySynchronises();
        QCOMPARE(officer.stateOf(id), u"closed"_s);
        QVERIFY(officer.refused().isEmpty());
        // There was no answer that it could stand beside, so it is the one that is shown
        QCOMPARE(lead.sees(id).value(name::answer).toText(), u"Đã ban hành"_s);
        QVERIFY(story.allAgreeOn(id));
    }

    void aReminderOfTheClusterRingsOnItsOfficersTablets()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& other = story.officer(2); // of the other cluster
        domain::Reminder reminder;
        reminder.name = u"Nộp báo cáo năm"_s;
        reminder.block = story.cluster();
        reminder.dueOn = story.today().addDays(10);
        reminder.daysBefore = {7, 1};
        QVERIFY(story.lead().can().urging().remind(reminder).ok());
        story.everybodySynchronises();
        QCOMPARE(officer.can().urging().notices()->size(), 3);
        QVERIFY(other.can().urging().notices()->isEmpty());
        QVERIFY(story.head().can().urging().notices()->isEmpty()); // another role
        // As days pass without a network, what has passed no longer rings
        story.pass(std::chrono::hours(24 * 5));
        QCOMPARE(officer.can().urging().notices()->size(), 2);
    }

    void anAnnouncementToAClusterIsReadByItsWardsAndByNoOthers()
    {
        Story story;
        Teller& lead = story.lead();
        Teller& officer = story.officer();
        Teller& other = story.officer(2);
        domain::Announcement said;
        said.name = u"Lịch tổng kết"_s;
        said.text = u"Tổng kết ngày 28/12"_s;
        said.block = story.cluster();
        const RecordId id = *lead.can().publicity().draft(said);
        story.everybodySynchronises();
        QVERIFY(officer.can().publicity().announcements()->isEmpty()); // a draft
        QVERIFY(lead.can().publicity().publish(lead.form(kind::announcement, id)));
        story.everybodySynchronises();
        QCOMPARE(officer.can().publicity().announcements()->size(), 1);
        QVERIFY(other.sees(id).isEmpty());
        QVERIFY(lead.can().publicity().withdraw(kind::announcement, lead.form(kind::announcement, id),
                                                u"Đổi lịch"_s));
        story.everybodySynchronises();
        QVERIFY(officer.can().publicity().announcements()->isEmpty());
    }

    void aModelExampleOfAWardIsRecognisedByItsCluster()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        domain::Example example;
        example.unit = story.ward(0);
        example.name = u"Tổ dân phố 5"_s;
        example.achievement = u"Hiến đất mở đường"_s;
        const RecordId id = *officer.can().publicity().propose(example);
        story.everybodySynchronises();
        QVERIFY(lead.can().publicity().recognise(kind::example, lead.form(kind::example, id)));
        story.everybodySynchronises();
        QVERIFY(domain::Example::fromFields(id, officer.sees(id)).recognised);
        QVERIFY(story.allAgreeOn(id));
    }

    void ofTwoOfficersWhoReportProgressTheLaterFigureStands()
    {
        Story story;
        Teller& first = story.officer(0, 0);
        Teller& second = story.officer(0, 1);
        domain::Work work;
        work.unit = story.ward(0);
        work.name = u"Công viên khu phố 2"_s;
        work.progress = 2'000;
        const RecordId id = *first.can().publicity().registerWork(work);
        story.everybodySynchronises();
        // When the second looks an hour after the first, and synchronises before
        QVERIFY(first.can().publicity().reportProgress(first.form(kind::work, id), 6'000));
        story.pass(std::chrono::hours(1));
        QVERIFY(second.can().publicity().reportProgress(second.form(kind::work, id), 5'500));
        story.synchronise({&second, &first});
        story.everybodySynchronises();
        QCOMPARE(first.sees(id).value(name::progress).toInteger(), 5'500);
        QVERIFY(first.conflict(id, name::progress));
        QVERIFY(story.allAgreeOn(id));
    }

    void anEntryForTheCreativityAwardIsGivenItsPrizeByTheCouncil()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& council = story.council();
        domain::CreativityEntry entry;
        entry.unit = story.ward(0);
        entry.name = u"Giải pháp chống ngập"_s;
        entry.year = 2025;
        entry.field = domain::CreativityField::Science;
        const RecordId id = *officer.can().publicity().enter(entry);
        QVERIFY(council.store().addChannels({domain::Channel::unit(story.ward(0)).name()}));
        story.everybodySynchronises();
        QVERIFY(council.can().publicity().accept(council.form(kind::creativityEntry, id)));
        QVERIFY(council.can().publicity().award(council.form(kind::creativityEntry, id), u"second"_s));
        story.everybodySynchronises();
        QCOMPARE(officer.stateOf(id), u"awarded"_s);
        QCOMPARE(officer.sees(id).value(name::prize).toText(), u"second"_s);
        // The officer cannot improve on it
        QCOMPARE(
            officer.can().publicity().award(officer.form(kind::creativityEntry, id), u"first"_s).error().code,
            ErrorCode::Forbidden);
        QVERIFY(story.allAgreeOn(id));
    }
};

QTEST_GUILESS_MAIN(StoryPublicity)
#include "tst_storypublicity.moc"
