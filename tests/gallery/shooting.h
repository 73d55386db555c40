#pragma once

#include <QList>
#include <QSize>
#include <QString>

class QQmlEngine;

// Pictures of every page of the gallery, drawn without a screen.
struct Shot {
    QString page;
    QString scheme; // "light", "dark", "sunlight"
    int width = 0;  // of the window, in dp; the height is the page's
    int percent = 100;

    [[nodiscard]] QString fileName() const; // fields-390-dark-100.png
};

// All pages in all widths and schemes, and once more in light with letters twice as large.
[[nodiscard]] QList<Shot> allShots(const QStringList& pages);

// False when the page could not be drawn or the file not be written.
[[nodiscard]] bool shoot(QQmlEngine& engine, const Shot& shot, const QString& directory);
