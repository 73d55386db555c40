#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using services::ConflictItem;
using services::Decided;

namespace
{

const RecordId report = reportOf(unitA, graded);

Fields score(qint64 points)
{
    return {{name::scoreSelf, points}};
}

// The first edit of this device, which the server has taken as version 2.
void ownEditIsAccepted(ServicesFile& file)
{
    const auto saved =
        file.server->save({kind::report, report, 0, reportFields(unitA, graded, Value(), 8000), {}});
    Q_ASSERT(saved && saved->seq == 1);
    const auto settled = file.server->settleReceipts({{1, 2, {u"scoreSelf"_s}, ErrorCode::None, {}}});
    Q_ASSERT(settled);
}

// The head's earlier 70,00 stands; the own later 80,00 stands beside it.
void headBeatsMe(ServicesFile& file)
{
    ownEditIsAccepted(file);
    file.decisions
        .row(kind::report, report, reportFields(unitA, graded, Value(), 7000),
             {.version = 3, .rank = 20, .author = head, .at = 1000})
        .sibling(report, score(8000),
                 {.version = 2, .rank = 10, .author = me, .at = 2000, .device = myDevice, .seq = 1});
    file.arrive();
}

} // namespace

class ConflictServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLoserSeesBothValuesAndWhy()
    {
        ServicesFile file;
        headBeatsMe(file);
        const auto items = file.services->conflicts().items();
        QCOMPARE(items->size(), 1);
        const ConflictItem& item = items->first();
        QVERIFY(item.mine);
        QCOMPARE(item.decided, Decided::ByRole);
        QCOMPARE(item.subject.label, u"I.2"_s);
        QCOMPARE(item.subject.unitName, u"Phường Bến Thành"_s);
        QCOMPARE(item.kept.values.value(name::scoreSelf).toInteger(), 7000);
        QCOMPARE(item.kept.authorName, u"Lê Văn Cường"_s);
        QCOMPARE(item.lost.values.value(name::scoreSelf).toInteger(), 8000);
        QVERIFY(item.lost.ownDevice);
        QCOMPARE(item.others, 0);
    }

    void betweenEqualsTheLaterOneStands()
    {
        ServicesFile file;
        file.decisions
            .row(kind::report, report, reportFields(unitA, graded, Value(), 7000),
                 {.version = 3, .rank = 10, .author = colleague, .at = 3000})
            .sibling(report, score(8000),
                     {.version = 2, .rank = 10, .author = me, .at = 2000, .device = myDevice, .seq = 1});
        file.arrive();
        QCOMPARE(file.services->conflicts().items()->first().decided, Decided::ByTime);
    }

    void anEntryThatCameAfterTheLockSaysSo()
    {
        ServicesFile file;
        file.decisions
            .row(kind::report, report, reportFields(unitA, graded, Value(), 7000),
                 {.version = 3, .rank = 10, .author = colleague, .at = 3000})
            .sibling(report, score(8000),
                     {.version = 4, .rank = 0, .author = me, .at = 9000, .device = myDevice, .seq = 1});
        file.arrive();
        QCOMPARE(file.services->conflicts().items()->first().decided, Decided::ByLock);
    }

    void agreeingSettlesItForEverybodyWhereThePersonMayWrite()
    {
        ServicesFile file;
        headBeatsMe(file);
        QVERIFY(file.services->conflicts().accept(report, u"scoreSelf"_s));
        const auto pending = file.server->outbox(store::EditState::Pending);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->first().edit.seen, 3);
        QCOMPARE(pending->first().edit.set, score(7000));
        QCOMPARE(file.services->conflicts().items()->size(), 0);
        QCOMPARE(file.server->conflicts()->size(), 0);
    }

    void agreeingWithoutTheRightIsRememberedHereOnly()
    {
        ServicesFile file;
        ownEditIsAccepted(file);
        Fields locked = reportFields(unitA, graded, Value(), 7000, 1);
        locked.insert(
            {{name::status, u"appraised"_s}, {name::reason, Value()}, {name::reviewedSubmission, 1}});
        const Decisions::Said kept{.version = 5, .rank = 20, .author = head};
        const Decisions::Said own{.version = 2, .rank = 10, .author = me, .device = myDevice, .seq = 1};
        file.decisions.row(kind::report, report, locked, kept).sibling(report, score(8000), own);
        file.arrive();
        QVERIFY(file.services->conflicts().accept(report, u"scoreSelf"_s));
        QCOMPARE(file.server->counts()->pendingEdits, 0);
        QCOMPARE(file.services->conflicts().items()->size(), 0);
        file.open();
        QCOMPARE(file.services->conflicts().items()->size(), 0);
        // A further value is news.
        file.decisions
            .row(kind::report, report, locked, {.version = 6, .rank = 20, .author = head, .seq = 99})
            .sibling(report, score(8000), own);
        file.arrive();
        QCOMPARE(file.services->conflicts().items()->size(), 1);
    }

    void proposingAgainHasSeenBoth()
    {
        ServicesFile file;
        headBeatsMe(file);
        QVERIFY(file.services->conflicts().propose(report, u"scoreSelf"_s));
        const auto edit = file.server->outbox(store::EditState::Pending)->first().edit;
        QCOMPARE(edit.seen, 3);
        QCOMPARE(edit.set, score(8000));
        QCOMPARE(file.services->conflicts().items()->size(), 0);
        const auto record = file.server->record(report);
        QCOMPARE((*record)->values.value(name::scoreSelf).toInteger(), 8000);
    }

    void anotherValueSettlesBoth()
    {
        ServicesFile file;
        headBeatsMe(file);
        auto& conflicts = file.services->conflicts();
        QCOMPARE(conflicts.settleWith(report, u"scoreSelf"_s, u"bảy lăm"_s).error().code,
                 ErrorCode::InvalidValue);
        QVERIFY(conflicts.settleWith(report, u"scoreSelf"_s, u"75,5"_s));
        QCOMPARE(file.server->outbox(store::EditState::Pending)->first().edit.set, score(7550));
        QCOMPARE(conflicts.items()->size(), 0);
        QCOMPARE(conflicts.settleWith(report, u"scoreSelf"_s, u"75,5"_s).error().code, ErrorCode::NotFound);
    }

    void aLowerRoleCannotSettleWhatAHigherOneDecided()
    {
        ServicesFile file(leadOf(block));
        Fields fields = reportFields(unitA, graded, Value(), 7000, 1);
        fields.insert({{name::scoreAppraisal, 6000}, {name::appraisalReason, u"a"_s}});
        const Fields proposal{{name::scoreAppraisal, 6500}, {name::appraisalReason, u"b"_s}};
        file.decisions.row(kind::report, report, fields, {.version = 4, .rank = 40, .author = head})
            .sibling(report, proposal,
                     {.version = 5, .rank = 30, .author = me, .device = myDevice, .seq = 1});
        file.arrive();
        QVERIFY(file.services->conflicts().accept(report, u"appraisal"_s));
        QCOMPARE(file.server->counts()->pendingEdits, 0);
        QCOMPARE(file.services->conflicts().items()->size(), 0);
    }
};

QTEST_GUILESS_MAIN(ConflictServiceTest)
#include "tst_conflictservice.moc"
