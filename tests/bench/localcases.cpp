#include "bench/localcases.h"

#include "bench/device.h"
#include "bench/floor.h"
#include "bench/measure.h"
#include "bench/must.h"
#include "domain/names.h"

#include <QDir>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

static void fill(Device& device, const QList<store::Page>& pages)
{
    for (const store::Page& page : pages)
        must(device.store().applyPage(page), "a page");
}

void measureInserting(const Settings& settings, Figures& figures)
{
    const QList<WardRow> rows = Workload().rows(settings.records);
    const QList<store::Page> pages = pagesOf(rows);
    const QDir directory(settings.directory);
    std::vector<double> raw;
    std::vector<double> applied;
    std::vector<double> ratios;
    for (int i = 0; i < settings.repeats; ++i) {
        Floor floor(directory.filePath(u"floor.db"_s));
        raw.push_back(secondsOf([&] { floor.insertAll(rows); }));
        Device device(directory.filePath(u"device.db"_s));
        applied.push_back(secondsOf([&] { fill(device, pages); }));
        ratios.push_back(applied.back() / raw.back());
    }
    figures.add(u"floor"_s, u"insert_100k_s"_s, median(raw), u"plain SQLite, one transaction"_s);
    figures.explain(u"the store alone, from pages in memory"_s, median(applied), u"s"_s);
    figures.explain(u"ratio of the store alone"_s, median(ratios), u"x raw insert"_s);
}

namespace
{

// Saves and raw commits in turn, so that both meet the same moods of the disk.
struct Series {
    std::vector<double> raw;
    std::vector<double> saved;
};

Series saveInTurn(Device& device, Floor& floor, Workload& workload, int count)
{
    constexpr int run = 50;
    Series series;
    for (int done = 0; done < count; done += run) {
        const QList<WardRow> rows = workload.rows(run);
        for (const WardRow& row : rows)
            series.raw.push_back(1e3 * secondsOf([&] { floor.commitOne(row); }));
        for (const WardRow& row : rows) {
            const store::SaveRequest request{kind::report, row.id, 0, entered(row), {}};
            series.saved.push_back(1e3 * secondsOf([&] { must(device.store().save(request), "a save"); }));
        }
    }
    return series;
}

} // namespace

void measureSaving(const Settings& settings, Figures& figures)
{
    const QDir directory(settings.directory);
    Workload workload;
    Device device(directory.filePath(u"device.db"_s));
    fill(device, pagesOf(workload.rows(settings.records)));
    Floor floor(directory.filePath(u"floor.db"_s));
    std::vector<double> figuresOf[6];
    for (int i = 0; i < settings.repeats; ++i) {
        const Series series = saveInTurn(device, floor, workload, 1'000);
        const double rawMiddle = median(series.raw);
        const double rawTail = percentile(series.raw, 0.99);
        const double middle = median(series.saved);
        const double tail = percentile(series.saved, 0.99);
        const double all[]{rawMiddle, rawTail, middle, tail, middle / rawMiddle, tail / rawTail};
        for (size_t k = 0; k < std::size(all); ++k)
            figuresOf[k].push_back(all[k]);
    }
    figures.add(u"floor"_s, u"save_p50_ms"_s, median(figuresOf[0]), u"one durable commit of one row"_s);
    figures.add(u"floor"_s, u"save_p99_ms"_s, median(figuresOf[1]));
    figures.add(u"w2"_s, u"save_p50_ms"_s, median(figuresOf[2]),
                u"with %1 records held"_s.arg(settings.records));
    figures.add(u"w2"_s, u"save_p99_ms"_s, median(figuresOf[3]));
    figures.add(u"w2"_s, u"save_p50_ratio"_s, median(figuresOf[4]));
    figures.add(u"w2"_s, u"save_p99_ratio"_s, median(figuresOf[5]));
}

} // namespace thidua::bench
