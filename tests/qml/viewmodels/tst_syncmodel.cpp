#include "viewmodels/syncmodel.h"

#include "support/testclock.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;
using viewmodels::SyncModel;
using Status = client::SyncStatus;
using Phase = Status::Phase;

class SyncModelTest : public QObject
{
    Q_OBJECT

private:
    test::TestClock m_clock;
    static Instant at(int hour, int minute, int day = 20)
    {
        return QDateTime(QDate(2025, 11, day), QTime(hour, minute)).toMSecsSinceEpoch();
    }
    static Status status(Phase phase, qint64 pending = 0)
    {
        Status status;
        status.phase = phase;
        status.pendingRecords = pending;
        return status;
    }

private Q_SLOTS:
    void init() { m_clock.wall = at(17, 30); }

    void withoutContactNothingIsPromised()
    {
        SyncModel model(m_clock);
        QCOMPARE(model.phase(), SyncModel::Unknown);
        QVERIFY(model.offline());
        QVERIFY(!model.safeToHandIn());
        QCOMPARE(model.headline(), u"Not connected"_s);
        QVERIFY(model.detail().contains(u"Not synchronised yet"_s));
        // An empty outbox alone is no reason to call it up to date.
        auto known = status(Phase::Unknown);
        known.lastCompleteAt = at(17, 5);
        model.setStatus(known);
        QCOMPARE(model.headline(), u"Not connected"_s);
        QVERIFY(model.detail().contains(u"17:05"_s));
        QVERIFY(!model.safeToHandIn());
    }

    void unsentRecordsAreCountedWhateverThePhase()
    {
        SyncModel model(m_clock);
        model.setStatus(status(Phase::Unknown, 3));
        QCOMPARE(model.phase(), SyncModel::Waiting);
        QCOMPARE(model.headline(), u"3 records waiting to be sent"_s);
        model.setStatus(status(Phase::Waiting, 1));
        QCOMPARE(model.headline(), u"1 record waiting to be sent"_s);
        // Saved after the last contact: the old "up to date" no longer holds.
        model.setStatus(status(Phase::UpToDate, 2));
        QCOMPARE(model.phase(), SyncModel::Waiting);
        QVERIFY(!model.safeToHandIn());
    }

    void upToDateSaysAsOfWhen()
    {
        SyncModel model(m_clock);
        auto done = status(Phase::UpToDate);
        done.lastCompleteAt = at(17, 5);
        model.setStatus(done);
        QCOMPARE(model.phase(), SyncModel::UpToDate);
        QCOMPARE(model.headline(), u"Up to date"_s);
        QCOMPARE(model.detail(), u"As of 17:05"_s);
        QVERIFY(model.safeToHandIn());
        QVERIFY(!model.offline());
        m_clock.wall = at(8, 0, 21);
        QCOMPARE(model.detail(), u"As of 17:05 20/11/2025"_s);
    }

    void whatTheServerRefusedComesBeforeUpToDate()
    {
        SyncModel model(m_clock);
        auto refused = status(Phase::UpToDate);
        refused.attention = 2;
        model.setStatus(refused);
        QCOMPARE(model.phase(), SyncModel::Attention);
        QCOMPARE(model.headline(), u"2 entries need your attention"_s);
        QVERIFY(!model.safeToHandIn());
    }

    void sendingFetchingSignInAndPortalHaveTheirOwnWords()
    {
        SyncModel model(m_clock);
        model.setStatus(status(Phase::Sending, 4));
        QCOMPARE(model.headline(), u"Sending"_s);
        QCOMPARE(model.progress(), 0.0);
        model.setStatus(status(Phase::Sending, 1));
        QCOMPARE(model.progress(), 0.75);
        auto fetching = status(Phase::Fetching);
        fetching.recordsFetched = 12345;
        model.setStatus(fetching);
        QCOMPARE(model.headline(), u"Fetching data"_s);
        QVERIFY(model.detail().contains(u"12.345"_s));
        QCOMPARE(model.progress(), -1.0);
        model.setStatus(status(Phase::SignIn, 4));
        QCOMPARE(model.phase(), SyncModel::SignIn);
        QVERIFY(!model.detail().isEmpty());
        model.setStatus(status(Phase::Portal, 4));
        QCOMPARE(model.phase(), SyncModel::Portal);
        QVERIFY(model.offline());
    }

    void aFailureIsNamedWhileItWaits()
    {
        SyncModel model(m_clock);
        auto busy = status(Phase::Waiting, 1);
        busy.lastError = ErrorCode::Busy;
        model.setStatus(busy);
        QVERIFY(model.detail().contains(u"busy"_s));
        QVERIFY(!model.offline());
        busy.lastError = ErrorCode::Timeout;
        model.setStatus(busy);
        QVERIFY(model.offline());
    }

    void unsentWorkAgesAfterADay()
    {
        SyncModel model(m_clock);
        auto waiting = status(Phase::Unknown, 1);
        waiting.oldestPendingAt = m_clock.now();
        model.setStatus(waiting);
        m_clock.advance(std::chrono::hours(24));
        QVERIFY(!model.ageing());
        m_clock.advance(std::chrono::minutes(1));
        QVERIFY(model.ageing());
    }

    void aWrongClockAgesNothing()
    {
        SyncModel model(m_clock);
        auto waiting = status(Phase::Unknown, 1);
        waiting.clockOffset = -365LL * 24 * 3'600'000;
        waiting.oldestPendingAt = m_clock.now() + waiting.clockOffset; // just now, by the server's clock
        model.setStatus(waiting);
        QVERIFY(!model.ageing());
        m_clock.advance(std::chrono::hours(25));
        QVERIFY(model.ageing());
    }

    void whatTheServerConfirmedIsSaidWithItsTime()
    {
        SyncModel model(m_clock);
        QVERIFY(model.receiptText().isEmpty());
        QCOMPARE(model.lastSentText(), u"Not yet"_s);
        auto done = status(Phase::UpToDate);
        done.lastReceipts = 1'200;
        done.lastReceiptAt = at(17, 5);
        done.lastFetchedAt = at(17, 6, 19);
        model.setStatus(done);
        QCOMPARE(model.receiptText(), u"The server confirmed 1.200 changes at 17:05"_s);
        QCOMPARE(model.lastSentText(), u"17:05"_s);
        QCOMPARE(model.lastFetchedText(), u"17:06 19/11/2025"_s);
    }

    void evenLittleDataIsNotCalledNone()
    {
        SyncModel model(m_clock);
        auto used = status(Phase::UpToDate);
        used.bytesSent = 2'001;
        used.bytesReceived = 12'345'678;
        model.setStatus(used);
        QCOMPARE(model.dataUsedText(), u"Sent 3 kB, received 12,34 MB"_s);
    }

    void whatIsOnlySentIsNotCalledUpToDate()
    {
        SyncModel model(m_clock);
        model.setStatus(status(Phase::Sent));
        QCOMPARE(model.phase(), SyncModel::Sent);
        QCOMPARE(model.headline(), u"Everything is sent"_s);
        QVERIFY(model.detail().contains(u"not fetched"_s));
        QVERIFY(model.safeToHandIn());
        model.setStatus(status(Phase::Sent, 1)); // saved since
        QCOMPARE(model.phase(), SyncModel::Waiting);
        QVERIFY(!model.safeToHandIn());
    }

    void aWrongClockIsSaidFromTwoMinutesOn()
    {
        SyncModel model(m_clock);
        auto shifted = status(Phase::UpToDate);
        shifted.clockOffset = 120'000;
        model.setStatus(shifted);
        QVERIFY(model.clockWarning().isEmpty());
        shifted.clockOffset = 180'000;
        model.setStatus(shifted);
        QCOMPARE(model.clockWarning(), u"This device's clock is 3 minutes behind the server's"_s);
        shifted.clockOffset = -365LL * 24 * 3'600'000;
        model.setStatus(shifted);
        QCOMPARE(model.clockWarning(), u"This device's clock is 365 days ahead of the server's"_s);
    }

    void workingOfflineIsAChoiceThatShows()
    {
        SyncModel model(m_clock);
        QSignalSpy wanted(&model, &SyncModel::offlineWanted);
        model.setStatus(status(Phase::UpToDate));
        model.setWorkOffline(true);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(model.offline());
        model.setStatus(status(Phase::Unknown));
        QCOMPARE(model.headline(), u"Working offline"_s);
        QVERIFY(model.detail().contains(u"You chose"_s));
    }

    void everyPhaseHasAName()
    {
        SyncModel model(m_clock);
        QSet<QString> names;
        for (const auto phase : {Phase::Unknown, Phase::Sending, Phase::Fetching, Phase::UpToDate,
                                 Phase::Waiting, Phase::SignIn, Phase::Portal, Phase::Sent}) {
            model.setStatus(status(phase));
            names.insert(model.phaseName());
        }
        QCOMPARE(names.size(), 8);
        QVERIFY(names.contains(u"upToDate"_s));
    }
};

QTEST_GUILESS_MAIN(SyncModelTest)
#include "tst_syncmodel.moc"
