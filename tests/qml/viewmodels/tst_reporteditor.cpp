#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;
using viewmodels::ReportEditor;

class ReportEditorTest : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<ReportEditor> open(SampleApp& sample, const RecordId& criterion)
    {
        std::unique_ptr<ReportEditor> editor(sample.session().newReport(criterion.toText(), period));
        const bool loaded = QTest::qWaitFor([&] { return !editor->loading(); });
        Q_ASSERT(loaded);
        return editor;
    }
    static bool succeeds(ReportEditor& editor, void (ReportEditor::*step)())
    {
        QSignalSpy saved(&editor, &ReportEditor::saved);
        QSignalSpy problem(&editor, &ReportEditor::problem);
        (editor.*step)();
        return QTest::qWaitFor([&] { return saved.count() + problem.count() > 0; }) && saved.count() == 1;
    }
    static void submittedReport(SampleApp& sample, qint64 version = 2, qint64 score = 5000)
    {
        sample.decisions.row(kind::report, reportOf(unitA, graded),
                             reportFields(unitA, graded, Value(), score, 1),
                             {.version = version, .rank = 10, .author = colleague});
        sample.arrive();
    }

private Q_SLOTS:
    void theFormSaysWhatItIsAbout()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, quantity);
        QCOMPARE(editor->title(), u"Tỷ lệ hài lòng của người dân"_s);
        QCOMPARE(editor->groupText(), u"Criterion I.1 · Phường Bến Thành"_s);
        QCOMPARE(editor->maxText(), u"At most 200 points"_s);
        QCOMPARE(editor->measure(), u"%"_s);
        QCOMPARE(editor->periodText(), u"year 2025"_s);
        QVERIFY(editor->editable());
        QVERIFY(editor->reportId().isEmpty());
        QVERIFY(!editor->canSubmit());
        QVERIFY(editor->submitHint().contains(u"result"_s));
    }

    void everyChangeIsKeptAsADraftAndSurvivesTheDeathOfTheProcess()
    {
        SampleApp sample;
        submittedReport(sample);
        QVERIFY(sample.start());
        {
            const auto editor = open(sample, graded);
            editor->setScoreText(u"72,"_s);
            editor->setExplanation(u"Đã quán triệt tại 12 khu phố"_s);
            QTRY_VERIFY(editor->draftKept());
            QCOMPARE(editor->draftText(), u"Draft kept at 10:42"_s);
            QCOMPARE(sample.pending().size(), 0);
        }
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        QCOMPARE(editor->scoreText(), u"72,"_s);
        QCOMPARE(editor->explanation(), u"Đã quán triệt tại 12 khu phố"_s);
        QVERIFY(editor->isChanged());
        QVERIFY(editor->draftKept());
    }

    void aFormThatIsDroppedAtOnceKeepsItsDraftToo()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        {
            const auto editor = open(sample, graded);
            editor->setNote(u"gọi lại cho khu phố 3"_s);
        }
        QVERIFY(sample.start());
        QCOMPARE(open(sample, graded)->note(), u"gọi lại cho khu phố 3"_s);
    }

    void goingToTheBackgroundKeepsTheDraft()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        editor->setNote(u"x"_s);
        sample.session().keepDrafts();
        QTRY_COMPARE(sample.server->drafts()->size(), 1);
    }

    void aRestoredFormHasSeenOnlyWhatItHadShown()
    {
        SampleApp sample;
        submittedReport(sample, 2, 5000);
        QVERIFY(sample.start());
        {
            const auto editor = open(sample, graded);
            editor->setScoreText(u"72"_s);
        }
        // The process is dead; meanwhile the head changes the same score.
        sample.app.reset();
        sample.decisions.row(kind::report, reportOf(unitA, graded),
                             reportFields(unitA, graded, Value(), 7000, 1),
                             {.version = 3, .rank = 20, .author = head, .at = 1000});
        sample.arrive();
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        QTRY_VERIFY(!editor->newerVersionText().isEmpty());
        QVERIFY(editor->newerVersionText().contains(u"Lê Văn Cường"_s));
        QVERIFY(editor->newerVersionText().contains(u"70"_s));
        QVERIFY(succeeds(*editor, &ReportEditor::save));
        QCOMPARE(sample.pending().last().edit.seen, 2);
    }

    void takingTheNewerVersionMeansHavingSeenIt()
    {
        SampleApp sample;
        submittedReport(sample, 2, 5000);
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        editor->setScoreText(u"72"_s);
        sample.decisions.row(kind::report, reportOf(unitA, graded),
                             reportFields(unitA, graded, Value(), 7000, 1),
                             {.version = 3, .rank = 20, .author = head});
        sample.arrive();
        QTRY_VERIFY(!editor->newerVersionText().isEmpty());
        QCOMPARE(editor->scoreText(), u"72"_s);
        editor->takeNewer();
        QTRY_VERIFY(editor->newerVersionText().isEmpty());
        QCOMPARE(editor->scoreText(), u"72"_s);
        QVERIFY(succeeds(*editor, &ReportEditor::save));
        QCOMPARE(sample.pending().last().edit.seen, 3);
    }

    void anUntouchedFormShowsWhatArrives()
    {
        SampleApp sample;
        submittedReport(sample, 2, 5000);
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        QCOMPARE(editor->scoreText(), u"50"_s);
        submittedReport(sample, 3, 7000);
        QTRY_COMPARE(editor->scoreText(), u"70"_s);
        QVERIFY(editor->newerVersionText().isEmpty());
    }

    void commaAndPointAreBothUnderstoodAndNonsenseIsMarkedAtOnce()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, quantity);
        editor->setValueText(u"97.25"_s);
        QVERIFY(editor->valueError().isEmpty());
        editor->setValueText(u"97,25"_s);
        QVERIFY(editor->valueError().isEmpty());
        editor->setValueText(u"gần hết"_s);
        QVERIFY(!editor->valueError().isEmpty());
        QVERIFY(!editor->canSave());
        editor->setScoreText(u"200,01"_s);
        QCOMPARE(editor->scoreError(), u"At most 200 points"_s);
        editor->setOccurredOn(u"31/02/2025"_s);
        QVERIFY(!editor->dateError().isEmpty());
        editor->setOccurredOn(u"7/4/2025"_s);
        QVERIFY(editor->dateError().isEmpty());
        QVERIFY(!succeeds(*editor, &ReportEditor::save));
        QCOMPARE(sample.pending().size(), 0);
    }

    void savingStoresWhatWasTypedAndEndsTheDraft()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, quantity);
        editor->setValueText(u"95.5"_s);
        editor->setScoreText(u"180"_s);
        editor->setOccurredOn(u"7/4/2025"_s);
        QVERIFY(editor->canSave());
        QVERIFY(succeeds(*editor, &ReportEditor::save));
        const Fields set = sample.pending().last().edit.set;
        QCOMPARE(set.value(name::value).toInteger(), 9550);
        QCOMPARE(set.value(name::measure).toText(), u"%"_s);
        QCOMPARE(set.value(name::scoreSelf).toInteger(), 18000);
        QCOMPARE(set.value(name::occurredOn).toText(), u"2025-04-07"_s);
        QTRY_VERIFY(!editor->isChanged());
        QTRY_VERIFY(!editor->reportId().isEmpty());
        QCOMPARE(editor->valueText(), u"95,5"_s);
        QCOMPARE(sample.server->drafts()->size(), 0);
    }

    void submittingIsOfferedWhenNothingIsMissing()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, quantity);
        editor->setScoreText(u"180"_s);
        QVERIFY(!editor->canSubmit());
        editor->setValueText(u"95"_s);
        QVERIFY(editor->canSubmit());
        QVERIFY(succeeds(*editor, &ReportEditor::submit));
        QTRY_COMPARE(editor->stateName(), u"submitted"_s);
        QVERIFY(!editor->canSubmit());
    }

    void discardingBringsBackWhatStands()
    {
        SampleApp sample;
        submittedReport(sample);
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        editor->setScoreText(u"1"_s);
        editor->keepDraft();
        editor->discard();
        QTRY_COMPARE(editor->scoreText(), u"50"_s);
        QTRY_COMPARE(sample.server->drafts()->size(), 0);
        QVERIFY(!editor->isChanged());
    }

    void aBlockLeadAppraisesButDoesNotEnterTheUnitsResult()
    {
        SampleApp sample(leadOf(block));
        submittedReport(sample);
        QVERIFY(sample.start());
        std::unique_ptr<ReportEditor> editor(sample.session().editReport(reportOf(unitA, graded).toText()));
        QTRY_VERIFY(!editor->loading());
        QVERIFY(!editor->editable());
        QCOMPARE(editor->lockedReason(), u"Only Phường Bến Thành enters this report."_s);
        QVERIFY(editor->canAppraise());
        QVERIFY(!editor->canDecide());
        QSignalSpy problem(editor.get(), &ReportEditor::problem);
        editor->returnReport(u" "_s);
        QCOMPARE(problem.count(), 1);
        editor->setAppraisalText(u"45,5"_s);
        editor->setAppraisalReason(u"Thiếu minh chứng khu phố 2"_s);
        QVERIFY(succeeds(*editor, &ReportEditor::appraise));
        QTRY_COMPARE(editor->stateName(), u"appraised"_s);
        QCOMPARE(editor->appraisalText(), u"45,5"_s);
        QCOMPARE(editor->scoreText(), u"50"_s);
    }

    void aReturnedReportShowsTheReason()
    {
        SampleApp sample;
        Fields fields = reportFields(unitA, graded, Value(), 5000, 1);
        fields.insert({{name::status, u"returned"_s},
                       {name::reason, u"Thiếu minh chứng"_s},
                       {name::reviewedSubmission, 1}});
        sample.decisions.row(kind::report, reportOf(unitA, graded), fields, {.version = 3, .rank = 30});
        sample.arrive();
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        QCOMPARE(editor->returnReason(), u"Thiếu minh chứng"_s);
        QVERIFY(editor->editable());
        QVERIFY(editor->canSubmit());
    }

    void whatIsTypedWhileASaveRunsIsNotLost()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        const auto editor = open(sample, graded);
        editor->setNote(u"a"_s);
        QSignalSpy saved(editor.get(), &ReportEditor::saved);
        editor->save();
        editor->setNote(u"ab"_s);
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(editor->note(), u"ab"_s);
        QVERIFY(editor->isChanged());
        QTRY_COMPARE(sample.server->drafts()->size(), 1);
    }
};

QTEST_GUILESS_MAIN(ReportEditorTest)
#include "tst_reporteditor.moc"
