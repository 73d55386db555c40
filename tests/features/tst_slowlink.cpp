#include "features/servedcity.h"
#include "features/slowlink.h"

#include "base/clock.h"
#include "base/random.h"
#include "domain/names.h"
#include "store/localstore.h"

#include <QTest>

#include <future>
#include <memory>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// 64 kbit/s, a second there and back, one packet in twenty lost, and a network that is gone again after some
// seconds. Whatever got through is not sent again, and what does not get through is tried in smaller parts.
class TestSlowLink : public QObject
{
    Q_OBJECT

    static constexpr int lifetime = 7'000; // ms

    std::unique_ptr<ServedCity> city;
    std::unique_ptr<SlowLink> link;
    const SystemClock clock;
    SeededRandom random{64};

    [[nodiscard]] std::unique_ptr<store::LocalStore> fileOf(const DeviceProcess& device)
    {
        auto opened = store::LocalStore::open(device.data() + u"/device.db"_s, domain::Schema::current(),
                                              clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }
    // Texts that no compression makes much shorter.
    QString someText(int length)
    {
        QByteArray bytes(length, '\0');
        for (char& byte : bytes)
            byte = char(random.below(256));
        return QString::fromLatin1(bytes.toBase64()).first(length);
    }
    void signIn(DeviceProcess& device)
    {
        link->behaveWell();
        QVERIFY(device.enrol(link->url(), ServedCity::officer()).ok());
        QVERIFY(device.sync().ok());
    }
    void work(const DeviceProcess& device, int edits, int length)
    {
        const auto file = fileOf(device);
        for (int i = 0; i < edits; ++i) {
            const auto saved = file->save({QString(kind::report),
                                           {},
                                           0,
                                           {{name::unit, *RecordId::fromText(city->unit)},
                                            {name::criterion, RecordId::create(clock, random)},
                                            {name::movement, Value()},
                                            {name::period, u"2026"_s},
                                            {name::note, someText(length)}},
                                           {}});
            QVERIFY2(saved, qPrintable(saved.error().detail));
        }
    }
    // Synchronises, and looks meanwhile from outside how many edits wait.
    [[nodiscard]] Outcome watched(const DeviceProcess& device, QList<qint64>& waiting)
    {
        const auto file = fileOf(device);
        auto run = std::async(std::launch::async, [&] {
            return device.command(u"sync"_s, {u"--timeout"_s, u"50"_s});
        });
        do {
            const qint64 now = file->counts()->pendingEdits;
            if (waiting.isEmpty() || waiting.last() != now)
                waiting.append(now);
        } while (run.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
        waiting.append(file->counts()->pendingEdits);
        return run.get();
    }
    void compare(const DeviceProcess& device)
    {
        const auto digest = city->digests().value(city->unitChannel).toString();
        QVERIFY(!digest.isEmpty());
        QCOMPARE(device.command(u"hash"_s).object().value(city->unitChannel).toString(), digest);
    }

private Q_SLOTS:
    void init()
    {
        city = std::make_unique<ServedCity>();
        link = std::make_unique<SlowLink>(city->server.url());
    }
    void cleanup()
    {
        link.reset();
        city.reset();
    }

    void everythingArrivesPartByPartAndOnce()
    {
        DeviceProcess quick;
        signIn(quick);
        work(quick, 220, 200);
        link->behaveWell();
        QVERIFY(quick.sync().ok());
        const qint64 needed = link->bytesUp();

        DeviceProcess slow;
        signIn(slow);
        work(slow, 220, 200);
        link->behaveLike({});
        QList<qint64> waiting;
        const Outcome outcome = watched(slow, waiting);
        QVERIFY2(outcome.ok(), outcome.messages);
        QVERIFY(std::ranges::is_sorted(waiting, std::ranges::greater()));
        QVERIFY2(QSet<qint64>(waiting.begin(), waiting.end()).size() >= 3,
                 "there was no progress to be seen");
        QCOMPARE(waiting.last(), 0);
        QVERIFY2(link->bytesUp() < needed + needed / 5,
                 qPrintable(u"%1 of %2 bytes"_s.arg(link->bytesUp()).arg(needed)));
        compare(slow);
    }

    void aNetworkThatComesForSecondsCarriesEverythingUp()
    {
        DeviceProcess device;
        signIn(device);
        work(device, 100, 500);
        link->behaveLike({.lifetime = lifetime});
        QList<qint64> waiting;
        Outcome outcome;
        for (int day = 0; day < 4 && !outcome.ok(); ++day)
            outcome = watched(device, waiting);
        QVERIFY2(outcome.ok(), outcome.messages);
        QVERIFY(link->cuts() > 0);
        QVERIFY(std::ranges::is_sorted(waiting, std::ranges::greater())); // never from the start again
        QCOMPARE(waiting.last(), 0);
        QVERIFY(city->verify().ok());
        QCOMPARE(city->reports().size(), 100);
        compare(device);
    }

    void aNetworkThatComesForSecondsCarriesEverythingDown()
    {
        DeviceProcess author;
        signIn(author);
        work(author, 100, 500);
        QVERIFY(author.sync().ok());
        DeviceProcess device;
        link->behaveWell();
        QVERIFY(device.enrol(link->url(), ServedCity::officer()).ok());
        link->behaveLike({.lifetime = lifetime});
        QList<qint64> held{0};
        Outcome outcome;
        for (int day = 0; day < 4 && !outcome.ok(); ++day) {
            outcome = device.command(u"sync"_s, {u"--timeout"_s, u"50"_s});
            held.append(*fileOf(device)->count(QString(kind::report)));
        }
        QVERIFY2(outcome.ok(), outcome.messages);
        QVERIFY(link->cuts() > 0);
        QVERIFY(std::ranges::is_sorted(held));
        QCOMPARE(held.last(), 100);
        compare(device);
    }
};

QTEST_GUILESS_MAIN(TestSlowLink)
#include "tst_slowlink.moc"
