#include "shooting.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>

#include <memory>

using namespace Qt::StringLiterals;

QString Shot::fileName() const
{
    return u"%1-%2-%3-%4.png"_s.arg(page).arg(width).arg(scheme).arg(percent);
}

QList<Shot> allShots(const QStringList& pages)
{
    QList<Shot> shots;
    for (const QString& page : pages) {
        for (const int width : {390, 820, 1280}) {
            for (const auto& scheme : {u"light"_s, u"dark"_s, u"sunlight"_s})
                shots.append({.page = page, .scheme = scheme, .width = width});
            shots.append({.page = page, .scheme = u"light"_s, .width = width, .percent = 200});
        }
    }
    return shots;
}

// Layouts settle over several passes, and only what is drawn is laid out.
static QImage settled(QQuickView& view)
{
    QImage image;
    for (int pass = 0; pass < 4; ++pass) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        image = view.grabWindow();
    }
    return image;
}

bool shoot(QQmlEngine& engine, const Shot& shot, const QString& directory)
{
    QQuickView view(&engine, nullptr);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setInitialProperties({
        {u"page"_s, shot.page},
        {u"scheme"_s, shot.scheme},
        {u"textScale"_s, shot.percent / 100.0},
        {u"still"_s, true},
    });
    view.resize(shot.width, 800);
    view.setSource(QUrl(u"qrc:/qt/qml/ThiDua/Gallery/GalleryPage.qml"_s));
    if (view.status() != QQuickView::Ready)
        return false;
    view.show();
    settled(view);
    view.resize(shot.width, view.rootObject()->property("contentHeight").toInt());
    return settled(view).save(QDir(directory).filePath(shot.fileName()));
}
