#include "tour/story.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QTemporaryDir>

// The product's main job, told and asserted: ./dev run without a display.

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("thidua-tour"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("out"), QStringLiteral("Where the pictures go."), QStringLiteral("DIR"),
                      QStringLiteral("build/tour")});
    parser.process(application);
    const QTemporaryDir directory;
    if (!directory.isValid())
        return EXIT_FAILURE;
    thidua::tour::Story story(directory.path(), parser.value(QStringLiteral("out")));
    return story.run() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
