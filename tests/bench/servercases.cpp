#include "bench/servercases.h"

#include "bench/measure.h"
#include "bench/must.h"
#include "bench/process.h"
#include "bench/tablet.h"
#include "domain/names.h"

#include <QDir>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

namespace
{

// thidua-device on a tablet that is enrolled and holds nothing.
void measureFirstSync(const Settings& settings, const City& city, Figures& figures)
{
    std::vector<double> wall;
    std::vector<double> memory;
    std::vector<double> wire;
    for (int i = 0; i < settings.repeats; ++i) {
        test::DeviceProcess device;
        must(device.enrol(city.url(), City::lead(0)).ok(), "thidua-device enrol");
        const ProcessFigures sync = runMeasured(u"thidua-device"_s, {u"sync"_s, u"--data"_s, device.data()});
        must(sync.exitCode == 0, "thidua-device sync");
        wall.push_back(sync.seconds);
        memory.push_back(sync.peakMegabytes);
        wire.push_back(double(bytesReceivedBy(device.data())));
    }
    figures.add(u"w1"_s, u"wall_s"_s, median(wall), u"first sync, process start to process end"_s);
    figures.add(u"w1"_s, u"ratio"_s, median(wall) / figures.value(u"floor"_s, u"insert_100k_s"_s),
                u"x raw insert"_s);
    figures.add(u"w1"_s, u"wire_bytes"_s, median(wire), u"of bodies"_s);
    figures.explain(u"on the wire"_s, median(wire) / double(settings.records), u"bytes a record"_s);
    figures.add(u"w1"_s, u"client_rss_mb"_s, median(memory), u"peak"_s);
}

void measurePush(const Settings& settings, Tablet& tablet, Workload& workload, Figures& figures)
{
    std::vector<double> seconds;
    std::vector<double> bytes;
    for (int i = 0; i < settings.repeats; ++i) {
        for (const WardRow& row : workload.rows(1'000))
            must(tablet.store().save({kind::report, row.id, 0, entered(row), {}}), "a save");
        const qint64 before = tablet.bytesSent();
        tablet.sync();
        seconds.push_back(tablet.pushed());
        bytes.push_back(double(tablet.bytesSent() - before));
    }
    figures.add(u"w2"_s, u"push_s"_s, median(seconds), u"1,000 saved edits, until they are acknowledged"_s);
    figures.add(u"w2"_s, u"up_bytes"_s, median(bytes), u"with the pull that follows"_s);
}

void measureSmallChange(const Settings& settings, Tablet& tablet, Tablet& other, const QList<WardRow>& rows,
                        Figures& figures)
{
    std::vector<double> milliseconds;
    std::vector<double> bytes;
    other.sync();
    for (int i = 0; i < settings.repeats; ++i) {
        for (qsizetype k = 0; k < 10; ++k) {
            const WardRow& row = rows[(i * 10 + k) * 97 % rows.size()];
            const auto seen = other.store().record(row.id);
            must(seen && *seen, "a report");
            const Fields note{{name::note, u"Lần %1"_s.arg(i)}};
            must(other.store().save({kind::report, row.id, (*seen)->version, note, {}}), "a save");
        }
        other.sync();
        const qint64 before = tablet.bytesSent() + tablet.bytesReceived();
        milliseconds.push_back(1e3 * tablet.sync());
        bytes.push_back(double(tablet.bytesSent() + tablet.bytesReceived() - before));
    }
    figures.add(u"w4"_s, u"ms"_s, median(milliseconds), u"10 changed records, from asking to up to date"_s);
    figures.add(u"w4"_s, u"bytes"_s, median(bytes), u"of bodies, both ways"_s);
}

} // namespace

void measureWithServer(const Settings& settings, Figures& figures)
{
    Workload workload;
    const QList<WardRow> rows = workload.rows(settings.records);
    City city;
    city.load(rows);
    city.addLeads(2);
    city.start();
    measureFirstSync(settings, city, figures);
    const QDir directory(settings.directory);
    Tablet tablet(directory.filePath(u"tablet.db"_s), city, City::lead(0));
    figures.explain(u"first sync, engine alone"_s, tablet.sync(), u"s"_s);
    measurePush(settings, tablet, workload, figures);
    Tablet other(directory.filePath(u"other.db"_s), city, City::lead(1));
    measureSmallChange(settings, tablet, other, rows, figures);
}

namespace
{

constexpr int tablets = 20;
constexpr int editsEach = 100;

// All of them at once.
void syncAll(std::vector<std::unique_ptr<Tablet>>& all)
{
    size_t done = 0;
    for (auto& tablet : all)
        tablet->begin([&] { ++done; });
    waitUntil([&] { return done == all.size(); });
}

// Of the channels that all of them hold.
QMap<QString, quint64> sharedDigests(Tablet& tablet)
{
    auto digests = tablet.store().digests();
    must(digests, "digests");
    digests->removeIf([](const auto& entry) { return entry.key().startsWith(u"user/"_s); });
    return *digests;
}

bool agree(std::vector<std::unique_ptr<Tablet>>& all)
{
    const auto first = sharedDigests(*all.front());
    return std::ranges::all_of(all, [&](auto& tablet) { return sharedDigests(*tablet) == first; });
}

// Everybody changes the note of the same hundred reports.
void editOffline(std::vector<std::unique_ptr<Tablet>>& all, const QList<WardRow>& rows, int round)
{
    for (size_t who = 0; who < all.size(); ++who) {
        for (const WardRow& row : rows) {
            const auto seen = all[who]->store().record(row.id);
            must(seen && *seen, "a report");
            const Fields result{{name::value, qint64(who) * 100 + round}, {name::measure, u"%"_s}};
            must(all[who]->store().save({kind::report, row.id, (*seen)->version, result, {}}), "a save");
        }
    }
}

// Edits of these reports that the server can still tell.
qsizetype retrievable(Tablet& tablet, const QList<WardRow>& rows)
{
    qsizetype edits = 0;
    for (const WardRow& row : rows) {
        bool answered = false;
        tablet.api().history(row.id, [&](const client::Answer<protocol::HistoryAnswer>& answer) {
            must(answer.body.has_value(), "a history");
            edits += answer.body->edits.size();
            answered = true;
        });
        waitUntil([&] { return answered; });
    }
    return edits;
}

} // namespace

void measureAgreement(const Settings& settings, Figures& figures)
{
    // A result that was judged is locked; these reports are still open.
    QList<WardRow> rows = Workload().rows(4 * editsEach);
    rows.removeIf([](const WardRow& row) { return !judged(row).isEmpty(); });
    rows.resize(std::min<qsizetype>(rows.size(), editsEach));
    City city;
    city.load(rows);
    city.addLeads(tablets);
    city.start();
    const QDir directory(settings.directory);
    std::vector<std::unique_ptr<Tablet>> all;
    for (int i = 0; i < tablets; ++i)
        all.push_back(
            std::make_unique<Tablet>(directory.filePath(u"tablet%1.db"_s.arg(i)), city, City::lead(i)));
    syncAll(all);
    const qsizetype before = retrievable(*all.front(), rows);
    std::vector<double> seconds;
    for (int i = 0; i < settings.repeats; ++i) {
        editOffline(all, rows, i);
        seconds.push_back(secondsOf([&] {
            do
                syncAll(all);
            while (!agree(all));
        }));
    }
    const double edits = tablets * editsEach;
    figures.add(u"w3"_s, u"wall_s"_s, median(seconds),
                u"20 tablets, from their first request to equal content"_s);
    figures.add(u"w3"_s, u"edits"_s, edits, u"conflicting, on 100 reports"_s);
    const auto found = double(retrievable(*all.front(), rows) - before) / settings.repeats;
    figures.add(u"w3"_s, u"retrievable"_s, found, u"of them, with author and time"_s);
}

} // namespace thidua::bench
