#include "tour/pictures.h"

#include <QDir>
#include <QImage>
#include <QQuickItem>
#include <QTest>

namespace thidua::tour
{

using namespace Qt::StringLiterals;

Pictures::Pictures(const QString& directory)
    : m_directory(directory)
{
    QDir().mkpath(directory);
}

static QObject* shellOf(Tablet& tablet)
{
    QQuickWindow* window = tablet.device().window();
    return window ? window->findChild<QObject*>(u"shell"_s) : nullptr;
}

bool Pictures::takeWindow(Tablet& tablet, const QString& name)
{
    // What was asked of the store's thread arrives, bindings settle, the scene is laid out.
    QTest::qWait(600);
    QQuickWindow* window = tablet.device().window();
    return window && window->grabWindow().save(QDir(m_directory).filePath(name + u".png"_s));
}

bool Pictures::take(Tablet& tablet, Place place, const QString& name)
{
    QObject* shell = shellOf(tablet);
    return shell && shell->setProperty("place", int(place)) && takeWindow(tablet, name);
}

bool Pictures::takeReport(Tablet& tablet, const RecordId& report, const QString& name)
{
    QObject* shell = shellOf(tablet);
    return shell && QMetaObject::invokeMethod(shell, "openReport", Q_ARG(QString, report.toText())) &&
           takeWindow(tablet, name);
}

bool Pictures::takeMovement(Tablet& tablet, const QString& movement, const QString& name)
{
    QObject* shell = shellOf(tablet);
    return shell && shell->setProperty("place", int(Place::Movements)) &&
           QMetaObject::invokeMethod(shell, "openMovement", Q_ARG(QString, movement)) &&
           takeWindow(tablet, name);
}

} // namespace thidua::tour
