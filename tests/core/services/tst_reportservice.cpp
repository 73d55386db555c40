#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::ReportState;
using services::ReportForm;

class ReportServiceTest : public QObject
{
    Q_OBJECT

private:
    static ReportForm formOf(ServicesFile& file, const RecordId& criterion)
    {
        auto form = file.services->reports().newForm(criterion, period);
        Q_ASSERT(form);
        return *form;
    }
    static store::OutboxEntry lastEdit(ServicesFile& file)
    {
        return file.server->outbox(store::EditState::Pending)->last();
    }

private Q_SLOTS:
    void aNewReportSaysWhoWhatAndWhen()
    {
        ServicesFile file;
        const ReportForm form = formOf(file, quantity);
        QVERIFY(form.canEnter);
        QVERIFY(!form.canAppraise);
        QCOMPARE(form.label, u"I.1"_s);
        QCOMPARE(form.unitName, u"Phường Bến Thành"_s);
        QVERIFY(file.services->reports().save(form.shown, {{name::value, 9550}, {name::measure, u"%"_s}}));
        const auto edit = lastEdit(file).edit;
        QCOMPARE(edit.record, reportOf(unitA, quantity));
        QCOMPARE(edit.seen, 0);
        QCOMPARE(edit.set.value(name::unit).toId(), unitA);
        QCOMPARE(edit.set.value(name::movement).toId(), movement);
        QCOMPARE(edit.set.value(name::reporter).toId<UserId>(), me);
        QVERIFY(!edit.set.contains(name::submission));
    }

    void anEditCarriesItsWholeGroupAndTheVersionThatWasShown()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, quantity),
                           reportFields(unitA, quantity, 9000, 15000), {.version = 4, .rank = 10});
        file.arrive();
        const ReportForm form = formOf(file, quantity);
        QCOMPARE(form.shown.version, 4);
        QVERIFY(file.services->reports().save(form.shown, {{name::value, 9550}}));
        const auto edit = lastEdit(file).edit;
        QCOMPARE(edit.seen, 4);
        QCOMPARE(edit.set, (Fields{{name::value, 9550}, {name::measure, u"%"_s}}));
    }

    void whatThePersonLeftAloneIsNotPartOfTheEdit()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, quantity),
                           reportFields(unitA, quantity, 9000, 15000));
        file.arrive();
        const ReportForm form = formOf(file, quantity);
        QVERIFY(file.services->reports().save(form.shown,
                                              {{name::value, 9000}, {name::explanation, u"Đã rà soát"_s}}));
        QCOMPARE(lastEdit(file).edit.set, (Fields{{name::explanation, u"Đã rà soát"_s}}));
        const auto sameAgain = file.services->reports().form(form.shown.id);
        QVERIFY(file.services->reports().save(sameAgain->shown, {{name::value, 9000}}));
        QCOMPARE(file.server->outbox(store::EditState::Pending)->size(), 1);
    }

    void aVersionOfBeforeARestoreCountsAsNotSeen()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 5000),
                           {.version = 6, .rank = 10});
        file.arrive();
        const ReportForm form = formOf(file, graded);
        store::Page page = file.decisions.take();
        page.epoch = u"2.y"_s;
        QVERIFY(file.server->applyPage(page));
        QVERIFY(file.services->reports().save(form.shown, {{name::scoreSelf, 6000}}));
        QCOMPARE(lastEdit(file).edit.seen, 0);
        QCOMPARE(lastEdit(file).epoch, u"2.y"_s);
    }

    void pointsAboveTheMaximumAreRefused()
    {
        ServicesFile file;
        const ReportForm form = formOf(file, graded);
        const auto saved = file.services->reports().save(form.shown, {{name::scoreSelf, 10001}});
        QCOMPARE(saved.error().code, ErrorCode::InvalidValue);
        QCOMPARE(file.server->counts()->pendingEdits, 0);
    }

    void textsAreStoredComposed()
    {
        ServicesFile file;
        const ReportForm form = formOf(file, graded);
        const QString decomposed = u"Hoa\u0300"_s;
        QVERIFY(file.services->reports().save(form.shown, {{name::explanation, decomposed}}));
        QCOMPARE(lastEdit(file).edit.set.value(name::explanation).toText(),
                 decomposed.normalized(QString::NormalizationForm_C));
    }

    void anIncompleteReportIsNotSubmitted()
    {
        ServicesFile file;
        const ReportForm form = formOf(file, quantity);
        QCOMPARE(file.services->reports().submit(form.shown, {{name::scoreSelf, 15000}}).error().code,
                 ErrorCode::MissingField);
        QVERIFY(file.services->reports().submit(
            form.shown, {{name::scoreSelf, 15000}, {name::value, 9550}, {name::measure, u"%"_s}}));
        QCOMPARE(formOf(file, quantity).report.state, ReportState::Submitted);
    }

    void aReturnedReportIsSubmittedAgain()
    {
        ServicesFile file;
        Fields fields = reportFields(unitA, graded, Value(), 5000, 1);
        fields.insert({{name::status, u"returned"_s},
                       {name::reason, u"Thiếu minh chứng"_s},
                       {name::reviewedSubmission, 1}});
        file.decisions.row(kind::report, reportOf(unitA, graded), fields, {.version = 3, .rank = 30});
        file.arrive();
        const ReportForm form = formOf(file, graded);
        QCOMPARE(form.report.state, ReportState::Returned);
        QCOMPARE(form.report.reason, u"Thiếu minh chứng"_s);
        QVERIFY(file.services->reports().submit(form.shown, {{name::scoreSelf, 6000}}));
        QCOMPARE(lastEdit(file).edit.set.value(name::submission).toInteger(), 2);
        QCOMPARE(formOf(file, graded).report.state, ReportState::Submitted);
    }

    void anOfficerWritesNeitherAnotherUnitNorAScoreOfTheBlock()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitB, graded),
                           reportFields(unitB, graded, Value(), 5000, 1));
        file.decisions.row(kind::report, reportOf(unitA, graded),
                           reportFields(unitA, graded, Value(), 5000, 1));
        file.arrive();
        auto& reports = file.services->reports();
        const auto others = reports.form(reportOf(unitB, graded));
        QVERIFY(!others->canEnter);
        QCOMPARE(others->locked, ErrorCode::Forbidden);
        QCOMPARE(reports.save(others->shown, {{name::note, u"x"_s}}).error().code, ErrorCode::Forbidden);
        const auto own = reports.form(reportOf(unitA, graded));
        QCOMPARE(reports.appraise(own->shown, {4000, u"giảm"_s}).error().code, ErrorCode::Forbidden);
        QCOMPARE(file.server->counts()->pendingEdits, 0);
    }

    void anAppraisedReportIsLockedForTheUnit()
    {
        ServicesFile file;
        Fields fields = reportFields(unitA, graded, Value(), 5000, 1);
        fields.insert(
            {{name::status, u"appraised"_s}, {name::reason, Value()}, {name::reviewedSubmission, 1}});
        file.decisions.row(kind::report, reportOf(unitA, graded), fields, {.version = 3, .rank = 30});
        file.arrive();
        const ReportForm form = formOf(file, graded);
        QVERIFY(!form.canEnter);
        QCOMPARE(form.locked, ErrorCode::StateLocked);
        QCOMPARE(file.services->reports().save(form.shown, {{name::scoreSelf, 1}}).error().code,
                 ErrorCode::StateLocked);
        // What was entered before the lock was known is still taken: the server sets it beside.
        services::ShownVersion before = form.shown;
        before.fields.remove(name::status);
        before.version = 2;
        QVERIFY(file.services->reports().save(before, {{name::scoreSelf, 6000}}));
    }

    void aBlockLeadAppraisesAndReturnsWithAReason()
    {
        ServicesFile file(leadOf(block));
        file.decisions.row(kind::report, reportOf(unitA, graded),
                           reportFields(unitA, graded, Value(), 9000, 1), {.version = 2, .rank = 10});
        file.arrive();
        auto& reports = file.services->reports();
        const auto form = reports.form(reportOf(unitA, graded));
        QVERIFY(form->canAppraise && form->canReturn && !form->canDecide);
        QCOMPARE(reports.returnReport(form->shown, u"  "_s).error().code, ErrorCode::IllegalMove);
        QVERIFY(reports.appraise(form->shown, {8500, u"Trừ 5 điểm do nộp muộn"_s}));
        const auto appraised = reports.form(form->shown.id);
        QCOMPARE(appraised->report.state, ReportState::Appraised);
        QCOMPARE(appraised->report.scoreAppraisal, 8500);
        QCOMPARE(appraised->report.scoreSelf, 9000);
        QVERIFY(reports.returnReport(appraised->shown, u"Thiếu minh chứng"_s));
        QCOMPARE(reports.form(form->shown.id)->report.state, ReportState::Returned);
    }

    void theCouncilDecidesAndPublishes()
    {
        ServicesFile file({{domain::Role::Council, domain::Channel::city(), 0, 0}});
        Fields fields = reportFields(unitA, graded, Value(), 9000, 1);
        fields.insert(
            {{name::status, u"appraised"_s}, {name::reason, Value()}, {name::reviewedSubmission, 1}});
        file.decisions.row(kind::report, reportOf(unitA, graded), fields, {.version = 3, .rank = 30});
        file.arrive();
        auto& reports = file.services->reports();
        QVERIFY(reports.decide(reports.form(reportOf(unitA, graded))->shown, {8800, u"Theo biên bản"_s}));
        QCOMPARE(reports.form(reportOf(unitA, graded))->report.state, ReportState::Decided);
        QVERIFY(reports.publish(reports.form(reportOf(unitA, graded))->shown));
        QCOMPARE(reports.form(reportOf(unitA, graded))->report.state, ReportState::Published);
    }

    void aNewerVersionNamesWhoChangedWhat()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 5000),
                           {.version = 1, .rank = 10});
        file.arrive();
        const ReportForm form = formOf(file, graded);
        QVERIFY(!file.services->reports().newerThan(form.shown)->has_value());
        Fields fields = reportFields(unitA, graded, Value(), 7000);
        file.decisions.row(kind::report, form.shown.id, fields, {.version = 1, .rank = 10, .seq = 1})
            .mixed(form.shown.id, {name::scoreSelf}, {.version = 2, .rank = 20, .author = head, .at = 5000});
        file.arrive();
        const auto newer = file.services->reports().newerThan(form.shown);
        QVERIFY(newer->has_value());
        QCOMPARE((*newer)->group, u"scoreSelf"_s);
        QCOMPARE((*newer)->authorName, u"Lê Văn Cường"_s);
        QCOMPARE((*newer)->rank, 20);
        QCOMPARE((*newer)->at, 5000);
        QVERIFY(!(*newer)->ownDevice);
    }

    void aFormThatDiedComesBackWithWhatItShowed()
    {
        ServicesFile file;
        file.decisions.row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 5000),
                           {.version = 1, .rank = 10});
        file.arrive();
        const QString longText = QString(10'000, u'ễ');
        const ReportForm form = formOf(file, graded);
        QVERIFY(file.services->reports().keepDraft(
            form.shown, {{name::scoreSelf, u"72,"_s}, {name::explanation, longText}}));
        file.open();
        file.decisions.row(kind::report, form.shown.id, reportFields(unitA, graded, Value(), 7000),
                           {.version = 2, .rank = 20});
        file.arrive();
        const ReportForm again = formOf(file, graded);
        QVERIFY(again.draft);
        QCOMPARE(services::typedIn(*again.draft).value(name::scoreSelf).toText(), u"72,"_s);
        QCOMPARE(services::typedIn(*again.draft).value(name::explanation).toText(), longText);
        const auto shown = services::shownIn(*again.draft);
        QCOMPARE(shown.version, 1);
        QCOMPARE(shown.epoch, u"1.x"_s);
        QVERIFY(shown.exists);
        QCOMPARE(shown.fields, form.shown.fields);
        QVERIFY(file.services->reports().save(shown, {{name::scoreSelf, 7200}}));
        QCOMPARE(lastEdit(file).edit.seen, 1);
        QVERIFY(!formOf(file, graded).draft);
    }

    void unfinishedFormsCountAsUnsentWork()
    {
        ServicesFile file;
        QCOMPARE(*file.services->unsentWork(), 0);
        const ReportForm form = formOf(file, graded);
        QVERIFY(file.services->reports().keepDraft(form.shown, {{name::note, u"a"_s}}));
        QCOMPARE(*file.services->unsentWork(), 1);
        QVERIFY(file.services->reports().save(form.shown, {{name::note, u"a"_s}}));
        QCOMPARE(*file.services->unsentWork(), 1);
    }
};

QTEST_GUILESS_MAIN(ReportServiceTest)
#include "tst_reportservice.moc"
