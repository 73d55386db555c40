#include "city.h"

#include "server/ownedits.h"
#include "server/writequeue.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <thread>

using namespace thidua;
using namespace thidua::test;
using server::WriteJob;
using server::Writing;

namespace
{

class Listener final : public server::CommitListener
{
public:
    void committed(const QList<server::TouchedRecord>& records) override { touched += records; }
    [[nodiscard]] Result<void> settle(server::ServerAuthor& author) override
    {
        ++settled;
        return next ? next(author) : Result<void>();
    }
    void committedElsewhere() override { ++elsewhere; }
    QList<server::TouchedRecord> touched;
    int settled = 0;
    int elsewhere = 0;
    std::function<Result<void>(server::ServerAuthor&)> next;
};

// Work that waits until a test lets it run, in order.
class SteppedExecutor final : public server::Executor
{
public:
    void post(Work work) override { queue.append(std::move(work)); }
    [[nodiscard]] int workers() const override { return 1; }
    [[nodiscard]] int waiting() const override { return int(queue.size()); }
    void runAll()
    {
        while (!queue.isEmpty())
            queue.takeFirst()(0);
    }
    QList<Work> queue;
};

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

    static server::ServerEdit movement(City& city, const QString& name)
    {
        return {
            city.newRecord(),
            kind::movement,
            {{name::name, name}, {name::kind, u"annual"_s}, {name::level, u"city"_s}, {name::mode, Value()}}};
    }

    static std::unique_ptr<server::Writer> writerOn(City& city)
    {
        static server::Metrics metrics;
        return std::make_unique<server::Writer>(
            std::move(*server::ServerStore::open(city.database, city.schema)), city.clock, metrics);
    }
    // What a pull from this position finds.
    static QList<qint64> revsAfter(City& city, const QString& channel, qint64 position)
    {
        server::ServerStore& store = city.writer.store();
        const auto snapshot = sql::Snapshot::begin(store.connection());
        QList<qint64> revs;
        City::require(store.channels.readFrom(store.channels.byName(channel)->number, position));
        for (auto row = store.channels.nextRow(); row && *row; row = store.channels.nextRow())
            revs.append((*row)->rev);
        return revs;
    }

private Q_SLOTS:
    void whileTheDiskHangsNobodyIsMadeToWaitForIt()
    {
        City city;
        SteppedExecutor executor;
        server::WriteQueue queue(executor, city.writer);
        bool refusedMeanwhile = false;
        const auto slow = [&](Writing&) {
            city.clock.advance(std::chrono::seconds(6));
            refusedMeanwhile = queue.isStuck() && !queue.submit({});
            return Result<void>();
        };
        QVERIFY(queue.submit({slow, [](const Result<void>&) {}}));
        executor.runAll();
        QVERIFY(refusedMeanwhile);
        QVERIFY(!queue.isStuck());
        QVERIFY(queue.submit({[](Writing&) { return Result<void>(); }, [](const Result<void>&) {}}));
        executor.runAll();
        QCOMPARE(queue.waiting(), 0);
    }

    void writesThatWaitShareOneCommit()
    {
        City city;
        SteppedExecutor executor;
        server::WriteQueue queue(executor, city.writer);
        int ran = 0;
        int done = 0;
        const qint64 before = city.metrics.commits;
        for (int i = 0; i < 10; ++i)
            QVERIFY(queue.submit({[&](Writing&) {
                                      ++ran;
                                      return Result<void>();
                                  },
                                  [&](const Result<void>& committed) { done += committed.ok(); }}));
        executor.runAll();
        QCOMPARE(ran, 10);
        QCOMPARE(done, 10);
        QCOMPARE(city.metrics.commits - before, 1);
        QCOMPARE(queue.waiting(), 0);
    }

    void tooManyWritesAreTurnedAway()
    {
        City city;
        SteppedExecutor executor;
        server::WriteQueue queue(executor, city.writer);
        const WriteJob job{[](Writing&) { return Result<void>(); }, [](const Result<void>&) {}};
        int taken = 0;
        while (queue.submit(job) && taken < 10'000)
            ++taken;
        QCOMPARE(taken, 2000);
        executor.runAll();
        QVERIFY(queue.submit(job));
        executor.runAll();
    }

    void aJobThatFailsDoesNotTakeTheOthersWithIt()
    {
        City city;
        QList<ErrorCode> outcomes;
        const auto remember = [&](const Result<void>& committed) { outcomes.append(committed.error().code); };
        const auto author = [&](const QString& name) {
            return [edit = movement(city, name)](Writing& writing) {
                return server::OwnEdits(writing.store, writing.working).enter({edit}, writing.now);
            };
        };
        std::vector<WriteJob> jobs{
            {author(u"một"_s), remember},
            {[](Writing&) { return Result<void>(ErrorCode::StorageFailed); }, remember},
            {author(u"hai"_s), remember}};
        city.writer.commit(jobs);
        QCOMPARE(outcomes, (QList<ErrorCode>{ErrorCode::None, ErrorCode::StorageFailed, ErrorCode::None}));
        QCOMPARE(server::ServerAuthor(city.writer).values(kind::movement)->size(), 2);
    }

    void aFullDiskFailsAllAndLeavesNothing()
    {
        City city;
        int runs = 0;
        QList<ErrorCode> outcomes;
        const auto remember = [&](const Result<void>& committed) { outcomes.append(committed.error().code); };
        std::vector<WriteJob> jobs{
            {[&, edit = movement(city, u"một"_s)](Writing& writing) {
                 ++runs;
                 return server::OwnEdits(writing.store, writing.working).enter({edit}, writing.now);
             },
             remember},
            {[&](Writing&) {
                 ++runs;
                 return Result<void>(ErrorCode::StorageFull);
             },
             remember}};
        city.writer.commit(jobs);
        QCOMPARE(outcomes, (QList<ErrorCode>{ErrorCode::StorageFull, ErrorCode::StorageFull}));
        QCOMPARE(runs, 2);
        QVERIFY(server::ServerAuthor(city.writer).values(kind::movement)->isEmpty());
    }

    void theListenerLearnsWhatWasTouched()
    {
        City city;
        Listener listener;
        city.writer.setListener(&listener);
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        const QString unitA = domain::Channel::unit(city.unitA).name();
        const QString unitB = domain::Channel::unit(city.unitB).name();
        QCOMPARE(listener.touched, (QList<server::TouchedRecord>{{kind::report, id, unitA}}));
        listener.touched.clear();
        city.pushOne(lead, {id, kind::report, city.reportOf(city.unitB), 1});
        QCOMPARE(listener.touched,
                 (QList<server::TouchedRecord>{{kind::report, id, unitA}, {kind::report, id, unitB}}));
        QCOMPARE(listener.settled, 0);
        city.writer.settle();
        city.writer.settle(); // nothing new
        QCOMPARE(listener.settled, 1);
        city.writer.setListener(nullptr);
    }

    void whatTheListenerWritesNeedsNoSecondRound()
    {
        City city;
        Listener listener;
        listener.next = [&](server::ServerAuthor& author) {
            return author.author({movement(city, u"ba"_s)});
        };
        city.writer.setListener(&listener);
        Tablet officer = city.officer();
        city.report(officer);
        city.writer.settle();
        city.writer.settle();
        QCOMPARE(listener.settled, 1);
        city.writer.setListener(nullptr);
    }

    // A process may have ended between a commit and what follows from it.
    void whatTheLastProcessLeftIsSettledWithoutACommit()
    {
        City city;
        Listener listener;
        city.writer.setListener(&listener);
        city.writer.settle();
        QCOMPARE(listener.settled, 1);
        city.writer.setListener(nullptr);
    }

    void whatFailedIsSettledWithoutACommit()
    {
        City city;
        Listener listener;
        listener.next = [](server::ServerAuthor&) -> Result<void> { return {ErrorCode::StorageFull, {}}; };
        city.writer.setListener(&listener);
        city.writer.settle();
        listener.next = {};
        city.writer.settle();
        city.writer.settle(); // nothing is left
        QCOMPARE(listener.settled, 2);
        city.writer.setListener(nullptr);
    }

    void whatAnotherProcessWroteIsSettled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"thidua.db"_s);
        City city(path);
        Listener listener;
        city.writer.setListener(&listener);
        city.writer.settle();
        city.writer.noticeOthers();
        city.writer.settle();
        QCOMPARE(listener.settled, 1);
        server::Metrics metrics;
        server::Writer other(std::move(*server::ServerStore::open(city.database, city.schema)), city.clock,
                             metrics);
        City::require(server::ServerAuthor(other).author({movement(city, u"ba"_s)}));
        city.writer.noticeOthers();
        city.writer.settle();
        QCOMPARE(listener.elsewhere, 1);
        QCOMPARE(listener.settled, 2);
        city.writer.setListener(nullptr);
    }

    // C5 of the faults. One writer has taken its revisions and does not commit yet, while others want to
    // write and everybody reads: nobody sees a later revision before an earlier one.
    void revisionsAppearInOrderWhileATransactionIsHeldOpen()
    {
        const QTemporaryDir folder;
        City city(folder.filePath(u"thidua.db"_s));
        const QString channel = domain::Channel::city().name();
        const qint64 before = city.writer.store().channels.byName(channel)->rev;
        auto second = writerOn(city);
        QSemaphore written;
        QSemaphore goOn;
        QSemaphore secondAsks;
        const auto one = movement(city, u"một"_s);
        const auto two = movement(city, u"hai"_s);
        std::thread holding([&] {
            auto store = std::move(*server::ServerStore::open(city.database, city.schema));
            auto transaction = sql::Transaction::begin(store->connection());
            server::WorkingSet working(*store, *store->epoch(), *store->memberships.load());
            City::require(server::OwnEdits(*store, working).enter({one}, city.clock.now()));
            const auto taken = working.write();
            written.release();
            goOn.acquire();
            City::require(taken ? transaction->commit() : taken.error());
        });
        written.acquire();
        std::thread waiting([&] {
            secondAsks.release();
            City::require(server::ServerAuthor(*second).author({two}));
        });
        secondAsks.acquire();
        for (int i = 0; i < 100; ++i) // readers are not held up
            QCOMPARE(revsAfter(city, channel, before), QList<qint64>());
        goOn.release();
        holding.join();
        QVERIFY(revsAfter(city, channel, before).startsWith(before + 1));
        waiting.join();
        QCOMPARE(revsAfter(city, channel, before), (QList<qint64>{before + 1, before + 2}));
    }

    void aReaderWhoFollowsManyWritersMissesNoRevision()
    {
        constexpr int writers = 3;
        constexpr int commits = 20;
        const QTemporaryDir folder;
        City city(folder.filePath(u"thidua.db"_s));
        const QString channel = domain::Channel::city().name();
        qint64 position = city.writer.store().channels.byName(channel)->rev;
        const qint64 last = position + writers * commits;
        std::vector<std::thread> threads;
        for (int i = 0; i < writers; ++i) {
            QList<server::ServerEdit> edits;
            for (int n = 0; n < commits; ++n)
                edits.append(movement(city, u"phong trào"_s));
            threads.emplace_back([&city, edits] {
                auto writer = writerOn(city);
                for (const server::ServerEdit& edit : edits)
                    City::require(server::ServerAuthor(*writer).author({edit}));
            });
        }
        bool inOrder = true;
        while (position < last && inOrder) {
            for (const qint64 rev : revsAfter(city, channel, position))
                inOrder = inOrder && rev == ++position;
        }
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(inOrder);
        QCOMPARE(position, last);
    }

    void aRepeatedEditOfTheServerChangesNothing()
    {
        City city;
        server::ServerAuthor author(city.writer);
        server::ServerEdit edit = movement(city, u"một"_s);
        City::require(author.author({edit}));
        City::require(author.author({edit}));
        QCOMPARE(city.state(edit.record).version, 1);
        edit.set.insert(name::name, u"hai"_s);
        City::require(author.author({edit}));
        const auto history = *city.writer.store().records.history(edit.record, kind::movement);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.last().edit.set.keys(), QStringList{name::name}); // the other groups stay out
    }

    void anEditOfTheServerThatIsWrongIsAnErrorAndNothingIsWritten()
    {
        City city;
        server::ServerAuthor author(city.writer);
        const auto good = movement(city, u"một"_s);
        auto bad = movement(city, u"hai"_s);
        bad.set.insert(name::kind, u"holiday"_s);
        QCOMPARE(author.author({good, bad}).error().code, ErrorCode::InvalidValue);
        QVERIFY(author.values(kind::movement)->isEmpty());
    }

    void theServerWritesInThePersonsNameWhenAskedTo()
    {
        City city;
        const Tablet council = city.council();
        auto edit = movement(city, u"một"_s);
        edit.as = {council.user, 40, city.clock.now() - 5000};
        City::require(server::ServerAuthor(city.writer).author({edit}));
        const auto stamp = city.state(edit.record).groups[u"name"_s].first().stamp;
        QCOMPARE(stamp.author, council.user);
        QCOMPARE(stamp.rank, 40);
        QCOMPARE(stamp.at, city.clock.now() - 5000);
    }
};

QTEST_APPLESS_MAIN(TestWriter)
#include "tst_writer.moc"
