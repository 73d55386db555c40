// The floor of the app's first frame: the smallest window that Qt Quick shows.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdlib>

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nWindow { width: 1280; height: 800; visible: true }");
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window)
        return EXIT_FAILURE;
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [] { std::_Exit(EXIT_SUCCESS); });
    return QGuiApplication::exec();
}
