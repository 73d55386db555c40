// The app up to a moment, on the folder of a device that is signed in: appwindow DIR first|ready
#include "app/device.h"

#include <QGuiApplication>

#include <cstdlib>

using namespace thidua;

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 3)
        return EXIT_FAILURE;
    const bool waitForHome = arguments[2] == QStringLiteral("ready");
    const SystemClock clock;
    SystemRandom random;
    app::DeviceOptions options;
    options.directory = arguments[1];
    options.secrets = app::fileSecrets(options.directory);
    app::Device device(std::move(options), clock, random);
    device.begin();
    if (!device.show({1280, 800}))
        return EXIT_FAILURE;
    QObject::connect(device.window(), &QQuickWindow::frameSwapped, &device, [&] {
        if (!waitForHome || device.session().state() == viewmodels::Session::Ready)
            std::_Exit(EXIT_SUCCESS);
    });
    return QGuiApplication::exec();
}
