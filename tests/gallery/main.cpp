#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <functional>
#include <memory>

// All components in all their states: looked at in a window, or as pictures (--shoot DIR).

namespace
{

int complaints = 0;

void countComplaints(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++complaints;
    fprintf(stderr, "%s\n", qPrintable(message));
}

struct Shot {
    const char* name;
    QSize size;
    bool dark;
    double textScale;
};

constexpr Shot shots[] = {
    {"phone-light", {390, 2400}, false, 1.0},      {"phone-dark", {390, 2400}, true, 1.0},
    {"phone-large-text", {390, 3600}, false, 2.0}, {"tablet-light", {1280, 1700}, false, 1.0},
    {"desktop-dark", {1440, 1700}, true, 1.0},
};

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("shoot"), QStringLiteral("Writes pictures."), QStringLiteral("DIR")});
    parser.process(app);
    qInstallMessageHandler(countComplaints);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/ThiDua/Gallery/Gallery.qml")));
    if (engine.rootObjects().isEmpty())
        return 1;
    if (!parser.isSet(QStringLiteral("shoot")))
        return QGuiApplication::exec();

    const QDir dir(parser.value(QStringLiteral("shoot")));
    QDir().mkpath(dir.path());
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    int index = 0;
    const std::function<void()> next = [&] {
        if (index > 0 && !window->grabWindow().save(
                             dir.filePath(QLatin1String(shots[index - 1].name) + QStringLiteral(".png"))))
            ++complaints;
        if (index == int(std::size(shots)))
            return QGuiApplication::exit(complaints);
        const Shot& shot = shots[index++];
        window->setProperty("dark", shot.dark);
        window->setProperty("textScale", shot.textScale);
        window->resize(shot.size);
        QTimer::singleShot(250, window, next);
    };
    QTimer::singleShot(0, window, next);
    return QGuiApplication::exec();
}
