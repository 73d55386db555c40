#include "city.h"

#include "server/readpool.h"

#include <QTemporaryDir>

using namespace thidua;
using namespace thidua::test;
using server::ReadPool;
using server::ServerStore;

// Work that waits until a test lets it run.
class HeldExecutor final : public server::Executor
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

class TestReadPool : public QObject
{
    Q_OBJECT

    // In which order `kinds` run, f for fast and o for other, all posted before the first of them runs.
    static QByteArray orderOf(QByteArrayView kinds)
    {
        QTemporaryDir folder;
        const City city(folder.filePath(u"thidua.db"_s));
        std::vector<std::unique_ptr<ServerStore>> stores;
        stores.push_back(std::move(*ServerStore::open(city.database, city.schema)));
        HeldExecutor executor;
        ReadPool pool(executor, std::move(stores));
        QByteArray order;
        for (const char kind : kinds)
            pool.post([&order, kind](ServerStore&) { order += kind; },
                      kind == 'f' ? ReadPool::Lane::Fast : ReadPool::Lane::Other);
        executor.runAll();
        return order;
    }

private Q_SLOTS:
    // L4: a push does not wait behind everybody's pages.
    void whatIsShortGoesFirst() { QCOMPARE(orderOf("oooff"), QByteArray("ffooo")); }

    void neitherStandsStill() { QCOMPARE(orderOf("ffffffffoo"), QByteArray("fffofffoff")); }

    void allOfItRuns()
    {
        QCOMPARE(orderOf("f"), QByteArray("f"));
        QCOMPARE(orderOf("o"), QByteArray("o"));
    }
};

QTEST_APPLESS_MAIN(TestReadPool)
#include "tst_readpool.moc"
