#include "domain/names.h"
#include "domain/standing.h"
#include "features/story.h"

#include <QTest>

using namespace thidua;
using namespace thidua::features;
using namespace Qt::StringLiterals;

namespace
{

const QString year = u"2025"_s;

void must(const Result<void>& done)
{
    if (!done)
        qFatal("story: %s", qPrintable(done.error().detail));
}

RecordId reportOf(const Story& story, int ward)
{
    return domain::Report::idOf(story.ward(ward), story.criterion(), year);
}

// The officer of a ward hands in a report on the cluster's criterion.
void submit(Story& story, int ward, qint64 points)
{
    Teller& officer = story.officer(ward);
    const auto form = officer.can().reports().newForm(story.criterion(), year);
    must(form ? officer.can().reports().submit(form->shown, {{name::scoreSelf, points}}) : form.error());
}

services::ShownVersion shown(Teller& teller, const RecordId& report)
{
    return teller.form(kind::report, report);
}

domain::Standing standing(Teller& teller, const Story& story)
{
    const RecordId id = domain::Standing::idOf(story.cluster(), year);
    return domain::Standing::fromFields(id, teller.sees(id));
}

} // namespace

// What happens while somebody is without a network: nothing is lost, and everybody ends with the same.
class StoryMeanwhile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportWasAppraisedWhileItsOfficerChangedIt()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        submit(story, 0, 700);
        story.everybodySynchronises();
        const RecordId report = reportOf(story, 0);
        // Given an appraisal that the officer does not know of
        must(lead.can().reports().appraise(shown(lead, report), {650, u"Thiếu minh chứng"_s}));
        must(officer.can().reports().save(shown(officer, report), {{name::scoreSelf, 800}}));
        story.synchronise({&lead, &officer});
        story.everybodySynchronises();
        // Then the appraised report stands as it was judged, and the change is beside it
        QCOMPARE(officer.sees(report).value(name::scoreSelf).toInteger(), 700);
        QCOMPARE(officer.sees(report).value(name::scoreAppraisal).toInteger(), 650);
        const auto beside = officer.conflict(report, name::scoreSelf);
        QVERIFY(beside);
        QCOMPARE(beside->siblings.first().values.value(name::scoreSelf).toInteger(), 800);
        QVERIFY(officer.refused().isEmpty());
        QVERIFY(story.allAgreeOn(report));
    }

    void twoLeadersScoreTheSameWard()
    {
        Story story;
        Teller& first = story.lead(0, 0);
        Teller& second = story.lead(0, 1);
        submit(story, 0, 700);
        story.synchronise({&story.officer()});
        story.everybodySynchronises();
        const RecordId report = reportOf(story, 0);
        must(first.can().reports().appraise(shown(first, report), {600, u"Chấm lần một"_s}));
        story.pass(std::chrono::minutes(5));
        must(second.can().reports().appraise(shown(second, report), {640, u"Chấm lần hai"_s}));
        story.synchronise({&second, &first});
        story.everybodySynchronises();
        // Then the later score stands with its own reason, and the first is kept whole
        QCOMPARE(first.sees(report).value(name::scoreAppraisal).toInteger(), 640);
        QCOMPARE(first.sees(report).value(name::appraisalReason).toText(), u"Chấm lần hai"_s);
        const auto beside = first.conflict(report, u"appraisal"_s);
        QVERIFY(beside);
        QCOMPARE(beside->siblings.first().values.value(name::appraisalReason).toText(), u"Chấm lần một"_s);
        QVERIFY(story.allAgreeOn(report));
    }

    void aCriterionWasChangedWhileTabletsReportedOnIt()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        // Given a criterion of 9 points, of which the lead leaves 5 while the officer claims 8
        const auto form = lead.form(kind::criterion, story.criterion());
        must(lead.can().edits().change(kind::criterion, form, {{name::maxPoints, 500}}));
        submit(story, 0, 800);
        story.synchronise({&lead, &officer});
        story.everybodySynchronises();
        // Then what the officer entered is kept, and counts no more than the criterion brings
        const RecordId report = reportOf(story, 0);
        QCOMPARE(lead.sees(report).value(name::scoreSelf).toInteger(), 800);
        QCOMPARE(standing(officer, story).rows.first().points.base, 500);
        QVERIFY(officer.refused().isEmpty());
        // From now on nobody can enter more
        QCOMPARE(officer.can().reports().save(shown(officer, report), {{name::scoreSelf, 700}}).error().code,
                 ErrorCode::InvalidValue);
    }

    void aWardLeftTheClusterWhileItsOfficerWasOffline()
    {
        Story story;
        Teller& officer = story.officer(1);
        Teller& council = story.council();
        submit(story, 0, 500);
        submit(story, 1, 600);
        // When the council takes the ward out of the cluster, as after a merger
        const auto members = council.can().edits().all<domain::Membership>(kind::membership);
        for (const domain::Membership& member : *members) {
            if (member.unit == story.ward(1))
                must(council.can().edits().change(kind::membership, council.form(kind::membership, member.id),
                                                  {{name::deleted, true}}));
        }
        story.synchronise({&council, &story.officer(0), &officer});
        story.everybodySynchronises();
        // Then the officer's work has arrived and is whole
        const RecordId report = reportOf(story, 1);
        QVERIFY(officer.refused().isEmpty());
        QCOMPARE(officer.unsent(), 0);
        QCOMPARE(officer.sees(report).value(name::scoreSelf).toInteger(), 600);
        // and the cluster's standing is that of the wards that are left
        const auto table = standing(council, story);
        QCOMPARE(table.rows.size(), 1);
        QCOMPARE(table.rows.first().unit, story.ward(0));
    }

    void aReportWasPublishedWhileAnAppealWasOnItsWay()
    {
        Story story;
        Teller& officer = story.officer();
        Teller& lead = story.lead();
        Teller& council = story.council();
        submit(story, 0, 700);
        must(council.store().addChannels({domain::Channel::unit(story.ward(0)).name()}));
        story.everybodySynchronises();
        const RecordId report = reportOf(story, 0);
        must(lead.can().reports().appraise(shown(lead, report), {650, u"Đủ minh chứng"_s}));
        story.everybodySynchronises();
        // Given an appeal against the appraisal, written without a network
        must(officer.can().reports().save(shown(officer, report), {{name::objection, u"Đề nghị xem lại"_s}}));
        // and a council that decides and publishes meanwhile
        must(council.can().reports().decide(shown(council, report), {650, u"Thống nhất"_s}));
        must(council.can().reports().publish(shown(council, report)));
        story.synchronise({&council, &officer});
        story.everybodySynchronises();
        // Then the points are locked and the appeal is heard
        QCOMPARE(officer.stateOf(report), u"published"_s);
        QCOMPARE(council.sees(report).value(name::objection).toText(), u"Đề nghị xem lại"_s);
        QVERIFY(officer.refused().isEmpty());
        QVERIFY(story.allAgreeOn(report));
    }
};

QTEST_GUILESS_MAIN(StoryMeanwhile)
#include "tst_storymeanwhile.moc"
