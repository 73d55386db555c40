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

// Scrolls whatever is shown of it, and back.
static void scroll(QQuickItem& item, bool toEnd)
{
    if (!item.isVisible())
        return;
    if (item.inherits("QQuickFlickable"))
        item.setProperty(
            "contentY", toEnd ? std::max(0.0, item.property("contentHeight").toReal() - item.height()) : 0.0);
    for (QQuickItem* child : item.childItems())
        scroll(*child, toEnd);
}

bool Pictures::takeEnd(Tablet& tablet, Place place, const QString& name)
{
    if (!take(tablet, place, name))
        return false;
    QQuickItem& content = *tablet.device().window()->contentItem();
    scroll(content, true);
    const bool taken = takeWindow(tablet, name);
    scroll(content, false);
    return taken;
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
