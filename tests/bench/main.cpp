#include "bench/framecases.h"
#include "bench/localcases.h"
#include "bench/searchcase.h"
#include "bench/servercases.h"
#include "bench/throughput.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace thidua;
using namespace Qt::StringLiterals;

static bool write(const QString& path, const QJsonObject& object)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0;
}

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, u"Also writes the figures as one JSON object."_s, u"file"_s);
    const QCommandLineOption repeats(u"repeats"_s, u"Medians of so many runs."_s, u"n"_s, u"5"_s);
    const QCommandLineOption records(u"records"_s, u"How many records."_s, u"n"_s, u"100000"_s);
    const QCommandLineOption only(
        u"only"_s, u"One case: insert, save, search, server, agreement, throughput, frame."_s, u"case"_s);
    parser.addHelpOption();
    parser.addOptions({json, repeats, records, only});
    parser.process(app);

    const QTemporaryDir directory(QCoreApplication::applicationDirPath() + u"/bench-XXXXXX"_s);
    const bench::Settings settings{directory.path(), parser.value(records).toLongLong(),
                                   parser.value(repeats).toInt()};
    bench::Figures figures;
    const auto wanted = [&](const QString& name) {
        return !parser.isSet(only) || parser.value(only) == name;
    };
    if (wanted(u"insert"_s))
        bench::measureInserting(settings, figures);
    if (wanted(u"save"_s))
        bench::measureSaving(settings, figures);
    if (wanted(u"search"_s))
        bench::measureSearch(settings, figures);
    if (wanted(u"server"_s))
        bench::measureWithServer(settings, figures);
    if (wanted(u"agreement"_s))
        bench::measureAgreement(settings, figures);
    if (wanted(u"throughput"_s))
        bench::measureThroughput(settings, figures);
    if (wanted(u"frame"_s))
        bench::measureFirstFrame(settings, figures);
    QTextStream out(stdout);
    figures.print(out);
    return parser.isSet(json) && !write(parser.value(json), figures.json()) ? 1 : 0;
}
