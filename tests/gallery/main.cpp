#include "pages.h"
#include "shooting.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;

static int shootAll(const QString& directory, const QString& only)
{
    if (!QDir().mkpath(directory))
        return 1;
    QQmlEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QTextStream out(stdout);
    bool complete = true;
    for (const Shot& shot : allShots(galleryPages())) {
        if (!shot.fileName().contains(only))
            continue;
        const bool done = shoot(engine, shot, directory);
        out << shot.fileName() << (done ? "" : " FAILED") << Qt::endl;
        complete = complete && done;
    }
    return complete ? 0 : 1;
}

static int show()
{
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.setInitialProperties({{u"pages"_s, galleryPages()}});
    engine.load(QUrl(u"qrc:/qt/qml/ThiDua/Gallery/Gallery.qml"_s));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}

int main(int argc, char* argv[])
{
    QGuiApplication app(argc, argv);
    QTranslator vietnamese;
    if (vietnamese.load(u":/i18n/thidua_vi.qm"_s))
        QCoreApplication::installTranslator(&vietnamese);

    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption into(u"shoot"_s, u"Draws every page into DIR and ends."_s, u"DIR"_s);
    const QCommandLineOption only(u"only"_s, u"Draws only what has TEXT in its file name."_s, u"TEXT"_s);
    parser.addOptions({into, only});
    parser.process(app);
    return parser.isSet(into) ? shootAll(parser.value(into), parser.value(only)) : show();
}
