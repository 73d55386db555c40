#include "app/device.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{

struct Arguments {
    app::DeviceOptions device;
    QSize size;
};

QString lineOfInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readLine()).trimmed() : QString();
}

Arguments argumentsOf(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Emulation movements, online and offline"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"data"_s, u"Where this device keeps its file."_s, u"DIR"_s},
                       {u"server"_s, u"Signs in there if nobody is signed in yet."_s, u"URL"_s},
                       {u"login"_s, u"The person to sign in."_s, u"LOGIN"_s},
                       {u"password-stdin"_s, u"Reads the password from standard input."_s},
                       {u"code"_s, u"A one-time code instead of login and password."_s, u"CODE"_s},
                       {u"language"_s, u"vi or en."_s, u"LANGUAGE"_s},
                       {u"theme"_s, u"system, light, dark or sunlight."_s, u"THEME"_s},
                       {u"size"_s, u"Of the window, e.g. 390x844."_s, u"WxH"_s}});
    parser.process(application);
    const auto directory = parser.isSet(u"data"_s)
                               ? parser.value(u"data"_s)
                               : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    Arguments arguments;
    arguments.device.directory = directory;
    arguments.device.language = parser.value(u"language"_s);
    arguments.device.theme = parser.value(u"theme"_s);
    arguments.device.signIn = {parser.value(u"server"_s), parser.value(u"login"_s),
                               parser.isSet(u"password-stdin"_s) ? lineOfInput() : QString(),
                               parser.value(u"code"_s)};
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (size.size() == 2)
        arguments.size = QSize(size.first().toInt(), size.last().toInt());
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"thidua"_s);
    QGuiApplication::setApplicationDisplayName(u"ThiDua"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(THIDUA_VERSION));
    Arguments arguments = argumentsOf(application);
    const SystemClock clock;
    SystemRandom random;
    app::Device device(std::move(arguments.device), clock, random);
    // The file is being opened while the screens are loaded.
    device.begin();
    if (!device.show(arguments.size))
        return EXIT_FAILURE;
    return QGuiApplication::exec();
}
