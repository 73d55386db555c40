#include "core/store/storefile.h"
#include "support/faultydisk.h"

using namespace thidua;
using namespace thidua::store;
using namespace thidua::test;

namespace
{

using Fault = FaultyDisk::Fault;
using Lasting = FaultyDisk::Lasting;
using Work = std::function<Result<void>(LocalStore&)>;

const RecordId known = idOf("known report");
const RecordId own = idOf("own report");

template<typename T>
Result<void> outcome(const Result<T>& result)
{
    return result ? Result<void>() : result.error();
}

// What a tablet holds before something goes wrong: the catalogue, a report of others that has been changed
// once and is in conflict, an edit on top of it, a new report of one's own that is accepted, and a refused
// edit.
Result<void> begin(LocalStore& store, Decisions& decisions)
{
    Result<void> done = store.applyPage(catalogue(decisions));
    decisions.row(kind::report, known, newReport(1), {.version = 1});
    if (done)
        done = store.applyPage(decisions.take());
    decisions.row(kind::report, known, newReport(2), {.version = 2, .rank = 20})
        .sibling(known, result(3), {.version = 1, .rank = 10, .device = myDevice, .seq = 70});
    if (done)
        done = store.applyPage(decisions.take());
    if (done)
        done = outcome(store.save({kind::report, known, 1, result(4), {}}));
    if (done)
        done = outcome(store.save({kind::report, own, 0, newReport(5), {}}));
    if (done)
        done = outcome(store.save({kind::report, known, 2, {{name::note, u"x"_s}}, {}}));
    if (done)
        done = store.settleReceipts(
            {{2, 1, {}, ErrorCode::None, {}}, {3, 0, {}, ErrorCode::Forbidden, u"no"_s}});
    return done;
}

// The next page: the own report comes back, the other one is replaced, new ones arrive.
Page nextPage(Decisions decisions)
{
    decisions.row(kind::report, own, newReport(5), {.version = 1, .rank = 10, .device = myDevice, .seq = 2})
        .row(kind::report, known, newReport(6), {.version = 4})
        .mixed(known, {QString(name::value), QString(name::measure)}, {.version = 3, .rank = 20})
        .sibling(known, result(7), {.version = 2});
    for (int i = 0; i < 20; ++i)
        decisions.row(kind::report, idOf(QByteArray::number(i).constData()), newReport(100 + i), {});
    return decisions.take();
}

} // namespace

// D5 and D6 of the faults: a full disk, and the i-th access that fails, for every i until none is left.
class StoreFaultsTest : public QObject
{
    Q_OBJECT

private:
    FaultyDisk m_disk;
    StoreFile m_file{m_disk.name()};
    Decisions m_decisions;
    QByteArray m_before; // the file in front of every attempt

    void bring()
    {
        m_file.remove();
        QFile file(m_file.path());
        const bool written = file.open(QIODevice::WriteOnly) && file.write(m_before) == m_before.size();
        QVERIFY(written);
    }
    // Runs the work with the n-th access failing; true if that access came to pass.
    bool attempt(const Work& work, qint64 n, Fault fault, Lasting lasting, Result<void>& done)
    {
        auto store = m_file.open();
        m_disk.failAt(n, fault, lasting);
        done = work(*store);
        const bool struck = m_disk.struck();
        store.reset();
        m_disk.repair();
        return struck;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto store = m_file.openEnrolled();
        QVERIFY(begin(*store, m_decisions));
        store.reset();
        QFile file(m_file.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_before = file.readAll();
    }

    void aFailedAccessLeavesTheOldStateOrTheNewOne_data()
    {
        QTest::addColumn<Work>("work");
        QTest::newRow("save a new record") << Work([](LocalStore& store) {
            return outcome(store.save({kind::report, {}, 0, newReport(8), {}}, u"draft"_s));
        });
        QTest::newRow("save a known record") << Work([](LocalStore& store) {
            return outcome(store.save({kind::report, known, 2, result(9), {}}));
        });
        QTest::newRow("save together") << Work([](LocalStore& store) {
            return outcome(store.saveTogether(
                {{kind::report, {}, 0, newReport(1), {}}, {kind::report, known, 2, result(9), {}}}));
        });
        QTest::newRow("receipts") << Work([](LocalStore& store) {
            return store.settleReceipts({{1, 3, {u"result"_s}, ErrorCode::None, {}}});
        });
        QTest::newRow("a page") << Work(
            [this](LocalStore& store) { return store.applyPage(nextPage(m_decisions)); });
        QTest::newRow("a channel is gone") << Work([](LocalStore& store) {
            return store.applyPage({u"1.x"_s, {}, {domain::Channel::unit(unitA).name()}, {}});
        });
        QTest::newRow("send again") << Work([](LocalStore& store) { return outcome(store.sendAgain(3)); });
        QTest::newRow("put aside") << Work([](LocalStore& store) { return store.putAside(3); });
        QTest::newRow("offer again") << Work([](LocalStore& store) { return store.offerAgain(1, u"2.y"_s); });
        QTest::newRow("a draft") << Work([](LocalStore& store) {
            return store.keepDraft({u"report"_s, own, 1, {{name::note, u"nháp"_s}}, 0});
        });
    }
    void aFailedAccessLeavesTheOldStateOrTheNewOne()
    {
        QFETCH(Work, work);
        bring();
        const QStringList before = contentOf(m_file.path());
        Result<void> done;
        QVERIFY(!attempt(work, 0, Fault::IoError, Lasting::Once, done));
        QVERIFY2(done, qPrintable(done.error().detail));
        const QStringList after = contentOf(m_file.path());
        QVERIFY(before != after);

        constexpr std::pair<Fault, Lasting> kinds[]{{Fault::IoError, Lasting::Once},
                                                    {Fault::IoError, Lasting::UntilRepaired},
                                                    {Fault::Full, Lasting::UntilRepaired}};
        for (const auto& [fault, lasting] : kinds) {
            int failures = 0;
            bool struck = true;
            for (qint64 n = 1; struck; ++n) {
                bring();
                struck = attempt(work, n, fault, lasting, done);
                failures += done ? 0 : 1;
                const QStringList now = contentOf(m_file.path());
                QVERIFY2(now == after || (!done && now == before), qPrintable(u"access %1"_s.arg(n)));
                QVERIFY(done || fault != Fault::Full || done.error().code == ErrorCode::StorageFull);
                QCOMPARE(integrityOf(m_file.path()), u"ok"_s);
            }
            QVERIFY(failures > 0);
        }
    }

    // The same store goes on after the fault: its memory has kept nothing of what was rolled back.
    void afterAFailureTheSameStoreGoesOn()
    {
        const auto page = nextPage(m_decisions);
        bring();
        {
            auto store = m_file.open();
            QVERIFY(store->applyPage(page));
            QVERIFY(store->save({kind::report, own, 1, result(9), {}}));
        }
        const QStringList after = contentOf(m_file.path());
        bool struck = true;
        for (qint64 n = 1; struck; n += 3) {
            bring();
            auto store = m_file.open();
            m_disk.failAt(n, Fault::IoError);
            const auto first = store->applyPage(page);
            struck = m_disk.struck();
            m_disk.repair();
            QVERIFY(first || store->applyPage(page));
            QVERIFY(store->save({kind::report, own, 1, result(9), {}}));
            store.reset();
            QCOMPARE(contentOf(m_file.path()), after);
        }
    }

    void aNewFileThatFailsToOpenOpensLater()
    {
        for (Fault fault : {Fault::IoError, Fault::Full}) {
            bool struck = true;
            for (qint64 n = 1; struck; ++n) {
                m_file.remove();
                m_disk.failAt(n, fault);
                const auto opened = m_file.tryOpen();
                struck = m_disk.struck();
                m_disk.repair();
                QVERIFY(opened || opened.error().code == (fault == Fault::Full ? ErrorCode::StorageFull
                                                                               : ErrorCode::StorageFailed));
                QVERIFY(m_file.openEnrolled());
            }
        }
    }

    // Reading never changes anything, and what cannot be read is said, not left out.
    void aFailedReadIsAnErrorAndNotAnEmptyList()
    {
        bring();
        bool struck = true;
        for (qint64 n = 1; struck; ++n) {
            auto store = m_file.open();
            m_disk.failAt(n, Fault::IoError);
            const auto records = store->records(kind::report);
            const auto conflicts = store->conflicts();
            const auto counts = store->counts();
            const auto history = store->history(known);
            struck = m_disk.struck();
            m_disk.repair();
            if (records)
                QCOMPARE(records->size(), 2);
            if (conflicts)
                QCOMPARE(conflicts->size(), 1);
            if (counts)
                QCOMPARE(counts->pendingEdits, 1);
            if (history)
                QCOMPARE(history->size(), 5);
            QVERIFY(!struck || !records || !conflicts || !counts || !history);
        }
    }
};

QTEST_APPLESS_MAIN(StoreFaultsTest)
#include "tst_storefaults.moc"
