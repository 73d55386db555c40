#include "bench/framecases.h"

#include "bench/device.h"
#include "bench/measure.h"
#include "bench/must.h"
#include "bench/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

namespace
{

QString fullTablet(const Settings& settings)
{
    const QDir folder(settings.directory + u"/app"_s);
    must(folder.mkpath(u"."_s), "a folder");
    Device device(folder.filePath(u"device.thidua"_s));
    for (const store::Page& page : pagesOf(Workload().rows(settings.records)))
        must(device.store().applyPage(page), "a page");
    return folder.path();
}

ProcessFigures runOnce(const QString& program, const QStringList& arguments)
{
    const ProcessFigures figures = runMeasured(program, arguments);
    must(figures.exitCode == 0, "a window");
    return figures;
}

} // namespace

void measureFirstFrame(const Settings& settings, Figures& figures)
{
    const QString app = u"thidua-bench-app"_s;
    const QString empty = u"thidua-bench-empty"_s;
    if (!QFileInfo::exists(QDir(QCoreApplication::applicationDirPath()).filePath(app)))
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QString folder = fullTablet(settings);
    runOnce(empty, {}); // both from a warm disk
    runOnce(app, {folder, u"ready"_s});
    std::vector<double> floors;
    std::vector<double> firsts;
    std::vector<double> readies;
    std::vector<double> ratios;
    std::vector<double> memory;
    for (int i = 0; i < settings.repeats; ++i) {
        floors.push_back(1e3 * runOnce(empty, {}).seconds);
        firsts.push_back(1e3 * runOnce(app, {folder, u"first"_s}).seconds);
        const ProcessFigures ready = runOnce(app, {folder, u"ready"_s});
        readies.push_back(1e3 * ready.seconds);
        memory.push_back(ready.peakMegabytes);
        ratios.push_back(firsts.back() / floors.back());
    }
    figures.add(u"app"_s, u"first_frame_ratio"_s, median(ratios), u"x an empty window, from process start"_s);
    figures.explain(u"empty window, first frame"_s, median(floors), u"ms"_s);
    figures.explain(u"app, first frame"_s, median(firsts), u"ms"_s);
    figures.explain(u"app, its file open and home shown"_s, median(readies), u"ms"_s);
    figures.add(u"app"_s, u"rss_mb"_s, median(memory), u"peak, home shown"_s);
}

} // namespace thidua::bench
