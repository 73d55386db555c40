#include "load/cases.h"
#include "load/office.h"

#include "bench/measure.h"
#include "bench/must.h"

#include <QFile>

namespace thidua::load
{

using namespace Qt::StringLiterals;

namespace
{

// A table of units as an administrator gets it from the statistics office.
void writeUnits(const QString& path, int count)
{
    QFile file(path);
    bench::must(file.open(QFile::WriteOnly), "a file of units");
    QByteArray text = "code\tname\ttype\n";
    for (int i = 0; i < count; ++i)
        text += "X" + QByteArray::number(i) + "\tTổ dân phố " + QByteArray::number(i) + "\torganisation\n";
    bench::must(file.write(text) == text.size(), "a file of units");
}

} // namespace

void measureImport(const Settings& settings, Table& table)
{
    Town town(Town::unitsOfCluster);
    const auto workers = town.enrolOfficers(settings.office);
    town.start();
    const MemoryFolder folder;
    const QString path = folder.path() + u"/units.tsv"_s;
    writeUnits(path, settings.imported);
    Office office(town, workers);
    letPass(settings.window);
    const Book quiet = office.takeBook();
    const bench::Stopwatch watch;
    const auto imported = town.command({u"unit"_s, u"import"_s, path});
    const double took = watch.seconds();
    const Book busy = office.takeBook();

    const QString what = u"an import of %1 rows: "_s.arg(settings.imported);
    table.promise(what + u"all are taken"_s,
                  imported.ok() && imported.object()["units"_L1].toInt() == settings.imported);
    table.remark(what + u"rows a second"_s, QString::number(qRound(settings.imported / took)));
    table.remark(what + u"others' push while it is quiet, p99 of %1"_s.arg(quiet.pushes()),
                 QString::number(1000 * quiet.pushPercentile(0.99), 'g', 3) + u" ms"_s);
    table.figure(what + u"others' push meanwhile, p99 of %1"_s.arg(busy.pushes()), busy.pushPercentile(0.99),
                 u"s"_s, 1);
    table.promise(what + u"others are told at most to come again"_s, busy.wrong() == 0, busy.statuses());
    table.promise(what + u"all that others did is acknowledged"_s, office.finish());
}

} // namespace thidua::load
