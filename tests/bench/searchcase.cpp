#include "bench/searchcase.h"

#include "bench/device.h"
#include "bench/measure.h"
#include "bench/must.h"
#include "store/searchindex.h"

#include <QDir>
#include <QFileInfo>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

// One to three words, with and without marks, common and unknown ones, and every beginning of the last.
static QStringList typedTexts()
{
    QStringList typed;
    for (const QString& text : {u"nước sạch"_s, u"thanh thieu nien"_s, u"văn hóa chữa cháy"_s, u"truong"_s,
                                u"phường an thanh"_s, u"không tìm thấy"_s}) {
        for (qsizetype letters = 1; letters <= text.size(); ++letters)
            typed.append(text.left(letters));
    }
    return typed;
}

// With the records, as whoever shows them needs them.
static void searchOnce(Device& device, store::SearchIndex& index, const QString& text)
{
    const auto matches = index.find({text, {}, 6});
    must(matches, "a search");
    for (const store::SearchMatch& match : *matches)
        must(device.store().record(match.record), "a record");
}

void measureSearch(const Settings& settings, Figures& figures)
{
    const QString path = QDir(settings.directory).filePath(u"search.db"_s);
    Device device(path);
    for (const store::Page& page : pagesOf(Workload().rows(settings.records)))
        must(device.store().applyPage(page), "a page");
    const QString indexPath = store::SearchIndex::pathBeside(path);
    store::SearchIndex index(device.store(), indexPath);
    std::vector<double> parts;
    while (!index.isComplete())
        parts.push_back(secondsOf([&] { must(index.catchUp(), "a part of the index"); }));
    store::SearchIndex again(device.store(), indexPath);
    const double comparing = secondsOf([&] {
        while (!again.isComplete())
            must(again.catchUp(), "a part of the index");
    });
    std::vector<double> slowest;
    std::vector<double> all;
    QString slowestText;
    for (const QString& text : typedTexts()) {
        std::vector<double> times;
        for (int i = 0; i < settings.repeats; ++i)
            times.push_back(1e3 * secondsOf([&] { searchOnce(device, index, text); }));
        all.push_back(median(times));
        if (slowest.empty() || all.back() > slowest.back()) {
            slowest.push_back(all.back());
            slowestText = text;
        }
    }
    double filling = 0;
    for (const double part : parts)
        filling += part;
    figures.add(u"search"_s, u"records"_s, double(settings.records));
    figures.add(u"search"_s, u"ms"_s, slowest.back(), u"the slowest: "_s + slowestText);
    figures.explain(u"a search, median of all"_s, median(all), u"ms"_s);
    figures.explain(u"filling the index, all parts"_s, filling, u"s"_s);
    figures.explain(u"the longest part"_s, 1e3 * percentile(parts, 1), u"ms"_s);
    figures.explain(u"comparing it at the next start"_s, comparing, u"s"_s);
    figures.explain(u"the index's file"_s, double(QFileInfo(indexPath).size()) / 1e6, u"MB"_s);
}

} // namespace thidua::bench
