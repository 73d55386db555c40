#include "load/cases.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <csignal>
#include <sys/resource.h>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{

// Ten thousand connections are as many files, here and in the server, which inherits this.
void allowManyFiles()
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

struct Case {
    QString name;
    void (*measure)(const load::Settings&, load::Table&);
};

const QList<Case>& cases()
{
    static const QList<Case> all{{u"reconnect"_s, load::measureReconnect},
                                 {u"streams"_s, load::measureStreams},
                                 {u"firstsyncs"_s, load::measureFirstSyncs},
                                 {u"mad"_s, load::measureMadDevice},
                                 {u"import"_s, load::measureImport}};
    return all;
}

bool write(const QString& path, const QJsonArray& lines)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(lines).toJson()) > 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, u"Also writes the table as JSON."_s, u"file"_s);
    const QCommandLineOption small(u"small"_s, u"A size for tests: whether it is right, not how fast."_s);
    const QCommandLineOption strict(u"strict"_s, u"Fails if a figure is missed, too."_s);
    const QCommandLineOption only(u"only"_s, u"One case: reconnect, streams, firstsyncs, mad, import."_s,
                                  u"case"_s);
    const QCommandLineOption tablets(u"tablets"_s, u"How many come back."_s, u"n"_s);
    parser.addHelpOption();
    parser.addOptions({json, small, strict, only, tablets});
    parser.process(app);

    allowManyFiles();
    // Thousands of tablets that say that they try again later.
    QLoggingCategory::setFilterRules(u"thidua.sync.info=false"_s);
    signal(SIGPIPE, SIG_IGN);
    load::Settings settings = parser.isSet(small) ? load::Settings::small() : load::Settings();
    if (parser.isSet(tablets))
        settings.tablets = parser.value(tablets).toInt();
    load::Table table;
    for (const Case& one : cases()) {
        if (!parser.isSet(only) || parser.value(only) == one.name)
            one.measure(settings, table);
    }
    QTextStream out(stdout);
    table.print(out);
    if (parser.isSet(json) && !write(parser.value(json), table.json()))
        return 1;
    return table.promisesHold() && (table.figuresHold() || !parser.isSet(strict)) ? 0 : 1;
}
