#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;

namespace
{

const QList<domain::Grant> ofCouncil{{domain::Role::Council, domain::Channel::city(), 0, 0}};

domain::Announcement announcement()
{
    domain::Announcement made;
    made.name = u"Lịch tổng kết"_s;
    made.text = u"Tổng kết ngày 20/12"_s;
    made.block = block;
    return made;
}

} // namespace

class PublicityServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnnouncementIsShownFromItsPublicationToItsWithdrawal()
    {
        ServicesFile file(leadOf(block));
        auto& publicity = file.services->publicity();
        const RecordId id = *publicity.draft(announcement());
        const auto shown = [&] { return *file.services->edits().shown(kind::announcement, id); };
        QVERIFY(publicity.announcements()->isEmpty());
        QVERIFY(publicity.publish(shown()));
        QCOMPARE(publicity.announcements()->size(), 1);
        QCOMPARE(publicity.withdraw(kind::announcement, shown(), u" "_s).error().code,
                 ErrorCode::IllegalMove);
        QVERIFY(publicity.withdraw(kind::announcement, shown(), u"Đổi lịch"_s));
        QVERIFY(publicity.announcements()->isEmpty());
    }

    void aPublishedTextIsNotChangedAnyMore()
    {
        ServicesFile file(leadOf(block));
        const RecordId id = *file.services->publicity().draft(announcement());
        QVERIFY(file.services->publicity().publish(*file.services->edits().shown(kind::announcement, id)));
        const auto shown = *file.services->edits().shown(kind::announcement, id);
        const auto changed =
            file.services->edits().change(kind::announcement, shown, {{name::text, u"Nội dung khác"_s}});
        QCOMPARE(changed.error().code, ErrorCode::StateLocked);
    }

    void aLeadAnnouncesToTheirBlockAndNotToTheCity()
    {
        ServicesFile file(leadOf(block));
        domain::Announcement toAll = announcement();
        toAll.block = {};
        QCOMPARE(file.services->publicity().draft(toAll).error().code, ErrorCode::Forbidden);
    }

    void aUnitProposesAnExampleAndTheBlockRecognisesIt()
    {
        ServicesFile officer;
        domain::Example example;
        example.unit = unitA;
        example.name = u"Tổ dân phố 5"_s;
        const RecordId id = *officer.services->publicity().propose(example);
        QCOMPARE(officer.services->publicity()
                     .recognise(kind::example, *officer.services->edits().shown(kind::example, id))
                     .error()
                     .code,
                 ErrorCode::Forbidden);
        ServicesFile lead(leadOf(block));
        lead.decisions.row(kind::example, id, example.toFields());
        lead.arrive();
        QVERIFY(lead.services->publicity().recognise(kind::example,
                                                     *lead.services->edits().shown(kind::example, id)));
    }

    void progressIsPartOfTheWholeAndToldUntilTheEnd()
    {
        ServicesFile file;
        domain::Work work;
        work.unit = unitA;
        work.name = u"Công viên khu phố 2"_s;
        work.progress = 10'001;
        QCOMPARE(file.services->publicity().registerWork(work).error().code, ErrorCode::InvalidValue);
        work.progress = 2'000;
        const RecordId id = *file.services->publicity().registerWork(work);
        const auto shown = *file.services->edits().shown(kind::work, id);
        QCOMPARE(file.services->publicity().reportProgress(shown, -1).error().code, ErrorCode::InvalidValue);
        QVERIFY(file.services->publicity().reportProgress(shown, 5'000));
        QCOMPARE(file.services->edits().shown(kind::work, id)->fields.value(name::progress).toInteger(),
                 5'000);
    }

    void aPrizeIsGivenToAnAcceptedEntryOnly()
    {
        ServicesFile file(ofCouncil);
        domain::CreativityEntry entry;
        entry.unit = unitA;
        entry.name = u"Giải pháp chống ngập"_s;
        entry.year = 2025;
        entry.field = domain::CreativityField::Science;
        auto& publicity = file.services->publicity();
        const RecordId id = *publicity.enter(entry);
        const auto shown = [&] { return *file.services->edits().shown(kind::creativityEntry, id); };
        QCOMPARE(publicity.award(shown(), u"first"_s).error().code, ErrorCode::IllegalMove);
        QCOMPARE(publicity.reject(shown(), {}).error().code, ErrorCode::IllegalMove);
        QVERIFY(publicity.accept(shown()));
        QCOMPARE(publicity.award(shown(), u"fourth"_s).error().code, ErrorCode::InvalidValue);
        QVERIFY(publicity.award(shown(), u"first"_s));
        QCOMPARE(domain::stateOf(QString(kind::creativityEntry), shown().fields), u"awarded"_s);
    }
};

QTEST_GUILESS_MAIN(PublicityServiceTest)
#include "tst_publicityservice.moc"
