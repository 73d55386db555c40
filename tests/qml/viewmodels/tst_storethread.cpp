#include "support/sessiontest.h"

#include <semaphore>

using namespace thidua;
using namespace thidua::test;
using viewmodels::ChangeFeed;
using viewmodels::StoreThread;

class StoreThreadTest : public QObject
{
    Q_OBJECT

private:
    // Waits for what is queued so far.
    static void settle(StoreThread& store)
    {
        const QObject here;
        bool done = false;
        store.run(
            &here, [](services::Services&) { return Result<void>(); },
            [&](const Result<void>&) { done = true; });
        QVERIFY(QTest::qWaitFor([&] { return done; }));
    }

private Q_SLOTS:
    void workRunsThereAndAnswersHere()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        QThread* there = nullptr;
        QThread* here = nullptr;
        sample.app->store.run(
            this,
            [&](services::Services&) -> Result<int> {
                there = QThread::currentThread();
                return 7;
            },
            [&](const Result<int>& answer) {
                here = QThread::currentThread();
                QCOMPARE(*answer, 7);
            });
        QTRY_VERIFY(here);
        QCOMPARE(here, thread());
        QVERIFY(there != here);
        QCOMPARE(there->objectName(), u"store"_s);
    }

    void withoutAFileTheAnswerSaysSo()
    {
        ChangeFeed feed;
        StoreThread store(feed);
        ErrorCode code = ErrorCode::None;
        store.run(
            this, [](services::Services& services) { return services.unsentWork(); },
            [&](const Result<qint64>& answer) { code = answer.error().code; });
        QTRY_COMPARE(code, ErrorCode::NotSignedIn);
    }

    void whoHasGoneIsNotAnswered()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        bool answered = false;
        std::binary_semaphore left(0);
        {
            const QObject gone;
            sample.app->store.run(
                &gone,
                [&](services::Services&) {
                    left.acquire();
                    return Result<void>();
                },
                [&](const Result<void>&) { answered = true; });
        }
        left.release();
        settle(sample.app->store);
        QVERIFY(!answered);
    }

    void whatWasHandedOverIsDoneBeforeTheEnd()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        for (int i = 0; i < 20; ++i) {
            sample.app->store.run([i](services::Services& services) {
                const auto form = services.reports().newForm(graded, QString::number(2000 + i));
                return services.reports().keepDraft(form->shown, {{name::note, QString::number(i)}});
            });
        }
        sample.app.reset();
        QCOMPARE(sample.server->drafts()->size(), 20);
    }

    void changesOfOneMomentArriveAsOneWithoutStaleReads()
    {
        SampleApp sample;
        QVERIFY(sample.start());
        QSignalSpy changed(&sample.app->feed, &ChangeFeed::changed);
        Fields renamed = unitFields("00001", u"Phường Bến Nghé"_s);
        sample.decisions.row(kind::unit, unitA, renamed, {.version = 2});
        sample.arrive();
        sample.decisions.row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 1));
        sample.arrive();
        QTRY_COMPARE(changed.count(), 1);
        const auto change = changed.first().first().value<services::Change>();
        QVERIFY(change.kinds.contains(kind::unit) && change.kinds.contains(kind::report));
        QVERIFY(change.records.contains(unitA));
        QTRY_COMPARE(sample.session().unitName(), u"Phường Bến Nghé"_s);
    }
};

QTEST_GUILESS_MAIN(StoreThreadTest)
#include "tst_storethread.moc"
